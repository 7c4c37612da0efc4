"""The hosting page's own files are well formed, and call what is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.commands.cli import cli
from tests.guides.guide import ROOT

HOSTING = ROOT / ".github"
WORKFLOWS = sorted((HOSTING / "workflows").glob("*.yml"))
FORMS = sorted((HOSTING / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
SCHEMAS: dict[str, list[Path]] = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [HOSTING / "ISSUE_TEMPLATE/config.yml"],
    "vendor.dependabot": [HOSTING / "dependabot.yml"],
}
PINNED = re.compile(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_hosting_pages_files_keep_its_schemas(schema: str) -> None:
    assert SCHEMAS[schema]
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        schema,
        *map(str, SCHEMAS[schema]),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if "uses:" in line:
            assert PINNED.search(line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_write_nothing_but_the_published_pages(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert set(job.get("permissions", {})) <= {"pages", "id-token"}


def test_a_proposal_from_a_stranger_never_runs_with_the_projects_rights() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_commands_and_options_that_exist(path: Path) -> None:
    lines = [
        line
        for job in _read(path)["jobs"].values()
        for step in job["steps"]
        for line in step.get("run", "").split("\n")
    ]
    called = [
        shlex.split(line.partition(">>")[0])[1:] for line in lines if line.strip().startswith("./tangguh")
    ]
    assert called
    for name, *given in called:
        command = cli.get_command(click.Context(cli), name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in given if word.startswith("--")} <= known


def test_every_form_speaks_both_languages() -> None:
    for path in FORMS:
        form = _read(path)
        assert " / " in form["name"]
        for field in form["body"]:
            assert " / " in field["attributes"].get("label", field["attributes"].get("value", " / "))


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
