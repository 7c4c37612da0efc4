"""An output that would take something from somebody is refused, with its name and the way out."""

import os
from pathlib import Path

import pytest

from generator.publishing.errors import MachineError, OutputError
from generator.publishing.place import output_place
from generator.publishing.record import write_record
from tests.publishing.built import ROOT, SAMPLE, plan


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a course and a theme, in which one stands."""
    for name in ("project/curriculum/modules", "project/theme/site", "project/build", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def place_of(output: str | Path, project: Path) -> Path:
    return output_place(Path(output), project / "build", (project / "curriculum", project / "theme"))


@pytest.mark.parametrize("output", ["site", "../elsewhere", "../elsewhere/deep/site", "curriculum-site"])
def test_a_place_of_its_own_is_taken(project: Path, output: str) -> None:
    """It need not be there, nor the folders that it is in; nothing is made yet."""
    assert place_of(output, project) == (project / output).resolve()
    assert sorted(path.name for path in project.iterdir()) == ["build", "curriculum", "theme"]


@pytest.mark.parametrize(
    ("output", "named"),
    [
        (".", "holds-source"),
        ("..", "holds-source"),
        ("curriculum", "is-source"),
        ("theme", "is-source"),
        ("build", "is-source"),
        ("curriculum/modules", "inside-source"),
        ("theme/site/new", "inside-source"),
        ("build/site", "inside-work"),
        ("elsewhere/../theme", "is-source"),
        ("/", "everything"),
        ("~", "everything"),
        ("/proc", "is-mount"),
    ],
)
def test_what_a_build_needs_and_what_is_more_than_a_site_is_refused(
    project: Path, output: str, named: str
) -> None:
    if output == "/proc" and not Path(output).is_mount():
        pytest.skip("no /proc on this system")
    with pytest.raises(OutputError) as refused:
        place_of(Path(output).expanduser(), project)
    assert refused.value.args[0].name == named
    assert "--output" in refused.value.in_language("id")


def test_a_home_without_files_is_refused_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(project.parent / "elsewhere"))
    with pytest.raises(OutputError, match="more than one site"):
        place_of("../elsewhere", project)


@pytest.mark.parametrize("below", [".", "id/handbooks"])
def test_the_folder_that_one_is_in_is_not_taken_away(
    project: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    (project / "site" / below).mkdir(parents=True)
    monkeypatch.chdir(project / "site" / below)
    with pytest.raises(OutputError, match=r"cd \.\."):
        place_of(project / "site", project)


def test_a_link_leads_to_the_place_and_stays(project: Path) -> None:
    (project / "site").symlink_to(project.parent / "elsewhere")
    assert place_of("site", project) == project.parent / "elsewhere"


def test_a_link_to_what_a_build_needs_is_refused(project: Path) -> None:
    (project / "site").symlink_to("theme")
    with pytest.raises(OutputError, match="site itself is what the build needs"):
        place_of("site", project)


def test_a_link_to_someone_elses_folder_is_refused(project: Path) -> None:
    (project.parent / "elsewhere/thesis.docx").touch()
    (project / "site").symlink_to(project.parent / "elsewhere")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        place_of("site", project)


def test_a_link_that_leads_to_itself_is_refused(project: Path) -> None:
    (project / "site").symlink_to("site")
    with pytest.raises(OutputError, match="no folder"):
        place_of("site", project)


@pytest.mark.parametrize(
    "record",
    [
        "{}",
        "[]",
        "null",
        "not JSON",
        '{"name": "app", "files": ["main.js"]}',
        '{"files": {}, "curriculum": ""}',
        '{"files": {"other.html": {}}, "curriculum": "0"}',
        "[" * 100_000,
    ],
    ids=range(8),
)
def test_a_build_json_of_another_tool_opens_no_folder(project: Path, record: str) -> None:
    other = project.parent / "elsewhere"
    (other / "build.json").write_text(record, encoding="utf-8")
    (other / "main.js").touch()
    with pytest.raises(OutputError, match=r"main\.js"):
        place_of(other, project)


def test_a_build_json_of_another_tool_is_not_taken_either(project: Path) -> None:
    (project.parent / "elsewhere/build.json").write_text('{"name": "app"}', encoding="utf-8")
    with pytest.raises(OutputError, match=r"build\.json"):
        place_of("../elsewhere", project)


def test_an_output_of_ours_is_taken_also_when_half_of_it_was_removed(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    for name in ("index.html", "404.html"):
        (site / name).touch()
    write_record(site, "1", "0" * 64, {}, {})
    (site / "index.html").unlink()
    assert place_of("site", project) == site


def test_many_files_are_told_by_three_and_a_number(project: Path) -> None:
    for number in range(5):
        (project.parent / f"elsewhere/{number}.txt").touch()
    with pytest.raises(OutputError, match=r"0\.txt, 1\.txt, 2\.txt, and 2 more") as refused:
        place_of("../elsewhere", project)
    assert "dan 2 lagi" in refused.value.in_language("id")


def test_a_file_among_the_folders_above_is_told(project: Path) -> None:
    (project / "notes").touch()
    with pytest.raises(MachineError, match="notes"):
        place_of("notes/site", project)


def test_a_folder_that_lets_nobody_write_is_told_before_the_work(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def access(path: Path, mode: int) -> bool:
        asked.append(path)
        return False

    monkeypatch.setattr(os, "access", access)
    with pytest.raises(MachineError) as refused:
        place_of("../elsewhere/deep/site", project)
    assert asked == [project.parent / "elsewhere"]
    assert refused.value.args[0].name == "unwritable"


def test_a_build_names_all_that_it_reads(tmp_path: Path) -> None:
    """The generator itself is among it: nobody builds into the program."""
    sources = plan(SAMPLE, tmp_path, local=tmp_path / "local").sources
    assert {SAMPLE, ROOT / "theme", ROOT / "mkdocs.yml", ROOT / "generator", tmp_path / "local"} == set(
        sources
    )
