"""The output folder is exchanged whole, and nobody's files are ever lost."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publishing import build as building
from generator.publishing.build import BuildPlan, build
from generator.publishing.errors import OutputError, PrintEngineError, PublishingError, SiteEngineError
from generator.publishing.handbooks import Printed
from generator.publishing.output import output_folder
from generator.rendering.theme import Theme
from tests.publishing.built import SAMPLE, THEME, CourseInTests, plan, quiet


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


EARLIER_BOOK = {"sha256": hashlib.sha256(b"earlier").hexdigest(), "bytes": 7, "pages": 70}


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder with the output of an earlier build, and the mark that keeps it in git."""
    output = tmp_path / "site"
    (output / "id/handbooks").mkdir(parents=True)
    (output / ".gitkeep").touch()
    (output / "index.html").write_text("earlier", encoding="utf-8")
    (output / "id/index.html").write_text("earlier", encoding="utf-8")
    (output / "id/handbooks/facilitator-course.pdf").write_bytes(b"earlier")
    files = {"id/handbooks/facilitator-course.pdf": EARLIER_BOOK}
    record = json.dumps({"curriculum": "0" * 64, "files": files})
    (output / "build.json").write_text(record, encoding="utf-8")
    return output


def site_plan(place: Path, **changes: object) -> BuildPlan:
    return plan(SAMPLE, place, handbooks=False, **changes)


def leftovers(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if path.name not in ("site", "work", "theme")]


def test_a_finished_block_takes_the_place_of_what_was_there(earlier: Path) -> None:
    with output_folder(earlier) as folder:
        (folder / "new.html").write_text("new", encoding="utf-8")
        assert (earlier / "index.html").exists()
    assert set(tree(earlier)) == {"new.html", ".gitkeep"}
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
        (folder / "id/index.html").write_text("new", encoding="utf-8")
    assert (earlier / "id/index.html").read_text(encoding="utf-8") == "new"
    assert (earlier / "id/handbooks/facilitator-course.pdf").exists()


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
    output = tmp_path / "site"
    output.mkdir()
    with output_folder(output):
        pass
    (output / ".gitkeep").touch()
    with output_folder(output):
        pass
    assert set(tree(output)) == {".gitkeep"}


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


def test_a_failing_print_engine_stops_the_build_and_leaves_the_output(
    earlier: Path, sample_course: CourseInTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs is running by then; it is ended and waited for."""

    def fail(*_: object) -> Printed:
        raise PrintEngineError("facilitator-course: no such image")

    monkeypatch.setattr(building.Printing, "finish", fail)
    before = tree(earlier)
    with pytest.raises(PrintEngineError):
        build(plan(SAMPLE, earlier.parent), sample_course.courses, quiet)
    assert tree(earlier) == before
    assert leftovers(earlier.parent) == []


def test_a_warning_of_weasyprint_stops_the_build_and_names_the_document(
    earlier: Path, sample_course: CourseInTests
) -> None:
    """A style sheet with a property that no one knows makes it warn."""
    theme = Theme(earlier.parent / "theme")
    copy_theme(theme)
    with (theme.root / "print/text.css").open("a", encoding="utf-8") as sheet:
        sheet.write("\np { no-such-property: 1; background: url(https://example.org/x.png); }\n")
    before = tree(earlier)
    language = sample_course.courses["id"].language
    with pytest.raises(PublishingError):
        build(
            replace(plan(SAMPLE, earlier.parent, theme=theme), site=False, language=language),
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
    assert (earlier / "id/handbooks/facilitator-course.pdf").read_bytes() == b"earlier"


def test_the_site_alone_leaves_the_handbooks_as_they_are(earlier: Path, sample_course: CourseInTests) -> None:
    """Also in the record, which still knows their pages, and from which curriculum they were made."""
    (earlier / "id/stale.html").touch()
    build(site_plan(earlier.parent), sample_course.courses, quiet)
    assert (earlier / "id/handbooks/facilitator-course.pdf").read_bytes() == b"earlier"
    assert not (earlier / "id/stale.html").exists()
    files = json.loads((earlier / "build.json").read_text(encoding="utf-8"))["files"]
    kept = files["id/handbooks/facilitator-course.pdf"]
    assert kept == EARLIER_BOOK | {"curriculum": "0" * 64}
    assert "curriculum" not in files["id/index.html"]
    assert ".gitkeep" not in files
    assert "id/index.html" in files


def test_a_build_that_ended_between_its_renames_leaves_the_last_good_output(tmp_path: Path) -> None:
    """The next one finds it beside the place, and puts it back first."""
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "index.html").write_text("good", encoding="utf-8")
    (old / "build.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), output_folder(tmp_path / "site"):
        raise ZeroDivisionError
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "good"
