"""`tangguh explain`: what a code means, in both languages, with colour only where somebody looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import cli
from generator.findings.explanation import explanation
from generator.findings.rule import MESSAGE_LANGUAGES, codes, rule

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in an empty folder: no curriculum is there to help."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, language: str = "en_GB.UTF-8", color: bool = False) -> Result:
        surroundings = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": language}
        called = ["explain", *arguments]
        result = CliRunner(env=surroundings).invoke(cli, called, prog_name="tangguh", color=color)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_everything_about_a_rule_is_told(run: Run, language: str) -> None:
    for code in codes():
        result = run(code, "--language", language)
        assert result.exit_code == 0
        told, said = explanation(rule(code), language), words(result.output)
        parts = (told.severity_word, told.title, told.message, told.reason, told.example_message)
        assert [part for part in parts if words(part) not in said] == [], code
        assert f"site/{language}/contribute/rules/{code.lower()}.html" in result.output
        for line in (*told.bad, *told.good):
            assert f"    {''.join(piece.text for piece in line)}\n" in result.output
        assert (f"# ignore {code}: " in result.output) == rule(code).may_be_silenced


def test_without_a_code_all_rules_are_named(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    lines = result.output.splitlines()
    for code in codes():
        (line,) = [one for one in lines if one.startswith(f"  {code} ")]
        assert line.endswith(rule(code).title.en)
        assert rule(code).severity in line


def test_several_codes_are_told_in_the_order_asked_for_each_once(run: Run) -> None:
    output = run("T01", "f01", "t01").output
    assert output.index("error T01: ") < output.index("error F01: ")
    assert output.count("error T01: ") == 1


@pytest.mark.parametrize("typed", ["f01", "F01", "error[F01]", "kesalahan[F01]", "[f01]"])
def test_a_code_may_be_typed_as_one_reads_it(run: Run, typed: str) -> None:
    assert run(typed).output == run("F01").output


@pytest.mark.parametrize(
    ("language", "said"),
    [("en_GB.UTF-8", "there is no rule `F99`"), ("id_ID.UTF-8", "tidak ada aturan `F99`")],
)
def test_an_unknown_code_is_wrong_usage_and_near_ones_are_named(run: Run, language: str, said: str) -> None:
    result = run("F01", "F99", language=language)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert "F09" in result.stderr


def test_a_word_that_is_no_code_leads_to_the_list(run: Run) -> None:
    result = run("wording\x1b[31m")
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr
    assert "`tangguh explain`" in result.stderr


def test_the_environment_chooses_the_language(run: Run) -> None:
    assert run("F01", language="id_ID.UTF-8").output == run("F01", "--language", "id").output
    assert run("F01", language="jv_ID.UTF-8").output == run("F01", "--language", "en").output


def test_colour_marks_what_is_wrong_on_a_terminal_only(run: Run) -> None:
    assert "\x1b" not in run("F01").output
    shown = run("F01", color=True).output
    assert "\x1b[31m\x1b[1mexpects\x1b[0m: Ada yang masih diam." in shown
    assert "\x1b[32m\x1b[1mexpect\x1b[0m: Ada yang masih diam." in shown
