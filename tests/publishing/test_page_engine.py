"""A page made alone is the page of a whole build, to the byte."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.course import Course
from generator.publishing.archive import SIZE
from generator.publishing.build import build
from generator.publishing.errors import PublishingError
from generator.publishing.page_engine import PageEngine
from generator.publishing.site_configuration import prepare_source
from generator.publishing.site_engine import SiteSource
from generator.rendering.site import SitePages, render_site
from generator.rendering.told_last import untold
from tests.publishing.built import LANGUAGES, ROOT, SAMPLE, THEME, CourseInTests, plan, quiet
from tests.publishing.once import once
from tests.publishing.test_odd_titles import with_odd_titles

PAGE = "listening/sessions/hearing.md"


@pytest.fixture(scope="module")
def built(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's sites without anything printed, as the preview has them."""

    def make(folder: Path) -> None:
        build(plan(SAMPLE, folder, handbooks=False), sample_course.courses, quiet)

    return once(tmp_path_factory, "sample-sites", make) / "site"


@pytest.fixture(scope="module")
def built_oddly(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in one language with other titles, which stand in every page's navigation."""

    def make(folder: Path) -> None:
        courses = {language: with_odd_titles(course) for language, course in sample_course.courses.items()}
        build(plan(SAMPLE, folder, handbooks=False, language="id"), courses, quiet)

    return once(tmp_path_factory, "sample-with-odd-titles", make) / "site"


def pages_of(course: Course) -> SitePages:
    return render_site(course, THEME)


class Warm:
    """An engine with its source."""

    def __init__(self, place: Path, pages: SitePages, language: str) -> None:
        self.source = SiteSource(place / language, language)
        prepare_source(self.source, pages, ROOT / "mkdocs.yml", THEME, LANGUAGES)
        self.engine = PageEngine(self.source)
        self.engine.tell(pages)

    def all(self, pages: SitePages) -> dict[str, str]:
        return {path: self.engine.page(path, pages.pages[path]) for path in pages.pages}


@pytest.fixture(scope="module")
def warm(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    warm = Warm(tmp_path_factory.mktemp("warm"), pages_of(sample_course.courses["id"]), "id")
    yield warm
    warm.engine.stop()


def as_built(folder: Path, path: str) -> str:
    """A page as a build wrote it, but for what it tells last."""
    return not_told((folder / path).with_suffix(".html").read_text(encoding="utf-8"))


def not_told(html: str) -> str:
    return untold(SIZE.sub(r"\g<1>", html))


def differing(made: dict[str, str], folder: Path) -> list[str]:
    return [path for path, html in made.items() if not_told(html) != as_built(folder, path)]


def test_every_page_is_that_of_a_build(warm: Warm, built: Path, sample_course: CourseInTests) -> None:
    pages = pages_of(sample_course.courses["id"])
    warm.engine.tell(pages)
    assert differing(warm.all(pages), built / "id") == []


def test_every_page_in_the_other_language_too(
    built: Path, sample_course: CourseInTests, tmp_path: Path
) -> None:
    pages = pages_of(sample_course.courses["en"])
    warm = Warm(tmp_path, pages, "en")
    assert differing(warm.all(pages), built / "en") == []
    warm.engine.stop()


def test_told_of_other_titles_it_shows_them_on_every_page(
    warm: Warm, built_oddly: Path, sample_course: CourseInTests
) -> None:
    pages = pages_of(with_odd_titles(sample_course.courses["id"]))
    warm.engine.tell(pages)
    assert differing(warm.all(pages), built_oddly / "id") == []


def test_its_assets_are_those_of_a_build_but_for_what_a_build_leaves_out(warm: Warm, built: Path) -> None:
    """The search's own files come from the course, and Material's style sheet is whole."""
    made, whole = warm.source.site / "assets", built / "id/assets"
    names = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    kept = {name for name in names if "main." not in name and "lunr" not in name}
    assert kept
    assert [name for name in sorted(kept) if (made / name).read_bytes() != (whole / name).read_bytes()] == []


def test_the_searchs_index_is_that_of_a_build_whatever_was_made_twice(
    warm: Warm, built: Path, sample_course: CourseInTests
) -> None:
    pages = pages_of(sample_course.courses["id"])
    warm.engine.tell(pages)
    warm.all(pages)
    warm.engine.page(PAGE, pages.pages[PAGE])
    warm.engine.write_index()
    index, whole = (
        json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
        for site in (warm.source.site, built / "id")
    )
    assert index["config"] == whole["config"]
    by_place = {entry["location"]: entry for entry in index["docs"]}
    assert len(by_place) == len(index["docs"])
    assert by_place == {entry["location"]: entry for entry in whole["docs"]}


def test_what_mkdocs_warns_of_is_an_error(warm: Warm, sample_course: CourseInTests) -> None:
    pages = pages_of(sample_course.courses["id"])
    warm.engine.tell(pages)
    with pytest.raises(PublishingError, match=r"nowhere\.md"):
        warm.engine.page(PAGE, "# Judul\n\n[ke mana](nowhere.md)\n")
    assert "nowhere" not in warm.engine.page(PAGE, pages.pages[PAGE])


def test_a_page_that_the_site_does_not_have_is_an_error(warm: Warm) -> None:
    with pytest.raises(PublishingError, match=r"no-such\.md"):
        warm.engine.page("no-such.md", "# Judul")
