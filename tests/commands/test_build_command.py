"""`tangguh build`: what it writes, what it says, and how it ends."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import build as build_module
from generator.commands import options
from generator.commands.cli import cli
from generator.publishing.lock import locked
from tests.publishing.built import project_in

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, with the sample as its curriculum and our theme."""
    folder = project_in(tmp_path / "proyek")
    monkeypatch.setattr(options, "PROJECT", folder)
    return folder


@pytest.fixture
def run(project: Path) -> Run:
    def run(*arguments: str, language: str = "en_GB.UTF-8") -> Result:
        surroundings = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": language}
        result = CliRunner(env=surroundings).invoke(cli, list(arguments), prog_name="tangguh")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return run


def break_course(project: Path) -> None:
    file = project / "curriculum/modules/listening/sessions/hearing.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("minutes: 30", "minutes: 31", 1) + "title: lagi\n", encoding="utf-8")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_site_alone_is_built_in_both_languages(project: Path, run: Run) -> None:
    result = run("build", "--only", "site")
    assert result.exit_code == 0, result.output
    written = files(project / "site")
    assert {"index.html", "build.json", "id/index.html", "en/index.html"} <= set(written)
    assert [name for name in written if name.endswith(".pdf")] == []
    assert "site" in result.stdout
    assert "/".join(("2", "2")) in result.stderr


def test_quiet_says_nothing(project: Path, run: Run) -> None:
    result = run("build", "--only", "site", "--language", "id", "--quiet")
    assert result.exit_code == 0
    assert result.output == ""
    assert (project / "site/id/index.html").is_file()
    assert not (project / "site/en").exists()


def test_one_modules_handbooks_in_one_language_go_where_they_are_wanted(project: Path, run: Run) -> None:
    """And into no other place: the project's own `site/` is not touched."""
    wanted = project / "salinan"
    result = run(
        "build", "--only", "handbooks", "--language", "en", "--module", "listening",
        "--output", str(wanted), "--jobs", "2",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    printed = [name for name in files(wanted) if name.endswith(".pdf")]
    editions = {f"en/handbooks/{edition}-listening.pdf" for edition in
                ("facilitator", "participant", "evaluation")}  # fmt: skip
    assert editions <= set(printed)
    assert all(name.startswith("en/handbooks/") and "-course" not in name for name in printed)
    assert not (project / "site").exists()
    record = json.loads((wanted / "build.json").read_text(encoding="utf-8"))
    assert all(record["files"][name]["pages"] > 0 for name in printed)
    assert re.search(rf"^All +{len(printed)} ", result.stdout, re.MULTILINE)


@pytest.mark.parametrize(("language", "words"), [("id_ID.UTF-8", "kesalahan"), ("en_GB", "error")])
def test_a_fault_stops_the_build_with_its_place_in_the_readers_language(
    project: Path, run: Run, language: str, words: str
) -> None:
    (project / "site").mkdir()
    (project / "site/build.json").write_text("{}", encoding="utf-8")
    break_course(project)
    result = run("build", language=language)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "sessions/hearing.yaml:" in result.stderr
    assert words in result.stderr
    assert files(project / "site") == ["build.json"]
    assert not (project / "build").exists()


@pytest.mark.parametrize(
    "text",
    ["judul: [", "", "\tx: 1", "a: &x 1\nb: *x\n", "\x00", "- 1\n- 2\n", "title: !!python/object:x.Y {}\n"],
    ids=["unclosed", "empty", "tab", "alias", "binary", "list", "tag"],
)
def test_no_broken_file_makes_a_traceback(project: Path, run: Run, text: str) -> None:
    (project / "curriculum/course.yaml").write_text(text, encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "course.yaml" in result.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--language", "nl"], ["nl", "id", "en"]),
        (["--module", "no-such"], ["no-such", "listening"]),
        (["--only", "pdf"], ["pdf", "site", "handbooks"]),
        (["--jobs", "0"], ["0"]),
        (["--curriculum", "nowhere"], ["nowhere"]),
        (["--no-such-option"], ["--no-such-option"]),
    ],
)
def test_wrong_usage_is_told_with_what_is_possible(
    project: Path, run: Run, arguments: list[str], named: list[str]
) -> None:
    result = run("build", *arguments)
    assert result.exit_code == 2
    assert all(word in result.stderr for word in named)
    assert not (project / "site").exists()


def test_a_folder_with_someone_elses_files_is_refused(project: Path, run: Run, tmp_path: Path) -> None:
    """The message names the folder, a file in it, and the way out."""
    other = tmp_path / "Dokumen"
    other.mkdir()
    (other / "skripsi.docx").write_bytes(b"sepuluh tahun")
    result = run("build", "--only", "site", "--output", str(other))
    assert result.exit_code == 2
    assert str(other) in result.stderr
    assert "skripsi.docx" in result.stderr
    assert "--output" in result.stderr
    assert files(other) == ["skripsi.docx"]


