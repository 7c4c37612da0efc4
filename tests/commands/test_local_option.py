"""`--local`: an organisation's folder laid over the course, from the command line."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import options
from generator.commands.cli import cli
from generator.publishing.build import curriculum_digest
from tests.publishing.built import ROOT, SAMPLE, project_in

Run = Callable[..., Result]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests/local", tmp_path / "own")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    folder = project_in(tmp_path / "project")
    monkeypatch.setattr(options, "PROJECT", folder)

    def run_command(*arguments: str) -> Result:
        result = CliRunner(env={"LC_ALL": "en_GB.UTF-8"}).invoke(cli, list(arguments), prog_name="tangguh")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run_command


def test_what_does_not_fit_is_told_with_its_line(run: Run, own: Path) -> None:
    file = own / "modules/listening/sessions/hearing.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("slug: check-in", "slug: chekin"), encoding="utf-8"
    )
    result = run("check", "--local", str(own))
    assert result.exit_code == 1
    assert f"{file}:3:11: error[O01]" in result.output
    assert "did you mean `check-in`?" in result.output


def test_changes_are_confirmed_when_asked(run: Run, own: Path) -> None:
    assert "4 changes not confirmed" in run("check", "--local", str(own)).output
    assert not (own / "local.lock").exists()
    assert run("check", "--local", str(own), "--confirm").exit_code == 0
    assert len((own / "local.lock").read_text(encoding="utf-8").splitlines()) == 4
    assert "not confirmed" not in run("check", "--local", str(own)).output


def test_nothing_is_confirmed_while_there_are_errors(run: Run, own: Path) -> None:
    (own / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    assert run("check", "--local", str(own), "--confirm").exit_code == 1
    assert not (own / "local.lock").exists()


def test_there_is_nothing_to_confirm_without_a_folder(run: Run) -> None:
    assert run("check", "--confirm").exit_code == 2


@pytest.mark.parametrize("place", ["no-such-folder", "project", "project/curriculum/own"])
def test_a_folder_that_cannot_be_laid_over_the_course_is_wrong_usage(
    run: Run, tmp_path: Path, place: str
) -> None:
    (tmp_path / "project/curriculum/own").mkdir()
    assert run("check", "--local", str(tmp_path / place)).exit_code == 2


def test_the_site_is_built_of_both(run: Run, own: Path, tmp_path: Path) -> None:
    result = run("build", "--local", str(own), "--only", "site")
    assert result.exit_code == 0, result.output
    site = tmp_path / "project/site"
    assert (site / "id/assets/organisation.svg").read_bytes() == (own / "media/logo.svg").read_bytes()
    assert (site / "en/media/listening/street.svg").is_file()
    assert (site / "en/media/listening/two-chairs.svg").is_file()
    assert not (site / "en/listening/sessions/answering.html").exists()
    with zipfile.ZipFile(site / "tangguh.zip") as archive:
        readme = next(name for name in archive.namelist() if "README" in name.upper())
        assert "diadaptasi oleh Yayasan Teman Sukajadi" in archive.read(readme).decode()


def test_the_digest_counts_what_may_be_read_of_the_folder(own: Path) -> None:
    with_folder = curriculum_digest(SAMPLE, own)
    assert with_folder != curriculum_digest(SAMPLE)
    (own / ".git").mkdir()
    (own / ".git/HEAD").write_text("ref\n", encoding="utf-8")
    assert curriculum_digest(SAMPLE, own) == with_folder
    (own / "media/logo.svg").write_text("<svg/>", encoding="utf-8")
    assert curriculum_digest(SAMPLE, own) != with_folder
