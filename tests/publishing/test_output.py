"""The output folder is exchanged whole, and nobody's files are ever lost."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from generator.publishing import output
from generator.publishing.build import BuildPlan, build
from generator.publishing.errors import (
    MachineError,
    OutputError,
    PublishingError,
    SiteEngineError,
)
from generator.publishing.output import output_folder
from generator.publishing.record import read_record, write_record
from generator.publishing.sentence import Sentence
from generator.rendering.theme import Theme
from tests.publishing.built import SAMPLE, THEME, CourseInTests, plan, quiet


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


BOOK = "id/handbooks/facilitator-course.pdf"
EARLIER_BOOK = {"sha256": hashlib.sha256(b"earlier").hexdigest(), "bytes": 7, "pages": 70}


def record(folder: Path) -> None:
    """Write down what a folder holds, as a build does at its end."""
    printed = {BOOK: {"pages": 70}} if (folder / BOOK).is_file() else {}
    write_record(folder, "", "0" * 64, printed, {})


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder with the output of an earlier build, and the mark that keeps it in git."""
    place = tmp_path / "site"
    (place / "id/handbooks").mkdir(parents=True)
    (place / ".gitkeep").touch()
    for name in ("index.html", "404.html", "id/index.html", "id/stale.html", BOOK):
        (place / name).write_text("earlier", encoding="utf-8")
    record(place)
    return place


def fill(folder: Path, text: str = "new") -> None:
    (folder / "index.html").write_text(text, encoding="utf-8")
    record(folder)


def site_plan(place: Path, **changes: object) -> BuildPlan:
    return plan(SAMPLE, place, handbooks=False, **changes)


def leftovers(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir() if path.name not in ("site", "work", "theme"))


def test_a_finished_block_takes_the_place_of_what_was_there(earlier: Path) -> None:
    with output_folder(earlier) as folder:
        (folder / "new.html").write_text("new", encoding="utf-8")
        record(folder)
        assert (earlier / "index.html").exists()
    assert set(tree(earlier)) == {"new.html", "build.json", ".gitkeep"}
    assert leftovers(earlier.parent) == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_block_that_fails_changes_nothing(earlier: Path, error: type[BaseException]) -> None:
    before = tree(earlier)

    def work() -> None:
        with output_folder(earlier) as folder:
            (folder / "half.html").write_text("half", encoding="utf-8")
            raise error

    with pytest.raises(error):
        work()
    assert tree(earlier) == before
    assert leftovers(earlier.parent) == []


def test_a_partial_build_starts_with_what_is_there(earlier: Path) -> None:
    with output_folder(earlier, keep=True) as folder:
        assert (folder / "id/index.html").read_text(encoding="utf-8") == "earlier"
        (folder / "id/index.html").write_text("newer", encoding="utf-8")
        record(folder)
    assert (earlier / "id/index.html").read_text(encoding="utf-8") == "newer"
    assert (earlier / BOOK).exists()


def test_a_folder_of_someone_elses_is_refused_by_name(tmp_path: Path, sample_course: CourseInTests) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.docx").write_bytes(b"ten years of work")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        build(site_plan(tmp_path), sample_course.courses, quiet)
    assert tree(tmp_path / "site") == {"thesis.docx": b"ten years of work"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, sample_course: CourseInTests) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="site"):
        build(site_plan(tmp_path), sample_course.courses, quiet)
    assert (tmp_path / "site").read_text(encoding="utf-8") == "a file"


