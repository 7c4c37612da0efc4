"""axe-core finds no breach of WCAG 2.2 A and AA on any page of the course, each in one of its languages."""

import pytest
from playwright.sync_api import Browser

from tests.browser.access import look
from tests.publishing.built import LANGUAGES, BuiltSite, is_of_a_rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_course_shuts_anyone_out(
    browser: Browser, real_site: BuiltSite, language: str
) -> None:
    """Every other page in this language, the others in the other one; by turns in the light and in the dark.

    What a page holds is made alike in both languages. The pages of rules are the sample's.
    """
    paths = sorted(
        path for path in real_site.pages if path.startswith(f"{language}/") and not is_of_a_rule(path)
    )
    first = LANGUAGES.index(language)
    assert paths
    assert look(browser, real_site, paths[first::4], 1280, ["light"]) == {}
    assert look(browser, real_site, paths[first + 2 :: 4], 1280, ["dark"]) == {}
