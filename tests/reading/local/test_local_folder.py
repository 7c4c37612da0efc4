"""The sample course with a local folder laid over it: what is read, and what does not fit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import Checked, check_curriculum
from generator.model.course import Course
from generator.reading.loading import Curriculum
from generator.reading.local.adapted import AdaptedCurriculum, open_curriculum
from generator.reading.local.lock import LOCK
from tests.publishing.built import SAMPLE
from tests.today import TODAY

Write = Callable[[str, str], None]
Check = Callable[[], Checked]
Tell = Callable[[], list[str]]
Change = Callable[[Path, str, str], None]

EXAMPLE = Path(__file__).parents[2] / "local"
HEARING = "modules/listening/sessions/hearing.yaml"
TRANSLATED = "modules/listening/translations/en/sessions/hearing.yaml"
MODULE = "modules/listening/module.yaml"
PROGRAMME = "programmes/one-evening.yaml"
SHEET = """\
type: worksheet
title: Lembar kami
purpose: Menulis.
blocks:
  - {kind: text, slug: lead, text: Satu.}
"""


def question(course: Course) -> str:
    """What the sample's round asks."""
    activities = course.modules[0].sessions[0].activities
    return next(str(activity.question) for activity in activities if activity.kind == "check-in")


# What is laid over


def test_an_empty_folder_changes_nothing(sample: Path, checked: Check) -> None:
    alone = check_curriculum(Curriculum(sample), TODAY)
    assert checked() == alone


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(Curriculum(SAMPLE).files()))))
def test_files_of_the_course_laid_over_it_change_nothing(tmp_path: Path, files: set[str]) -> None:
    folder = tmp_path / "same"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SAMPLE / file, folder / file)
    assert check_curriculum(open_curriculum(SAMPLE, folder), TODAY) == check_curriculum(
        Curriculum(SAMPLE), TODAY
    )


def test_a_changed_text_is_told_where_it_stands(write: Write, told: Tell) -> None:
    write(
        HEARING, "# milik kami\nactivities:\n  - slug: check-in\n    question: 'Lihat [](worksheet:kartu).'\n"
    )
    write(TRANSLATED, "activities:\n  - slug: check-in\n    question: How are you?\n")
    assert told() == [f"own/{HEARING}:4:25 R01"]


def test_an_unknown_key_is_told_at_its_line(write: Write, told: Tell) -> None:
    write(HEARING, "activities:\n  - slug: check-in\n    qestion: Apa?\n")
    assert told() == [f"own/{HEARING}:3:5 F01"]


def test_a_file_that_cannot_be_read_is_told_and_the_course_is_checked(write: Write, told: Tell) -> None:
    write(HEARING, "activities:\n  - [slug\n")
    assert [line.split()[-1] for line in told()] == ["Y01"]


@pytest.mark.parametrize("text", ["", "- a\n", "activities: 3\n", "activities: [1]\n", "null\n", "title:\n"])
def test_what_is_no_part_of_a_session_gives_findings_in_the_local_file(
    text: str, write: Write, checked: Check
) -> None:
    write(HEARING, text)
    places = [finding.place.source.path for finding in checked().findings]
    assert places
    assert all("/own/" in path for path in places)


def test_a_session_of_ones_own_is_added_and_needs_no_list(sample: Path, write: Write, checked: Check) -> None:
    text = (sample / HEARING).read_text(encoding="utf-8")
    write("modules/listening/sessions/again.yaml", text)
    translated = (sample / TRANSLATED).read_text(encoding="utf-8")
    write("modules/listening/translations/en/sessions/again.yaml", translated)
    found = checked()
    assert found.findings == []
    assert [s.slug for s in found.courses["id"].modules[0].sessions] == ["hearing", "answering", "again"]


def test_with_a_list_of_ones_own_a_new_file_has_to_stand_in_it(write: Write, told: Tell) -> None:
    write(MODULE, "worksheets: [listening-card]\n")
    write("modules/listening/worksheets/ours.yaml", SHEET)
    assert told() == ["own/modules/listening/worksheets/ours.yaml:1:1 R04"]