@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        ("proyek/theme", 2, {"id_ID": "sendiri dibutuhkan", "en_GB": "itself is what the build needs"}),
        ("proyek", 2, {"id_ID": "di dalam", "en_GB": "holds"}),
        ("berkas", 2, {"id_ID": "bukan folder", "en_GB": "is no folder"}),
        ("berkas/situs", 3, {"id_ID": "bukan folder", "en_GB": "is no folder"}),
    ],
)
@pytest.mark.parametrize("language", ["id_ID", "en_GB"])
def test_a_place_that_is_no_place_is_refused_in_the_readers_language(
    project: Path, run: Run, tmp_path: Path, output: str, code: int, words: dict[str, str], language: str
) -> None:
    (tmp_path / "berkas").touch()
    result = run("build", "--only", "site", "--output", str(tmp_path / output), language=f"{language}.UTF-8")
    assert result.exit_code == code
    assert words[language] in result.stderr
    assert "--output" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("language", "words"), [("id_ID.UTF-8", "ditunggu"), ("en_GB.UTF-8", "waiting")])
def test_a_second_build_says_for_whom_it_waits(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """And, when that one does not end, that it gave up; what is there stays."""
    monkeypatch.setattr("generator.publishing.lock.PAUSE", 0)
    monkeypatch.setattr("generator.publishing.lock.PATIENCE", 0.01)
    with locked([project / "build"], pytest.fail):
        result = run("build", "--only", "site", "--quiet", language=language)
    waits, gave_up = result.stderr.splitlines()
    assert words in waits
    assert f"{os.getpid()}, " in waits
    assert str(project / "build") in waits
    assert str(project / "build") in gave_up
    assert result.exit_code == 3
    assert not (project / "site").exists()


def test_a_place_that_cannot_be_written_is_told(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    result = run("build", "--only", "site", "--output", str(tmp_path / "berkas" / "site"))
    assert result.exit_code == 3
    assert "berkas" in result.stderr


def test_a_machine_without_pango_is_told_what_it_lacks(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_module, "missing", lambda purpose: ["Pango"])
    monkeypatch.setattr(
        build_module, "report_machine", lambda purpose: ["Pango: missing", "apt install pango"]
    )
    result = run("build")
    assert result.exit_code == 3
    assert "Pango: missing" in result.stderr
    assert not (project / "site").exists()


def test_the_site_alone_needs_no_pango(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "missing", lambda purpose: ["Pango"])
    assert run("build", "--only", "site", "--language", "id").exit_code == 0


def test_a_warning_of_an_engine_is_told_in_its_own_words(project: Path, run: Run) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(settings + "\nno_such_setting: 1\n", encoding="utf-8")
    result = run("build", "--only", "site")
    assert result.exit_code == 1
    assert "no_such_setting" in result.stderr
    assert not (project / "site").exists()


def test_an_edition_that_is_asked_for_is_printed_alone_and_listed_with_its_paper(
    project: Path, run: Run
) -> None:
    """What stands in `site/` already stays, and the page of downloads tells of both."""
    assert run("build", "--only", "handbooks", "--language", "en", "--edition", "participant").exit_code == 0
    result = run("build", "--language", "en", "--edition", "large-print", "--paper", "f4")
    assert result.exit_code == 0, result.output
    record = json.loads((project / "site/build.json").read_text(encoding="utf-8"))["files"]
    papers = {name.rpartition("/")[2]: facts["paper"] for name, facts in record.items() if "paper" in facts}
    assert papers == {
        "participant-course.pdf": "a4",
        "participant-listening.pdf": "a4",
        "large-print-participant-course.pdf": "f4",
        "large-print-participant-listening.pdf": "f4",
    }
    downloads = (project / "site/en/downloads.html").read_text(encoding="utf-8")
    assert "large-print-participant-listening.pdf" in downloads
    assert ">F4<" in downloads
    assert 'href="handbooks/booklet-participant-listening.pdf"' not in downloads


def test_a_booklet_is_printed_too_where_it_is_asked_for(project: Path, run: Run) -> None:
    result = run("build", "--only", "handbooks", "--language", "en", "--edition", "participant", "--booklet")
    assert result.exit_code == 0, result.output
    printed = {Path(name).name for name in files(project / "site") if name.endswith(".pdf")}
    assert printed == {
        f"{edition}-{of}.pdf"
        for edition in ("participant", "booklet-participant")
        for of in ("course", "listening")
    }


@pytest.mark.parametrize(
    ("option", "value", "known"), [("--paper", "a3", "letter"), ("--edition", "buku", "large-print")]
)
def test_what_cannot_be_printed_is_said_with_what_can(run: Run, option: str, value: str, known: str) -> None:
    result = run("build", option, value)
    assert result.exit_code == 2
    assert value in result.output
    assert known in result.output
