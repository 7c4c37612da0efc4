"""Terms and citations explain themselves where they stand, by mouse, finger and keyboard."""

import pytest
from playwright.sync_api import Page

from tests.browser.watched import Watched
from tests.publishing.built import CourseInTests

SESSION = "id/listening/sessions/hearing.html"
CHAPTER = "id/chapters/why-listening.html"


def explanation(page: Page) -> str:
    return page.locator(".popover:popover-open").inner_text()


def pages_with(page: Page, root: str, selector: str) -> None:
    """Open the first of the sample's pages that holds one."""
    for path in (SESSION, CHAPTER, "id/chapters/index.html", "id/listening/index.html"):
        page.goto(f"{root}/{path}")
        if page.locator(f"article {selector}").count():
            return
    pytest.fail(f"no page with {selector}")


def test_a_term_shows_its_definition_where_it_stands(
    root: str, watched: Watched, sample_course: CourseInTests
) -> None:
    page = watched.page
    pages_with(page, root, "a.term")
    here = page.url
    link = page.locator("article a.term").first
    slug = str(link.get_attribute("href")).rpartition("#term-")[2]
    link.click()
    (term,) = [one for one in sample_course.courses["id"].glossary if one.slug == slug]
    assert term.headword in explanation(page)
    assert page.url == here
    page.keyboard.press("Escape")
    assert page.locator(".popover").is_hidden()
    watched.assert_silent(root)


def test_a_citation_shows_its_work_and_leads_to_the_list_and_back(root: str, watched: Watched) -> None:
    page = watched.page
    pages_with(page, root, ".citation a")
    here = page.url
    link = page.locator("article .citation a").first
    link.click()
    assert "(" in explanation(page)
    page.locator(".popover .more a").click()
    page.wait_for_url("**/references.html#reference-*")
    target = page.url.rpartition("#")[2]
    back = page.locator(f"#{target} .cited-in a")
    addresses = back.evaluate_all("links => links.map(link => link.href)")
    assert any(address.partition("#")[0] == here for address in addresses)
    back.first.click()
    page.wait_for_url("**#cited-*")
    assert page.locator(f"#{page.url.rpartition('#')[2]}").is_visible()
    watched.assert_silent(root)


def test_the_keyboard_opens_reads_and_leaves_an_explanation(root: str, watched: Watched) -> None:
    page = watched.page
    pages_with(page, root, "a.term")
    link = page.locator("article a.term").first
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('popover')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('term')")


def test_an_explanation_stays_on_a_narrow_screen(root: str, watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size({"width": 320, "height": 640})
    pages_with(page, root, "a.term")
    for link in page.locator("article a.term").all()[:5]:
        link.click()
        box = page.locator(".popover").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.locator(".popover button").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_new_tab_gets_the_list_instead(server: str, watched: Watched) -> None:
    page = watched.page
    pages_with(page, server, "a.term")
    with page.context.expect_page() as opened:
        page.locator("article a.term").first.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_load_state()
    assert "glossary.html#term-" in opened.value.url
    assert page.locator(".popover").is_hidden()
