"""What belongs to the course and to no module is checked as what belongs to a module is."""

import shutil

import pytest

from generator.reading.loading import Curriculum, load_course

CHAPTER = "chapters/why-listening.yaml"
DANGER = "chapters/when-in-danger.yaml"
LIST = "worksheets/listeners-list.yaml"
MISSING = {
    "the back cover's sheet": (
        "course.yaml",
        "back_cover: danger-card",
        "back_cover: listening-card",
        "course.yaml:19:13 R01",
    ),
    "an objective, which only modules have": (
        "evaluation.yaml",
        "            text: Kelompok punya ketua.",
        "            text: Kelompok punya ketua.\n            objectives: [reflect-feelings]",
        "evaluation.yaml:39:26 R01",
    ),
    "a scale": ("evaluation.yaml", "scale: agreement-1-3", "scale: agreement", "evaluation.yaml:31:12 R01"),
    "a chapter": (
        "chapters/when-in-danger.yaml",
        "(worksheet:danger-card)",
        "(chapter:danger)",
        "chapters/when-in-danger.yaml:8:31 R01",
    ),
    "a chapter's file": ("course.yaml", "  - when-in-danger", "  - when-lost", "course.yaml:22:5 R02"),
    "a sheet's file": ("course.yaml", "  - listeners-list", "  - listeners", "course.yaml:25:5 R02"),
}


@pytest.mark.parametrize("case", MISSING)
def test_what_is_named_but_not_there_is_told(sample, change, check, case):
    file, old, new, expected = MISSING[case]
    change(sample / file, old, new)
    assert expected in check(sample)


def test_a_session_may_use_a_sheet_of_the_course(sample, change, check):
    session = sample / "modules/listening/sessions/answering.yaml"
    change(session, "      - listening-week", "      - listening-week\n      - listeners-list")
    assert check(sample) == []


