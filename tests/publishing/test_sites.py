"""A site is made of what is kept and what is new, and is the same as one made from nothing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.course import Course
from generator.publishing import sites
from generator.publishing.cache import Cache
from generator.publishing.errors import PublishingError
from generator.publishing.site_engine import ENVIRONMENT
from generator.publishing.sites import SiteMade, SiteTask, make_site
from generator.rendering import site as rendered
from generator.rendering.rules import rule_groups
from generator.rendering.site import Pages, SitePages
from generator.rendering.theme import Theme
from tests.publishing.built import LANGUAGES, ROOT, SAMPLE, THEME, CourseInTests
from tests.publishing.once import once

SESSION = "Sesi yang lain"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file stands at each path, and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def task_of(courses: dict[str, Course], place: Path, cache: Path | None, **changes: Any) -> SiteTask:
    facts: dict[str, Any] = {
        "course": courses["id"],
        "languages": LANGUAGES,
        "theme": THEME,
        "settings": ROOT / "mkdocs.yml",
        "translations": (),
        "pictures": SAMPLE,
        "work": place.parent / "work",
        "place": place,
        "cache": Cache(cache),
    }
    return SiteTask(**facts | changes)


@pytest.fixture(scope="module", autouse=True)
def _few_rules() -> Iterator[None]:
    """Of the pages of rules, which are most of the sample's and all alike, only those of one family.

    And MkDocs, which here runs in this very process, leaves nothing in its environment.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setattr(rendered, "rule_groups", lambda language: rule_groups(language)[:1])
        yield


