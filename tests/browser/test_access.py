"""axe-core finds no breach of WCAG 2.2 A and AA on any page of the sample, in either language or scheme."""

from pathlib import PurePath

import pytest
from playwright.sync_api import Browser

from tests.browser.access import RULES, SCHEMES, STILL, breaches, look
from tests.publishing.built import LANGUAGES, BuiltSite, is_of_a_rule

SOME_RULES = {"a03", "y15"}
"""Rules whose pages stand for all of them: one that may be silenced, and one with a marked space."""


def is_looked_at(path: str) -> bool:
    return not is_of_a_rule(path) or PurePath(path).stem in SOME_RULES


@pytest.mark.parametrize(("width", "schemes"), [(320, ()), (1280, SCHEMES)])
@pytest.mark.parametrize("language", [*LANGUAGES, ""])
def test_no_page_of_the_sample_shuts_anyone_out(
    browser: Browser, built_sample: BuiltSite, language: str, width: int, schemes: tuple[str, ...]
) -> None:
    """Without a language: the page that lets one choose, and the one for addresses that lead nowhere.

    A narrow page has the colours of a wide one.
    """
    paths = [
        path
        for path in built_sample.pages
        if (path.partition("/")[0] == language or (not language and "/" not in path)) and is_looked_at(path)
    ]
    assert paths
    assert look(browser, built_sample, paths, width, schemes) == {}


def test_an_open_search_and_an_open_menu_shut_nobody_out(browser: Browser, built_sample: BuiltSite) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((built_sample.output / "id/listening/index.html").as_uri())
    page.evaluate(STILL)
    page.click("button[data-toggle=__drawer]", force=True)
    assert breaches(page, RULES) == []
    page.keyboard.press("Escape")
    page.click("button[data-toggle=__search]", force=True)
    page.locator("input[data-md-component=search-query]").press_sequentially("dengar")
    page.wait_for_selector(".md-search-result__link")
    assert breaches(page, RULES) == []
    context.close()


def test_an_open_explanation_shuts_nobody_out(browser: Browser, built_sample: BuiltSite) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((built_sample.output / "id/chapters/index.html").as_uri())
    page.evaluate(STILL)
    page.locator("article a.term").first.click()
    assert breaches(page, RULES) == []
    context.close()
