"""axe-core finds no breach of WCAG 2.2 A and AA on any page of the course, each in one of its languages."""

import pytest
from playwright.sync_api import Browser

from tests.browser.access import COLOURS, RULES, TALL, breaches, look
from tests.browser.exchanged import exchanged
from tests.publishing.built import LANGUAGES, BuiltSite, is_of_a_rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_course_shuts_anyone_out(
    browser: Browser, real_site: BuiltSite, course_server: str, language: str
) -> None:
    """Every other page in this language, the others in the other one: what it holds is made alike in both.

    Colours, and what scripts add, are those of the sample, which has every kind of page; here they are looked
    at on some pages, by turns in the light and in the dark. The pages of rules are the sample's, too.
    """
    paths = sorted(
        path for path in real_site.pages if path.startswith(f"{language}/") and not is_of_a_rule(path)
    )
    own = paths[LANGUAGES.index(language) :: 2]
    assert len(own) > 50
    page = browser.new_page(viewport={"width": 1280, "height": TALL})
    shown = exchanged(page, f"{course_server}/{language}/index.html", own)
    found = {path: breaches(page, RULES, COLOURS) for path in shown}
    page.close()
    assert {path: breached for path, breached in found.items() if breached} == {}
    assert look(browser, real_site, own[::20], 1280, ["light"]) == {}
    assert look(browser, real_site, own[10::20], 1280, ["dark"]) == {}
