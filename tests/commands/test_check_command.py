"""`tangguh check`: findings as text, as JSON, as annotations, in the language that the reader knows."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import options
from generator.commands.cli import cli

HEARING = "modules/listening/sessions/hearing.yaml"
CARD = "modules/listening/worksheets/listening-card.yaml"

Check = Callable[..., Result]


@pytest.fixture
def run(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """A function that checks the sample as a project's curriculum."""
    project = sample.parent
    sample.rename(project / "curriculum")
    monkeypatch.setattr(options, "PROJECT", project)
    monkeypatch.chdir(project)

    def check(*arguments: str, **surroundings: str) -> Result:
        plain = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "NO_COLOR": "", "FORCE_COLOR": ""}
        plain |= {"GITHUB_WORKSPACE": ""} | surroundings
        result = CliRunner(env=plain).invoke(cli, ["check", *arguments], prog_name="tangguh")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return check


@pytest.fixture
def break_title(run: Check) -> None:
    """The sample's course has a misspelt key."""
    course = Path("curriculum/course.yaml")
    course.write_text(course.read_text(encoding="utf-8").replace("subtitle:", "subtitel:"), encoding="utf-8")


def test_a_sound_course_is_told_in_numbers(run: Check) -> None:
    result = run(LANG="en_GB.UTF-8")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 errors, 0 warnings\n", "")


def test_quiet_says_nothing_of_a_sound_course(run: Check) -> None:
    assert run("--quiet").output == ""


@pytest.mark.usefixtures("break_title")
def test_findings_are_the_result_with_how_many_and_what_to_read(run: Check) -> None:
    result = run(LANG="en_GB.UTF-8")
    assert result.exit_code == 1
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0].startswith("curriculum/course.yaml:2:1: error[F01] the key `subtitel` is not known here;")
    assert lines[2].endswith("| ^^^^^^^^")
    assert lines[3:] == ["", "1 error, 0 warnings", "Why, and how to mend it: ./tangguh explain F01"]


@pytest.mark.usefixtures("break_title")
@pytest.mark.parametrize(
    ("arguments", "surroundings", "word"),
    [
        ([], {"LANG": "en_GB.UTF-8"}, "error"),
        ([], {"LANG": "id_ID.UTF-8"}, "kesalahan"),
        ([], {"LANG": "C.UTF-8"}, "kesalahan"),
        ([], {"LANG": "nl_NL.UTF-8"}, "kesalahan"),
        ([], {}, "kesalahan"),
        (["--language", "en"], {"LANG": "id_ID.UTF-8"}, "error"),
    ],
)
def test_the_language_is_the_one_asked_for_else_that_of_the_environment_else_the_courses(
    run: Check, arguments: list[str], surroundings: dict[str, str], word: str
) -> None:
    assert f": {word}[F01]" in run(*arguments, **surroundings).stdout


def test_of_a_course_whose_language_nobody_can_read_messages_are_english(run: Check) -> None:
    Path("curriculum/course.yaml").write_text("- 1\n", encoding="utf-8")
    assert ": error[F05]" in run().stdout


@pytest.mark.usefixtures("break_title")
@pytest.mark.parametrize(
    ("arguments", "surroundings", "coloured"),
    [
        ([], {}, False),
        (["--color"], {}, True),
        (["--color"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(
    run: Check, arguments: list[str], surroundings: dict[str, str], coloured: bool
) -> None:
    assert ("\x1b[" in run(*arguments, **surroundings).stdout) is coloured


@pytest.mark.usefixtures("break_title")
def test_json_is_all_that_stands_on_the_standard_output(run: Check) -> None:
    result = run("--format", "json", "--language", "en")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["counts"] == {"error": 1, "warning": 0, "advice": 0, "silenced": 0}
    assert told["findings"][0]["file"] == "curriculum/course.yaml"
    assert json.loads(run("--format", "json", "--quiet").stdout)["language"] == "id"


@pytest.mark.usefixtures("break_title")
def test_annotations_name_files_from_the_repositorys_root(
    run: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("--format", "github", LANG="en_GB")
    (line,) = result.stdout.splitlines()
    assert line.startswith(
        "::error file=curriculum/course.yaml,line=2,endLine=2,col=1,endColumn=9,title=F01 Unknown key::"
    )
    assert result.stderr == "1 error, 0 warnings\n"
    monkeypatch.chdir(tmp_path / "curriculum")
    assert "file=curriculum/course.yaml," in run("--format", "github", "--curriculum", ".").stdout
    inside = run("--format", "github", GITHUB_WORKSPACE=str(tmp_path.parent)).stdout
    assert f"file={tmp_path.name}/curriculum/course.yaml," in inside


def test_a_silenced_finding_is_counted_and_listed_with_its_reason(run: Check) -> None:
    (Path("curriculum") / "modules/listening/translations/en/sessions/hearing.yaml").write_text(
        "title: Hearing\n", encoding="utf-8"
    )
    hearing = Path("curriculum") / HEARING
    text = hearing.read_text(encoding="utf-8").split("\n")
    text[1] += " # ignore L02: Diterjemahkan nanti."
    hearing.write_text("\n".join(text), encoding="utf-8")
    assert run(LANG="en").stdout.splitlines()[-2].endswith(" warnings; 1 silenced")
    told = json.loads(run("--format", "json").stdout)
    assert [(one["code"], one["line"], one["reason"]) for one in told["silenced"]] == [
        ("L02", 2, "Diterjemahkan nanti.")
    ]
    assert told["counts"]["silenced"] == 1


def test_a_folder_that_is_none_is_wrong_usage(run: Check) -> None:
    result = run("--curriculum", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
