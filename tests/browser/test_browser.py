"""The site in a browser, from a web server and from a folder: switch, search, silence."""

import functools
import os
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.doctor import BROWSERS
from tests.publishing.built import BuiltSite, CourseInTests

TIMEOUT = 15_000
"""Milliseconds; the machine may be busy with the other half of the suite."""
SESSION = "listening/sessions/hearing.html"


def chromium() -> str | None:
    """Debian's Chromium, or the first browser of its kind that the doctor knows."""
    known = [Path("/usr/bin") / name if "/" not in name else Path(name) for name in BROWSERS]
    return next((str(path) for path in known if path.exists()), None)


pytestmark = pytest.mark.skipif(
    chromium() is None and not os.environ.get("CI"),
    reason="Chromium is missing: `./tangguh doctor` says how to get it",
)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(built_sample: BuiltSite) -> Iterator[str]:
    handler = functools.partial(_Silent, directory=str(built_sample.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, server: str, built_sample: BuiltSite) -> str:
    """The address of the output's root, from a server or a folder."""
    return server if request.param == "http" else built_sample.output.as_uri()


class Watched:
    """A page whose every complaint and request is written down."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.failed: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("requestfailed", self._request_failed)
        page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)

    def assert_silent(self, root: str) -> None:
        assert self.complaints == []
        assert self.hosts <= {urlsplit(root).netloc, ""}
        assert self.failed == []

    def _request_failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # the page was left before all of it was there
            self.failed.append(request.url)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(TIMEOUT)
    yield Watched(context.new_page())
    context.close()


def test_the_front_page_leads_to_both_languages(root: str, watched: Watched) -> None:
    page = watched.page
    for language in ("id", "en"):
        page.goto(f"{root}/index.html")
        page.click(f"a[hreflang={language}]")
        page.wait_for_url(f"{root}/{language}/index.html")
        assert page.get_attribute("html", "lang") == language
    watched.assert_silent(root)


def test_the_language_switch_keeps_the_page(
    root: str, watched: Watched, sample_course: CourseInTests
) -> None:
    page = watched.page
    page.goto(f"{root}/id/{SESSION}")
    page.click(".language-switch a[hreflang=en]")
    page.wait_for_url(f"{root}/en/{SESSION}")
    session = sample_course.courses["en"].modules[0].sessions[0]
    assert page.inner_text("article h1").strip() == session.title
    page.click(".language-switch a[hreflang=id]")
    page.wait_for_url(f"{root}/id/{SESSION}")
    watched.assert_silent(root)


@pytest.mark.parametrize(
    ("language", "word", "path"),
    [
        ("id", "terlambat", SESSION),
        ("id", "plano", SESSION),
        ("en", "reflect", "listening/sessions/answering.html"),
    ],
)
def test_search_finds_the_page_of_a_word(
    root: str, watched: Watched, language: str, word: str, path: str
) -> None:
    page = watched.page
    page.goto(f"{root}/{language}/index.html")
    page.evaluate("document.getElementById('__search').click()")
    page.locator("input[data-md-component=search-query]").press_sequentially(word)
    page.wait_for_selector(".md-search-result__link")
    addresses = page.eval_on_selector_all(".md-search-result__link", "links => links.map(a => a.href)")
    assert any(path in address for address in addresses), addresses
    watched.assert_silent(root)


def test_every_kind_of_page_opens_in_silence(root: str, watched: Watched) -> None:
    pages = (
        "index.html",
        "listening/index.html",
        SESSION,
        "listening/sheets/listening-week.html",
        "listening/evaluation.html",
        "programmes/one-evening.html",
        "chapters/why-listening.html",
        "course/evaluation.html",
        "course/sheets/danger-card.html",
        "course/sheets/listeners-certificate.html",
        "glossary.html",
        "references.html",
        "help.html",
        "wording.html",
    )
    for path in pages:
        watched.page.goto(f"{root}/id/{path}", wait_until="load")
        assert watched.page.inner_text("article h1").strip()
    watched.assert_silent(root)


def test_a_link_to_another_page_lands_on_its_heading(root: str, watched: Watched) -> None:
    """Within the site, also where Material replaces only a part of the page."""
    page = watched.page
    page.goto(f"{root}/id/listening/index.html")
    page.click("article a[href*='sessions/answering']")
    page.wait_for_url("**/listening/sessions/answering.html*")
    assert page.get_attribute("html", "lang") == "id"
    watched.assert_silent(root)


def test_no_cookie_is_set_and_nobody_is_followed(server: str, watched: Watched) -> None:
    watched.page.goto(f"{server}/id/{SESSION}")
    assert watched.page.context.cookies() == []
    stored = watched.page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    assert [key for key in stored if not key.endswith(("__palette", "__outdated"))] == []


def test_a_phone_needs_no_sideways_scrolling(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wide = []
    for path in (
        "index.html",
        SESSION,
        "listening/evaluation.html",
        "listening/sheets/listening-week.html",
        "chapters/why-listening.html",
        "course/evaluation.html",
        "course/sheets/danger-card.html",
    ):
        page.goto(f"{server}/id/{path}")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    context.close()
    assert wide == []


def test_without_scripts_a_page_can_be_read_and_left(server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/index.html")
    page.click("a[hreflang=id]")
    page.click("article a[href*='listening/index.html'] >> nth=0")
    assert page.inner_text("article h1").strip()
    page.click(".language-switch a[hreflang=en]")
    assert page.get_attribute("html", "lang") == "en"
    context.close()
