"""What README and the contributors' guides tell people to type is there, and works."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.commands import options
from generator.commands.cli import cli
from generator.findings.report import report
from generator.model.part import Part
from generator.reading.form import validate
from generator.reading.yaml_file import parse_yaml
from tests.guides.guide import GUIDES, ROOT, Example, all_commands, commands, examples
from tests.publishing.built import project_in

CONTRIBUTING = GUIDES[2:]
NOT_RUN = ("build", "serve", "test", "bench", "doctor")
"""Of these only the options are held to exist: they run long, or for ever."""
OF_THE_CODE = {"test", "bench", "schema"}
"""Programmers' commands, which the guides explain in English."""
OWN_RUNNER = ("test", "bench", "doctor")
"""The launcher hands all further arguments on to another program."""


def test_the_guides_name_the_same_commands_in_both_languages() -> None:
    for english, indonesian in (GUIDES[:2], GUIDES[2:]):
        names = [{words[0] for words in all_commands(guide)} for guide in (english, indonesian)]
        assert names[0] - OF_THE_CODE == names[1] - OF_THE_CODE


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_and_option_that_a_guide_names_exists(guide: str) -> None:
    for words in all_commands(guide):
        if words[0] in OWN_RUNNER:
            continue
        command, given = _command(words)
        known = {name for parameter in command.params for name in parameter.opts}
        named = {word.partition("=")[0] for word in given if word.startswith("--")}
        assert named - {"--help"} <= known, words


def _command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that these words call, and the words that are left for it."""
    command: click.Command = cli
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        called = command.get_command(click.Context(command), words[0])
        assert called, words
        command, words = called, words[1:]
    return command, words


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project without what a build writes; the current folder is in it."""
    folder = project_in(tmp_path / "project", ROOT / "curriculum")
    shutil.copytree(ROOT / "tests/local-of-course", folder / "local")  # the files that the guides show
    monkeypatch.setattr(options, "PROJECT", folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("guide", CONTRIBUTING)
def test_the_commands_of_a_guide_work_one_after_the_other(guide: str, project: Path) -> None:
    language = "id_ID.UTF-8" if ".id." in guide else "en_GB.UTF-8"
    runner = CliRunner(env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": language})
    ran = 0
    for example in examples(guide, "sh"):
        for words in commands(example.text):
            if words[0] not in NOT_RUN:
                result = runner.invoke(cli, words, prog_name="tangguh")
                assert result.exit_code == 0, f"{example.name}: {words}\n{result.output}"
                ran += 1
    assert ran, f"{guide} shows nothing to type"
    for example in examples(guide, "text"):
        make_the_fault(project, example.text)
        assert example.text in runner.invoke(cli, ["check"], prog_name="tangguh").stdout, example.name


SHOWN_LINE = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+):.*\n +\d+ \| (?P<text>.*)$", re.MULTILINE)
"""What a finding shows: the file, the line's number, and below it the line as it stands there."""


def make_the_fault(project: Path, finding: str) -> None:
    """Write into the file the faulty line that a finding shows."""
    shown = SHOWN_LINE.search(finding)
    assert shown
    path = project / shown["file"]
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[int(shown["line"]) - 1] = shown["text"]
    path.write_text("\n".join(lines), encoding="utf-8")


YAML = [example for guide in CONTRIBUTING for example in examples(guide, "yaml")]


@pytest.mark.parametrize("example", YAML, ids=lambda example: example.name)
def test_a_piece_of_yaml_in_a_guide_is_what_it_says_it_is(example: Example) -> None:
    read = parse_yaml(example.text.encode(), example.name)
    assert not read.findings, report(read.findings, "en")
    if not example.says:  # a file of a local folder, which another test holds to the course
        return
    part = {one.__name__: one for one in _parts(Part)}.get(example.says.strip())
    assert part, f"{example.name} names no part of the model after ```yaml"
    assert read.tree
    form = validate(read.tree, part)
    assert not form.findings, report(form.findings, "en")


def _parts(part: type[Part]) -> Iterator[type[Part]]:
    for one in part.__subclasses__():
        yield one
        yield from _parts(one)
