"""What `tangguh new` writes is valid and asks only for its texts; what it refuses changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check_curriculum
from generator.commands.cli import cli
from generator.commands.new.asking import Asking, slug_from
from generator.commands.new.words import QUESTIONS, REFUSALS, REPORT
from generator.reading.loading import Curriculum, load_course
from tests.today import TODAY

SAMPLE = Path(__file__).parent.parent / "sample"
Answers = str | None


def new(root: Path, *arguments: str, answers: Answers = None, words: str = "en") -> Result:
    return CliRunner().invoke(
        cli, ["new", *arguments, "--curriculum", str(root), "--language", words], input=answers
    )


def codes(root: Path) -> set[str]:
    return {finding.code for finding in check_curriculum(Curriculum(root), TODAY).findings}


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


MODULE = ("module", "--title", "Tidur", "--slug", "sleeping")
SESSION = ("session", "--module", "listening", "--title", "Tidur", "--slug", "sleeping")
SHEET = (
    "worksheet",
    "--module",
    "listening",
    "--session",
    "hearing",
    "--title",
    "Tidur",
    "--slug",
    "sleep-map",
)
COURSE_SHEET = ("worksheet", "--module", "course", "--title", "Daftar", "--slug", "sleep-list")
HOME_SHEET = (*SHEET, "--activity", "home-practice")
HANDED_SHEET = (*COURSE_SHEET, "--session", "listening/answering", "--type", "handout")
PROGRAMME = ("programme", "--title", "Mingguan", "--slug", "weekly")
LANGUAGE = ("language", "jv", "--all")
BEGINNINGS = [MODULE, SESSION, SHEET, HOME_SHEET, HANDED_SHEET, PROGRAMME, LANGUAGE]


@pytest.mark.parametrize("words", ["id", "en"])
@pytest.mark.parametrize("arguments", BEGINNINGS, ids=lambda one: one[0])
def test_what_is_begun_is_valid_and_asks_only_for_its_texts(
    arguments: tuple[str, ...], words: str, sample: Path
) -> None:
    before = files(sample)
    ran = new(sample, *arguments, words=words)
    assert ran.exit_code == 0, ran.output
    assert codes(sample) == {"F23"}
    after = files(sample)
    assert before.keys() < after.keys()
    for file, content in before.items():
        assert only_adds_lines(content, after[file]), file


def only_adds_lines(before: bytes, after: bytes) -> bool:
    lines = iter(after.splitlines(keepends=True))
    return all(line in lines for line in before.splitlines(keepends=True))


@pytest.mark.parametrize("kind", "text prompts table checklist rating-scale ladder thermometer grid circles "
    "weekly-calendar road-map signature contacts".split())  # fmt: skip
def test_a_worksheet_may_begin_with_any_kind_of_block(kind: str, sample: Path) -> None:
    assert new(sample, *SHEET, "--kind", kind).exit_code == 0
    assert codes(sample) == {"F23"}


def test_everything_can_be_begun_in_the_real_course(curriculum: Path, tmp_path: Path) -> None:
    root = shutil.copytree(curriculum, tmp_path / "curriculum")
    home = "relapse-prevention"
    for arguments in (
        MODULE,
        ("session", "--module", home, "--title", "Tidur", "--slug", "sleeping"),
        ("worksheet", "--module", home, "--session", "our-plan", "--title", "T", "--slug", "sleep-map"),
        PROGRAMME,
        ("language", "jv"),
    ):
        ran = new(root, *arguments)
        assert ran.exit_code == 0, ran.output
    assert codes(root) == {"F23", "L01"}, "the other files' translations are not begun"


def test_a_language_begins_with_the_course_and_all_that_is_about_safety(sample: Path) -> None:
    assert new(sample, "language", "jv").exit_code == 0
    begun = {file for file in files(sample) if "/jv/" in file or file.startswith("translations/jv")}
    assert begun == {
        "translations/jv/course.yaml",
        "translations/jv/contacts.yaml",
        "translations/jv/chapters/when-in-danger.yaml",
        "translations/jv/worksheets/danger-card.yaml",
        "modules/listening/translations/jv/module.yaml",
        "modules/listening/translations/jv/worksheets/listening-card.yaml",
    }
    text = (sample / "translations/jv/course.yaml").read_text(encoding="utf-8")
    assert "# > Kursus contoh\ntitle: (WRITE name of the course)\n" in text


def test_what_a_translator_has_begun_stays(sample: Path) -> None:
    begun = sample / "translations/jv/course.yaml"
    begun.parent.mkdir(parents=True)
    begun.write_text("title: Kursus conto\n", encoding="utf-8")
    assert new(sample, "language", "jv").exit_code == 0
    assert begun.read_text(encoding="utf-8") == "title: Kursus conto\n"


def test_a_text_that_a_translation_leaves_to_be_written_stays_the_sources(sample: Path) -> None:
    new(sample, "language", "jv", "--all")
    course = load_course(Curriculum(sample), "jv").course
    assert course is not None
    assert course.title == "Kursus contoh"
    assert course.title in course.untranslated


SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True) | st.sampled_from(
    ["no", "on", "y", "true", "null", "e1"]
)
TITLES = st.text(min_size=1, max_size=40) | st.sampled_from(
    [
        "no",
        "a: b",
        "#1",
        "'",
        '"',
        "[x]",
        "{x}",
        "- x",
        "2026-11-01",
        "10:30",
        "“Hai”",
        "@key",
        "% x",
        "<b>",
        "\u202e",
    ]
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=TITLES, slug=SLUGS)
def test_whatever_its_title_what_is_begun_is_valid_or_refused(sample: Path, title: str, slug: str) -> None:
    before = files(sample)
    ran = new(sample, "session", "--module", "listening", f"--title={title}", "--slug", slug)
    if ran.exit_code == 0:
        assert codes(sample) == {"F23"}
        course = load_course(Curriculum(sample)).course
        assert course is not None
        assert course.modules[0].sessions[-1].title == title.strip()
    else:
        assert ran.exit_code == 2
        assert files(sample) == before
    shutil.rmtree(sample)
    shutil.copytree(SAMPLE, sample)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("session", "--module", "listening", "--title", "T", "--slug", "hearing"), "`hearing` is taken in"),
        (("session", "--module", "lisening", "--title", "T", "--slug", "x"), "there are: listening"),
        (("session", "--module", "listening", "--title", "T", "--slug", "Bad"), "such as `bad`"),
        (("session", "--module", "listening", "--title", " ", "--slug", "x"), "a title is one line"),
        ((*SESSION, "--minutes", "19"), "from 20 to 600"),
        ((*SESSION, "--minutes", "٤٠"), "from 20 to 600"),
        ((*SESSION, "--objective", "x"), "`x` is not there"),
        (("module", "--title", "T", "--slug", "course"), "the name of the whole course"),
        (("module", "--title", "T", "--slug", "a" * 61), "at most 60"),
        (("module", "--title", "T", "--slug", "listening"), "`listening` is taken in course.yaml"),
        ((*SHEET, "--kind", "tabel"), "`tabel` is not there"),
        ((*SHEET, "--type", "x"), "worksheet, handout, certificate"),
        ((*SHEET, "--activity", "x"), "home-practice"),
        (
            ("worksheet", *SHEET[1:-1], "listening-test"),
            "`listening-test` is taken in modules/listening/evaluation",
        ),
        ((*PROGRAMME, "--start", "7"), "write it as 16:00"),
        ((*PROGRAMME, "--start", "23:45"), "past midnight"),
        ((*PROGRAMME, "--days-apart", "0"), "from 1 to 366"),
        (("language", "Jawa"), "write it as jv or su"),
        (("language", "en"), "stands in course.yaml already"),
        (("module",), "still missing: --title, --slug"),
        (("session", "--slug", "x"), "still missing: --module, --title"),
        (("worksheet", "--yes"), "still missing: --module, --title, --slug, --session"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    arguments: tuple[str, ...], said: str, sample: Path
) -> None:
    before = files(sample)
    ran = new(sample, *arguments)
    assert ran.exit_code == 2
    assert said in " ".join(ran.output.split())
    assert files(sample) == before


def test_nothing_is_written_over(sample: Path) -> None:
    """A file that is there though no list names it."""
    stray = sample / "modules/listening/translations/en/sessions/sleeping.yaml"
    stray.write_text("title: Sleeping\n", encoding="utf-8")
    before = files(sample)
    ran = new(sample, *SESSION)
    assert ran.exit_code == 1
    assert "already there: modules/listening/translations/en/sessions/sleeping.yaml" in ran.output
    assert files(sample) == before


def test_where_one_file_cannot_be_written_none_is(sample: Path) -> None:
    """A file stands where the translations' folder would have to be."""
    (sample / "translations/en/programmes/one-evening.yaml").unlink()
    (sample / "translations/en/programmes").rmdir()
    (sample / "translations/en/programmes").write_text("", encoding="utf-8")
    before = files(sample)
    ran = new(sample, *PROGRAMME)
    assert ran.exit_code == 3
    assert "Traceback" not in ran.output
    assert files(sample) == before