def test_a_course_may_do_without_tools_of_its_own(sample, change, check):
    text = (sample / "course.yaml").read_text(encoding="utf-8")
    start, end = text.index("back_cover:"), text.index("modules:")
    (sample / "course.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    for folder in ("", "translations/en/"):
        (sample / folder / "evaluation.yaml").unlink()
        for file in (*(sample / folder / "chapters").glob("*"), *(sample / folder / "worksheets").glob("*")):
            file.unlink()
    codes = [line.split()[-1] for line in check(sample)]
    assert codes == ["S04", "S04"], "only that nobody is told what to do in danger"


REFUSED = {
    "a chapter listed twice": (
        "course.yaml",
        "  - when-in-danger",
        "  - when-in-danger\n  - when-in-danger",
        ["course.yaml:23:5 F10"],
    ),
    "a sheet listed twice": (
        "course.yaml",
        "  - listeners-list",
        "  - listeners-list\n  - listeners-list",
        ["course.yaml:26:5 F10"],
    ),
    "an edition that there is not": (
        DANGER,
        "[facilitator, participant]",
        "[facilitator, participants]",
        [f"{DANGER}:4:25 F04"],
    ),
    "a sheet's edition that there is not": (
        LIST,
        "[facilitator, evaluation]",
        "[facilitators]",
        [f"{LIST}:4:12 F04"],
    ),
    "editions that are no list": (LIST, "[facilitator, evaluation]", "facilitator", [f"{LIST}:4:11 F05"]),
    "a kind of figure that there is not": (CHAPTER, "kind: cycle", "kind: circle", [f"{CHAPTER}:26:13 F03"]),
    "a figure without a kind": (CHAPTER, "      kind: cycle\n", "", [f"{CHAPTER}:26:7 F02"]),
    "an instrument without a kind": (
        "evaluation.yaml",
        "  - kind: descriptive\n    slug",
        "  - slug",
        ["evaluation.yaml:39:5 F02"],
    ),
    "a kind of instrument that there is not": (
        "evaluation.yaml",
        "kind: descriptive",
        "kind: described",
        ["evaluation.yaml:39:11 F03"],
    ),
    "a type of sheet that there is not": (
        "worksheets/danger-card.yaml",
        "type: handout",
        "type: card",
        ["worksheets/danger-card.yaml:1:7 F04"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_told_and_nothing_else(sample, change, check, case):
    file, old, new, expected = REFUSED[case]
    change(sample / file, old, new)
    assert check(sample) == expected


@pytest.mark.parametrize(
    ("file", "old", "told"),
    [(DANGER, "[facilitator, participant]", {"S04"}), (LIST, "[facilitator, evaluation]", set())],
)
def test_a_chapter_and_a_sheet_may_stand_in_no_handbook(sample, change, check, file, old, told):
    change(sample / file, old, "[]")
    assert {line.split()[-1] for line in check(sample)} == told


@pytest.mark.parametrize(
    ("old", "new", "repeated"),
    [("slug: the-practice", "slug: the-reason", "22:11"), ("slug: look", "slug: try", "31:17")],
    ids=["section", "stage"],
)
def test_a_chapters_sections_and_a_figures_stages_have_slugs_of_their_own(
    sample, change, check, old, new, repeated
):
    change(sample / CHAPTER, old, new)
    (sample / "translations/en" / CHAPTER).unlink()
    assert check(sample) == [f"{CHAPTER}:1:1 L01", f"{CHAPTER}:{repeated} F10"]


def test_a_sheet_of_the_course_and_one_of_a_module_have_slugs_of_their_own(sample, change, check):
    module = "modules/listening"
    for folder in ("", "translations/en/"):
        shutil.copy(
            sample / module / folder / "worksheets/listening-card.yaml", sample / folder / "worksheets"
        )
    change(sample / "course.yaml", "  - listeners-list", "  - listeners-list\n  - listening-card")
    assert check(sample) == [f"{module}/worksheets/listening-card.yaml:1:1 F14"]


def test_a_chapter_and_a_sheet_that_nobody_lists_are_told(sample, check):
    for file in ("chapters/other.yaml", "worksheets/other.yaml"):
        (sample / file).write_text("title: A\n", encoding="utf-8")
        (sample / "translations/en" / file).write_text("title: A\n", encoding="utf-8")
    assert check(sample) == ["chapters/other.yaml:1:1 R04", "worksheets/other.yaml:1:1 R04"]


def test_a_translation_of_a_chapter_that_is_not_there_is_told(sample, check):
    file = "translations/en/chapters/other.yaml"
    (sample / file).write_text("title: A\n", encoding="utf-8")
    assert check(sample) == [f"{file}:1:1 L06"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("evaluation.yaml", "cut_off: 2.75", "cut_off: high"),
        (DANGER, "safety: true", "safety: 1"),
        ("worksheets/danger-card.yaml", "safety: true", "safety: 1"),
    ],
)
def test_what_points_to_a_broken_file_is_not_told_as_well(sample, change, check, file, old, new):
    change(sample / file, old, new)
    (only,) = check(sample)
    assert only.startswith(file)
    assert only.endswith("F05")


def test_where_the_course_file_is_broken_its_chapters_and_sheets_are_checked_all_the_same(
    sample, change, check
):
    change(sample / "course.yaml", "licence:", "license:")
    change(sample / CHAPTER, "kind: cycle", "kind: circle")
    change(sample / LIST, "type: worksheet", "type: list")
    change(sample / "evaluation.yaml", "cut_off: 2.75", "cut_off: high")
    assert [line for line in check(sample) if not line.startswith("course.yaml")] == [
        f"{CHAPTER}:26:13 F03",
        "evaluation.yaml:32:14 F05",
        f"{LIST}:1:7 F04",
    ]


DESCRIPTIVE = """\
instruments:
  - kind: descriptive
    slug: room-picture
    title: Gambar ruangan
    purpose: Menulis keadaan ruangan.
    instructions: Isi bersama.
    occasions: [{{slug: before, title: Sebelum}}]
    reading: Pilih satu.
    columns:
      - slug: seen
        title: Terlihat
        prompt: Apa?
      - slug: heard
        title: Terdengar
        prompt: Apa?
    aspects:
      - slug: noise
        title: Bising
        questions: [Dari mana?]
        objectives: [{objective}]
"""


@pytest.mark.parametrize(
    ("objective", "errors"),
    [("reflect-feelings", []), ("reflect-feeling", ["modules/listening/evaluation.yaml:101:22 R01"])],
)
def test_an_aspect_of_a_modules_instrument_names_the_modules_objectives(
    sample, change, check, objective, errors
):
    evaluation = sample / "modules/listening/evaluation.yaml"
    change(evaluation, "instruments:\n", DESCRIPTIVE.format(objective=objective))
    assert [line for line in check(sample) if not line.endswith("L02")] == errors


def test_an_objective_that_only_an_aspect_measures_is_measured(sample, change, check):
    evaluation = sample / "modules/listening/evaluation.yaml"
    text = evaluation.read_text(encoding="utf-8").replace(
        "objectives: [reflect-feelings]", "objectives: [name-obstacles]"
    )
    evaluation.write_text(text, encoding="utf-8")
    unmeasured = [line for line in check(sample) if line.startswith("modules/listening/module.yaml")]
    assert len(unmeasured) == 1
    change(evaluation, "instruments:\n", DESCRIPTIVE.format(objective="reflect-feelings"))
    assert [line for line in check(sample) if line.startswith("modules/listening/module.yaml")] == []


TRANSLATED = f"translations/en/{CHAPTER}"
TRY = "        - slug: try\n          title: Try\n"
STAGES = {
    "a stage that the source has not": ("slug: look", "slug: see", [f"{TRANSLATED}:29:17 L05"]),
    "a stage left out": (TRY, "", [f"{CHAPTER}:30:18 L02"]),
    "a point left out": ("            - The feelings.\n", "", [f"{TRANSLATED}:17:13 L04"]),
    "a text that the source has not": (TRY, f"{TRY}          text: Now.\n", [f"{TRANSLATED}:29:11 L07"]),
    "a kind": (
        "figure:\n      title: The circle",
        "figure:\n      kind: cycle\n      title: The circle",
        [f"{TRANSLATED}:25:7 L03"],
    ),
}


@pytest.mark.parametrize("case", STAGES)
def test_a_figures_translation_says_what_its_source_says(sample, change, check, case):
    old, new, expected = STAGES[case]
    change(sample / TRANSLATED, old, new)
    assert check(sample) == expected


def test_a_figures_stages_are_translated_by_their_slugs_and_stay_in_the_sources_order(sample, change):
    change(sample / TRANSLATED, TRY, "")
    change(
        sample / TRANSLATED, "          title: Change the way\n", f"          title: Change the way\n{TRY}"
    )
    course = load_course(Curriculum(sample), "en").course
    assert course is not None
    figure = course.chapters[0].sections[1].figure
    assert figure is not None
    assert [stage.title for stage in figure.stages] == ["Try", "Look at the result", "Change the way"]