@pytest.fixture(scope="module")
def made(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site as `site`, and what was kept of it as `cache`."""

    def make(folder: Path) -> None:
        make_site(task_of(sample_course.courses, folder / "site", folder / "cache"))

    return once(tmp_path_factory, "made-site", make)


@pytest.fixture
def again(made: Path, tmp_path: Path) -> Path:
    """A copy of it to go on with."""
    return shutil.copytree(made, tmp_path / "again")


def session(course: Course, **changes: Any) -> Course:
    """The course with another first session."""
    module = course.modules[0]
    first = module.sessions[0].model_copy(update=changes)
    return with_sessions(course, (first, *module.sessions[1:]))


def with_sessions(course: Course, sessions: tuple[Any, ...]) -> Course:
    module = course.modules[0].model_copy(update={"sessions": sessions})
    return course.model_copy(update={"modules": (module, *course.modules[1:])})


def another_text(task: SiteTask, _: Path) -> SiteTask:
    return replace(task, course=session(task.course, summary="Hari ini kita mencoba hal lain."))


def another_title(task: SiteTask, _: Path) -> SiteTask:
    return replace(task, course=session(task.course, title=SESSION))


def one_more_session(task: SiteTask, _: Path) -> SiteTask:
    sessions = task.course.modules[0].sessions
    one = sessions[0].model_copy(update={"slug": "one-more", "title": SESSION})
    return replace(task, course=with_sessions(task.course, (*sessions, one)))


def renamed_session(task: SiteTask, _: Path) -> SiteTask:
    sessions = task.course.modules[0].sessions
    one = sessions[-1].model_copy(update={"slug": "another-name"})
    course = task.course.model_copy(update={"programmes": ()})  # they name it
    return replace(task, course=with_sessions(course, (*sessions[:-1], one)))


def other_settings(task: SiteTask, folder: Path) -> SiteTask:
    settings = folder / "mkdocs.yml"
    settings.write_text(task.settings.read_text("utf-8").replace("    - navigation.top\n", ""), "utf-8")
    return replace(task, settings=settings)


def in_theme(file: str, old: str, new: str) -> Callable[[SiteTask, Path], SiteTask]:
    """A change of one file of the theme."""

    def change(task: SiteTask, folder: Path) -> SiteTask:
        theme = shutil.copytree(THEME.root, folder / "theme")
        text = (theme / file).read_text("utf-8")
        assert old in text
        (theme / file).write_text(text.replace(old, new, 1), "utf-8")
        return replace(task, theme=Theme(theme))

    return change


ALL_PAGES = 10_000
CHANGES = {
    "a text": (another_text, 5),
    "a title": (another_title, ALL_PAGES),
    "one session more": (one_more_session, ALL_PAGES),
    "other names, and less": (renamed_session, ALL_PAGES),
    "the site's settings": (other_settings, ALL_PAGES),
    "a style sheet": (in_theme("site/assets/styles/page.css", ".thumbnail", ".any-other"), 0),
    "a script": (in_theme("site/assets/scripts/tables.js", '"use strict";', '"md-banner";'), 0),
    "a template": (in_theme("site/pages/wording.md.j2", "# {{", "# A {{"), 1),
    "an override": (in_theme("site/overrides/page.html", "#124d43", "#124d44"), ALL_PAGES),
    "a label": (in_theme("labels/id.yaml", "downloads_lead: ", "downloads_lead: Kini "), 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_any_change_it_is_as_one_made_from_nothing(
    name: str, again: Path, sample_course: CourseInTests, tmp_path: Path
) -> None:
    """And no more pages are made than have to be."""
    change, at_most = CHANGES[name]
    task = change(task_of(sample_course.courses, again / "site", again / "cache"), tmp_path)
    made = make_site(task)
    make_site(replace(task, place=tmp_path / "from-nothing", cache=Cache(None)))
    assert contents(again / "site") == contents(tmp_path / "from-nothing")
    assert made.new <= at_most
    assert made.new < made.pages or at_most == ALL_PAGES


def test_of_what_did_not_change_nothing_is_made_and_nothing_written(
    again: Path, sample_course: CourseInTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("MkDocs is started")

    monkeypatch.setattr(sites, "MkDocs", refused)
    before = stamps(again / "site")
    made = make_site(task_of(sample_course.courses, again / "site", again / "cache"))
    assert made == SiteMade("id", made.pages, 0, made.seconds)
    assert stamps(again / "site") == before


def test_a_changed_page_alone_is_written(again: Path, sample_course: CourseInTests, tmp_path: Path) -> None:
    before = stamps(again / "site")
    task = task_of(sample_course.courses, again / "site", again / "cache")
    make_site(another_text(task, tmp_path))
    written = {path for path, stamp in stamps(again / "site").items() if before.get(path) != stamp}
    index = {"search/search_index.js", "search/search_index.json"}
    assert written - index == {"listening/sessions/hearing.html", "listening/index.html"}


def test_another_language_shares_nothing_that_it_must_not(
    again: Path, sample_course: CourseInTests, tmp_path: Path
) -> None:
    task = task_of(
        sample_course.courses, tmp_path / "en", again / "cache", course=sample_course.courses["en"]
    )
    make_site(task)
    make_site(replace(task, place=tmp_path / "from-nothing", cache=Cache(None)))
    assert contents(tmp_path / "en") == contents(tmp_path / "from-nothing")


def test_what_is_kept_may_be_damaged(again: Path, sample_course: CourseInTests) -> None:
    """Each file in turn is cut short, overwritten or emptied; what comes of it is the same."""
    before = contents(again / "site")
    for number, path in enumerate(sorted((again / "cache").glob("*/*"))):
        data = path.read_bytes()
        path.write_bytes((data[:-1], data[::-1], b"")[number % 3])
    shutil.rmtree(again / "site")
    made = make_site(task_of(sample_course.courses, again / "site", again / "cache"))
    assert made.new == made.pages
    assert contents(again / "site") == before


def test_what_stands_in_its_place_goes_but_for_the_handbooks(
    again: Path, sample_course: CourseInTests
) -> None:
    site, before = again / "site", contents(again / "site")
    (site / "handbooks").mkdir()
    (site / "handbooks/book.pdf").write_bytes(b"%PDF")
    (site / "old/pages").mkdir(parents=True)
    (site / "old/pages/gone.html").write_text("gone", "utf-8")
    (site / "index.html").unlink()
    (site / "index.html").mkdir()
    (site / "index.html/odd.txt").write_text("odd", "utf-8")
    make_site(task_of(sample_course.courses, site, again / "cache"))
    assert contents(site) == before | {"handbooks/book.pdf": b"%PDF"}
    assert not (site / "old").exists()


def test_who_shares_a_file_keeps_it(again: Path, sample_course: CourseInTests, tmp_path: Path) -> None:
    """The old output and the new one may be two names for the same files."""
    page = "listening/sessions/hearing.html"
    (tmp_path / "old.html").hardlink_to(again / "site" / page)
    before = (tmp_path / "old.html").read_bytes()
    task = task_of(sample_course.courses, again / "site", again / "cache")
    make_site(another_text(task, tmp_path))
    assert (tmp_path / "old.html").read_bytes() == before
    assert (again / "site" / page).read_bytes() != before


def pages_of(**pages: str) -> SitePages:
    """A site of these pages, each by its Markdown."""
    written = Pages()
    for name, markdown in pages.items():
        written.add(f"{name}.md", lambda markdown=markdown: markdown)
    return SitePages(written, {}, [{name: f"{name}.md"} for name in pages], "Kursus", {})


@pytest.fixture
def make(
    sample_course: CourseInTests, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., SiteMade]:
    """Makes a site of given pages, in the same place and with the same cache each time."""

    def made(**pages: str) -> SiteMade:
        monkeypatch.setattr(sites, "render_site", lambda *_: pages_of(**pages))
        return make_site(task_of(sample_course.courses, tmp_path / "site", tmp_path / "cache"))

    return made


def test_a_link_to_a_place_that_is_no_more_is_an_error_on_a_page_that_is_kept_too(
    make: Callable[..., SiteMade],
) -> None:
    linking = "# Satu\n\n[ke sana](other.md#place)\n"
    assert make(index=linking, other="# Dua\n\n## Tempat { #place }\n").new == 2
    with pytest.raises(PublishingError, match=r"index\.md: other\.md#place"):
        make(index=linking, other="# Dua\n\n## Tempat\n")


def test_what_mkdocs_warns_of_is_an_error_each_time(make: Callable[..., SiteMade]) -> None:
    for _ in range(2):
        with pytest.raises(PublishingError, match=r"nowhere\.md"):
            make(index="# Satu\n\n[ke sana](nowhere.md)\n")


def test_to_ask_whether_there_is_a_page_writes_none() -> None:
    pages = Pages()
    pages.add("index.md", lambda: pytest.fail("it was written"))
    assert "index.md" in pages
    assert "gone.md" not in pages