def test_a_list_that_cannot_be_edited_safely_is_named(
    sample: Path, change: Callable[[Path, str, str], None]
) -> None:
    change(sample / "course.yaml", "  - one-evening\n", "  -\n    one-evening\n")
    before = files(sample)
    ran = new(sample, *PROGRAMME, words="id")
    assert ran.exit_code == 1
    assert "`weekly` tidak bisa ditambahkan ke `programmes` di course.yaml" in ran.output
    assert files(sample) == before


def test_an_entry_that_was_made_by_hand_is_not_made_twice(
    sample: Path, change: Callable[[Path, str, str], None]
) -> None:
    change(sample / "course.yaml", "  - one-evening\n", "  -\n    one-evening\n  - weekly\n")
    assert new(sample, *PROGRAMME).exit_code == 1, "the file is still missing"


def test_a_broken_course_is_told_and_nothing_is_begun(
    sample: Path, change: Callable[[Path, str, str], None]
) -> None:
    change(sample / "course.yaml", "title: Kursus contoh", "titel: Kursus contoh")
    ran = new(sample, *SESSION)
    assert ran.exit_code == 1
    assert "course.yaml:1:1" in ran.output
    assert "nothing was written" in ran.output


def test_on_a_terminal_what_is_missing_is_asked_for(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Asking, "somebody_is_there", True)
    answers = [
        "x",
        "listening",
        "Tidur nyenyak",
        "Bad slug",
        "",
        "60",
        "reflect-feelings, name-obstacles",
        "y",
    ]
    ran = new(sample, "session", answers="\n".join(answers) + "\n", words="id")
    assert ran.exit_code == 0, ran.output
    course = load_course(Curriculum(sample)).course
    assert course is not None
    session = course.modules[0].sessions[-1]
    assert (session.slug, session.title, session.minutes) == ("tidur-nyenyak", "Tidur nyenyak", 60)
    assert session.objectives == ("reflect-feelings", "name-obstacles")
    assert codes(sample) == {"F23"}


def test_who_says_no_at_the_end_has_changed_nothing(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Asking, "somebody_is_there", True)
    before = files(sample)
    ran = new(sample, *SESSION, answers="\n\nn\n")
    assert ran.exit_code == 0, ran.output
    assert files(sample) == before


def test_a_file_begins_with_its_schema_and_explains_its_keys_in_the_language_asked_for(sample: Path) -> None:
    new(sample, *SESSION, words="id")
    lines = (sample / "modules/listening/sessions/sleeping.yaml").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../../../schemas/session.json"
    assert "# Lamanya sesi. Menit semua kegiatan, istirahat pun, harus berjumlah tepat sebanyak ini." in lines


def test_both_languages_say_the_same(sample: Path) -> None:
    for words in (QUESTIONS, REFUSALS, REPORT):
        assert words["id"].keys() == words["en"].keys()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Menunggangi ombak", "menunggangi-ombak"),
        ("  1. Kafé & kopi  ", "kafe-kopi"),
        ("Jum'at", "jumat"),
        ("日本", None),
        ("!!!", None),
    ],
)
def test_a_slug_is_made_of_a_title(title: str, slug: str | None) -> None:
    assert slug_from(title) == slug