def test_an_empty_folder_and_one_kept_by_git_are_taken(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    with output_folder(place) as folder:
        fill(folder)
    shutil.rmtree(place)
    place.mkdir()
    (place / ".gitkeep").touch()
    with output_folder(place) as folder:
        fill(folder)
    assert set(tree(place)) == {".gitkeep", "build.json", "index.html"}


def test_a_warning_of_mkdocs_stops_the_build_and_leaves_the_output(
    earlier: Path, sample_course: CourseInTests
) -> None:
    """A setting that MkDocs does not know makes it warn."""
    settings = earlier.parent / "work" / "mkdocs.yml"
    settings.parent.mkdir()
    original = site_plan(earlier.parent).settings.read_text(encoding="utf-8")
    settings.write_text(original + "\nno_such_setting: true\n", encoding="utf-8")
    before = tree(earlier)
    with pytest.raises(SiteEngineError, match="no_such_setting"):
        build(site_plan(earlier.parent, settings=settings), sample_course.courses, quiet)
    assert tree(earlier) == before
    assert leftovers(earlier.parent) == []


def test_a_warning_of_weasyprint_stops_the_build_and_names_the_document(
    earlier: Path, sample_course: CourseInTests
) -> None:
    """A style sheet with a property that no one knows makes it warn. The site is being built meanwhile."""
    theme = Theme(earlier.parent / "theme")
    copy_theme(theme)
    with (theme.root / "print/text.css").open("a", encoding="utf-8") as sheet:
        sheet.write("\np { no-such-property: 1; background: url(https://example.org/x.png); }\n")
    before = tree(earlier)
    language = sample_course.courses["id"].language
    with pytest.raises(PublishingError):
        build(
            plan(SAMPLE, earlier.parent, theme=theme, language=language),
            sample_course.courses,
            quiet,
        )
    assert tree(earlier) == before
    assert leftovers(earlier.parent) == []


def copy_theme(theme: Theme) -> None:
    for path in THEME.root.rglob("*"):
        if path.is_file():
            place = theme.root / path.relative_to(THEME.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())


def test_one_language_leaves_the_other_as_it_is(earlier: Path, sample_course: CourseInTests) -> None:
    build(site_plan(earlier.parent, language="en"), sample_course.courses, quiet)
    assert (earlier / "id/index.html").read_text(encoding="utf-8") == "earlier"
    assert "<html" in (earlier / "en/index.html").read_text(encoding="utf-8")
    assert (earlier / BOOK).read_bytes() == b"earlier"


def test_the_site_alone_leaves_the_handbooks_as_they_are(earlier: Path, sample_course: CourseInTests) -> None:
    """Also in the record, which still knows their pages, and from which curriculum they were made."""
    build(site_plan(earlier.parent), sample_course.courses, quiet)
    assert (earlier / BOOK).read_bytes() == b"earlier"
    assert not (earlier / "id/stale.html").exists()
    files = json.loads((earlier / "build.json").read_text(encoding="utf-8"))["files"]
    kept = files[BOOK]
    assert kept == EARLIER_BOOK | {"curriculum": "0" * 64}
    assert "curriculum" not in files["id/index.html"]
    assert ".gitkeep" not in files
    assert "id/index.html" in files


def test_what_is_kept_is_shared_and_nothing_of_it_is_written_over(
    tmp_path: Path, sample_course: CourseInTests
) -> None:
    """The old output under a second name stays as it was, to the time of its last change."""
    part = {"language": "en", "module": "listening", "editions": frozenset({"participant"})}
    build(plan(SAMPLE, tmp_path, **part), sample_course.courses, quiet)
    old = shutil.copytree(tmp_path / "site", tmp_path / "old", copy_function=os.link)
    (tmp_path / "site/en/handbooks/facilitator-listening.pdf").write_bytes(b"earlier")
    record(tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in old.rglob("*") if path.is_file()}
    build(plan(SAMPLE, tmp_path, **part), sample_course.courses, quiet)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    kept = tmp_path / "site/en/handbooks/facilitator-listening.pdf"
    assert kept.read_bytes() == b"earlier"
    assert kept.stat().st_nlink == 1


def test_a_build_that_ended_between_its_renames_leaves_the_last_good_output(tmp_path: Path) -> None:
    """The next one finds it beside the place, and puts it back first."""
    old = tmp_path / ".site.tangguh-old"
    old.mkdir()
    fill(old, "good")
    with pytest.raises(ZeroDivisionError), output_folder(tmp_path / "site"):
        raise ZeroDivisionError
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "good"
    assert leftovers(tmp_path) == []


def test_what_a_killed_build_left_is_removed(earlier: Path) -> None:
    """Also a link or a file of that name, but not what a link leads to."""
    (earlier.parent / ".site.tangguh-new-1/id").mkdir(parents=True)
    (earlier.parent / ".site.tangguh-new-1/id/half.html").touch()
    (earlier.parent / ".site.tangguh-new-2").touch()
    (earlier.parent / ".site.tangguh-old").symlink_to(earlier.parent / "site")
    with output_folder(earlier) as folder:
        assert list(folder.iterdir()) == []
        fill(folder)
    assert leftovers(earlier.parent) == []
    assert (earlier / "index.html").read_text(encoding="utf-8") == "new"


def test_a_rest_that_cannot_be_removed_is_named(earlier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = earlier.parent / ".site.tangguh-new"
    rest.mkdir()
    monkeypatch.setattr(output, "remove", not_permitted)
    with pytest.raises(MachineError, match=r"\.site\.tangguh-new"), output_folder(earlier):
        pass
    assert tree(earlier)["index.html"] == b"earlier"


def test_an_old_output_that_cannot_be_removed_is_told_and_no_failure(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Sentence] = []
    with output_folder(earlier, tell=told.append) as folder:
        fill(folder)
        monkeypatch.setattr(output, "remove", not_permitted)
    assert tree(earlier)["index.html"] == b"new"
    assert [sentence.name for sentence in told] == ["old-stays"]
    assert ".site.tangguh-" in told[0].in_language("id")


def not_permitted(path: Path) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_what_is_hidden_at_the_top_is_kept(earlier: Path) -> None:
    """Git's and the server's files, with all that is in them; links stay links."""
    (earlier / ".git/refs").mkdir(parents=True)
    (earlier / ".git/refs/main").write_text("abc", encoding="utf-8")
    (earlier / ".nojekyll").touch()
    (earlier / ".well-known").symlink_to("/nowhere")
    with output_folder(earlier) as folder:
        fill(folder)
    assert {".git/refs/main", ".nojekyll", ".gitkeep"} < set(tree(earlier))
    assert (earlier / ".well-known").readlink() == Path("/nowhere")


def test_a_partial_build_neither_packs_nor_lists_what_is_hidden(earlier: Path) -> None:
    (earlier / ".git").mkdir()
    (earlier / ".git/config").touch()
    with output_folder(earlier, keep=True) as folder:
        assert not any(path.name.startswith(".") for path in folder.iterdir())
        record(folder)
    assert (earlier / ".git/config").exists()
    assert ".git/config" not in read_record(earlier).files


def test_what_file_managers_leave_is_nobodys(earlier: Path) -> None:
    for name in (".DS_Store", "id/.DS_Store", "id/Thumbs.db"):
        (earlier / name).touch()
    with output_folder(earlier, keep=True) as folder:
        record(folder)
    assert set(tree(earlier)) == {*read_record(earlier).files, "build.json", ".gitkeep"}


@pytest.mark.parametrize("name", ["CNAME", "id/catatan.txt", "id/handbooks/.htaccess"])
def test_a_file_that_appeared_since_the_last_build_is_refused_by_name(earlier: Path, name: str) -> None:
    (earlier / name).write_text("mine", encoding="utf-8")
    before = tree(earlier)
    with pytest.raises(OutputError, match=name), output_folder(earlier):
        pass
    assert tree(earlier) == before


def test_a_file_that_appears_during_the_build_is_refused_too(earlier: Path) -> None:
    def work() -> None:
        with output_folder(earlier) as folder:
            fill(folder)
            (earlier / "CNAME").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="CNAME"):
        work()
    assert tree(earlier)["CNAME"] == b"mine"
    assert tree(earlier)["index.html"] == b"earlier"
    assert leftovers(earlier.parent) == []


@pytest.mark.parametrize("harm", ["missing", "shortened", "not recorded", "no record"])
def test_what_is_not_whole_takes_nobodys_place(earlier: Path, harm: str) -> None:
    before = tree(earlier)

    def work() -> None:
        with output_folder(earlier, wanted=["index.html"]) as folder:
            fill(folder)
            harmed = folder / "index.html"
            if harm == "missing":
                harmed.unlink()
            elif harm == "shortened":
                harmed.write_text("", encoding="utf-8")
            elif harm == "not recorded":
                (folder / "late.html").touch()
            else:
                (folder / "build.json").unlink()

    with pytest.raises(MachineError, match=r"index\.html|late\.html"):
        work()
    assert tree(earlier) == before
    assert leftovers(earlier.parent) == []


def test_a_build_that_lacks_what_was_wanted_takes_nobodys_place(earlier: Path) -> None:
    def work() -> None:
        with output_folder(earlier, wanted=["index.html", "id/index.html"]) as folder:
            fill(folder)

    with pytest.raises(MachineError, match=r"id/index\.html"):
        work()
    assert tree(earlier)["index.html"] == b"earlier"


def test_the_folder_stays_as_open_to_others_as_it_was(earlier: Path) -> None:
    earlier.chmod(0o750)
    with output_folder(earlier) as folder:
        fill(folder)
    assert earlier.stat().st_mode & 0o777 == 0o750


def test_no_two_builds_fill_a_folder_of_one_name(earlier: Path) -> None:
    """A worker of a killed build that lives for a moment more writes into no other's."""
    folders = set()
    for _ in range(2):
        with output_folder(earlier) as folder:
            folders.add(folder)
            fill(folder)
    assert len(folders) == 2