def test_minutes_that_do_not_add_up_are_told_at_the_local_minutes(write: Write, told: Tell) -> None:
    write(HEARING, "activities:\n  - slug: check-in\n    minutes: 9\n")
    assert told() == [f"own/{HEARING}:3:14 T01"]


def test_a_picture_of_ones_own_is_found(own: Path, write: Write, told: Tell) -> None:
    text = "summary: 'Lihat ![Dua kursi](media:listening/chairs.svg).'\n"
    write(HEARING, text)
    write(TRANSLATED, text)
    lines = [f"own/{HEARING}:1:", f"own/{TRANSLATED}:1:"]
    assert [line[: len(start)] for line, start in zip(told(), lines, strict=True)] == lines
    write("modules/listening/media/chairs.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert told() == []


# Translations


def test_a_changed_text_has_no_translation_of_the_course_any_more(
    write: Write, checked: Check, told: Tell
) -> None:
    write(HEARING, "activities:\n  - slug: check-in\n    question: Apa kabar kampungmu?\n")
    assert told() == [f"own/{HEARING}:3:15 L02"]
    english = checked().courses["en"]
    assert question(english) == "Apa kabar kampungmu?"
    assert "Apa kabar kampungmu?" in english.untranslated


def test_a_changed_text_is_translated_in_the_local_folder(write: Write, checked: Check) -> None:
    write(HEARING, "activities:\n  - slug: check-in\n    question: Apa kabar kampungmu?\n")
    write(TRANSLATED, "activities:\n  - slug: check-in\n    question: How is your village?\n")
    found = checked()
    assert found.findings == []
    assert question(found.courses["en"]) == "How is your village?"
    assert found.courses["en"].modules[0].sessions[0].title == "Hearing"


def test_a_translation_alone_may_be_bettered(write: Write, checked: Check) -> None:
    write(TRANSLATED, "title: Listening closely\n")
    found = checked()
    assert found.findings == []
    assert found.courses["en"].modules[0].sessions[0].title == "Listening closely"


def test_a_list_that_is_replaced_takes_its_translation_with_it(write: Write, told: Tell) -> None:
    write(HEARING, "key_messages:\n  - Satu.\n  - Dua.\n")
    assert told() == [f"own/{HEARING}:2:5 L02", f"own/{HEARING}:3:5 L02"]


def test_a_translation_of_nothing_is_told(write: Write, told: Tell) -> None:
    write("modules/listening/translations/en/sessions/hering.yaml", "title: T\n")
    assert told() == ["own/modules/listening/translations/en/sessions/hering.yaml:1:1 O03"]


def test_a_translation_goes_with_the_file_that_does_not_fit(write: Write, told: Tell) -> None:
    write("worksheets/danger-crad.yaml", "title: Kartu kami\n")
    write("translations/en/worksheets/danger-crad.yaml", "title: Our card\n")
    assert told() == ["own/worksheets/danger-crad.yaml:1:1 O01"]


# An update of the course


def test_a_slug_that_an_update_has_renamed_is_told_at_the_local_line(
    sample: Path, write: Write, told: Tell, change: Change
) -> None:
    write(HEARING, "activities:\n  - slug: check-in\n    question: Apa kabar?\n")
    write(TRANSLATED, "activities:\n  - slug: check-in\n    question: How are you?\n")
    assert told() == []
    change(sample / HEARING, "slug: check-in", "slug: check-in-round")
    change(sample / TRANSLATED, "slug: check-in", "slug: check-in-round")
    assert told() == [f"own/{HEARING}:2:11 O01", f"own/{TRANSLATED}:2:11 L05"]


def test_a_file_that_an_update_has_renamed_is_told_in_the_local_folder(
    sample: Path, write: Write, checked: Check, change: Change
) -> None:
    write("modules/listening/worksheets/listening-week.yaml", "title: Minggu kami\n")
    folder = sample / "modules/listening"
    for path in (*folder.rglob("*.yaml"),):
        text = path.read_text(encoding="utf-8").replace("listening-week", "listening-weeks")
        path.write_text(text, encoding="utf-8")
    for path in list(folder.rglob("listening-week.yaml")):
        path.rename(path.with_name("listening-weeks.yaml"))
    finding, *others = checked().findings
    assert not others
    assert (finding.code, finding.nearest) == ("O01", "listening-weeks")
    assert finding.place.source.path.endswith("own/modules/listening/worksheets/listening-week.yaml")


def test_a_module_that_the_course_lacks_is_told_once_a_file(write: Write, told: Tell) -> None:
    write("modules/listen/sessions/hearing.yaml", "title: T\n")
    assert told() == ["own/modules/listen/sessions/hearing.yaml:1:1 O01"]


def test_a_text_that_an_update_changes_is_told_once_it_was_confirmed(
    sample: Path, own: Path, write: Write, told: Tell, change: Change
) -> None:
    write(TRANSLATED, "title: Listening closely\n")
    write(HEARING, "minutes: 30\nactivities:\n  - slug: check-in\n    minutes: 4\n    title: Kabar\n")
    write(TRANSLATED, "activities:\n  - {slug: check-in, title: News}\n")
    adapted = AdaptedCurriculum(Curriculum(sample), own)
    assert adapted.unconfirmed == 1
    (own / LOCK).write_text(adapted.lock_text(), encoding="utf-8")
    assert told() == []
    change(sample / HEARING, "title: Putaran kabar", "title: Lingkaran kabar")
    assert told() == [f"own/{HEARING}:5:12 O02"]
    assert AdaptedCurriculum(Curriculum(sample), own).unconfirmed == 0


@given(st.binary(max_size=200))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_lock_is_read(sample: Path, own: Path, data: bytes) -> None:
    (own / LOCK).write_bytes(data)
    assert AdaptedCurriculum(Curriculum(sample), own).findings == ()


# What may be read


def test_nothing_outside_the_folder_is_read(tmp_path: Path, own: Path, write: Write, told: Tell) -> None:
    (tmp_path / "secret.yaml").write_text("title: Rahasia\n", encoding="utf-8")
    (own / "modules/listening/sessions").mkdir(parents=True)
    (own / HEARING).symlink_to(tmp_path / "secret.yaml")
    (own / "modules/listening/media").symlink_to(tmp_path)
    text = "summary: 'Lihat ![Dua kursi](media:listening/secret.yaml).'\n"
    write("modules/listening/sessions/answering.yaml", text)
    write("modules/listening/translations/en/sessions/answering.yaml", text)
    assert sorted(line.split()[-1] for line in told()) == ["O07", "O07", "P04", "P04"]


def test_what_is_hidden_is_not_read(write: Write, told: Tell) -> None:
    write(".github/workflows/build.yml", "on: push\n")
    write(".draft.yaml", "a: [\n")
    assert told() == []


def test_a_link_that_leads_to_itself_is_told(own: Path, told: Tell) -> None:
    (own / "course.yaml").symlink_to(own / "course.yaml")
    assert [line.split()[-1] for line in told()] == ["O07"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_to_a_local_file_gives_findings_or_a_course(tmp_path: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(Curriculum(EXAMPLE).files())))
    folder = tmp_path / "damaged"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXAMPLE, folder)
    raw = (folder / file).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    length = data.draw(st.integers(0, 12))
    put = data.draw(st.sampled_from([b"", b"\n", b": ", b"- ", b"slug: ", b"[", b"\xff", b"kind: a\n", b"1"]))
    (folder / file).write_bytes(raw[:start] + put + raw[start + length :])
    found = check_curriculum(open_curriculum(SAMPLE, folder), TODAY)
    assert found.courses or found.findings
    for finding in found.findings:
        assert finding.place.line >= 1
