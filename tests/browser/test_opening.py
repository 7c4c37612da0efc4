"""The site in a browser, from a web server and from a folder: it opens, switches language, and is silent."""

from playwright.sync_api import Browser

from tests.browser.watched import Watched
from tests.publishing.built import CourseInTests

SESSION = "listening/sessions/hearing.html"


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


def test_every_kind_of_page_opens_in_silence(root: str, watched: Watched) -> None:
    pages = (
        "index.html",
        "modules/index.html",
        "listening/index.html",
        "listening/alignment.html",
        SESSION,
        "listening/sheets/listening-week.html",
        "listening/evaluation.html",
        "programmes/index.html",
        "programmes/one-evening.html",
        "downloads.html",
        "contribute.html",
        "chapters/index.html",
        "course/index.html",
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
