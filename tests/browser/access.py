"""Looks at pages with axe-core, by the rules of WCAG 2.2 A and AA."""

from collections.abc import Iterable, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.publishing.built import BuiltSite

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
SCHEMES = ("light", "dark")
TALL = 2000
"""Pixels: a link that is half scrolled out of the menu would count as one too small to hit."""
STILL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync("*, *::before, *::after { transition: none !important }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""
"""Colours are judged, not their way from one to the other. A page's policy lets no style in but its own."""


def breaches(page: Page, rules: list[str], but: Iterable[str] = ()) -> list[str]:
    """What breaks the rules; `but` are those of them that are left out."""
    left_out = {rule: {"enabled": False} for rule in but}
    options = {"runOnly": rules, "rules": left_out, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def look(
    browser: Browser, site: BuiltSite, paths: list[str], width: int, schemes: Sequence[str] = SCHEMES
) -> dict[str, list[str]]:
    """The breaches by page in each scheme; what has nothing to do with colours is looked at once.

    Without a scheme colours are not looked at, which takes most of the time.
    """
    context = browser.new_context(viewport={"width": width, "height": TALL})
    page = context.new_page()
    found = {}
    for path in paths:
        page.goto((site.output / path).as_uri())
        page.evaluate(STILL)
        rules = RULES
        if not schemes and (breached := breaches(page, RULES, COLOURS)):
            found[path] = breached
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if breached := breaches(page, rules):
                found[f"{path} ({scheme})"] = breached
            rules = COLOURS
    context.close()
    return found
