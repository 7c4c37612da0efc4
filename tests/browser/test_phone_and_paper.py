"""Pages on the narrowest phone, on paper, and over a thin line."""

import gzip
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pypdf import PdfReader

from tests.browser.exchanged import exchanged
from tests.publishing.built import LANGUAGES, BuiltSite, is_of_a_rule

IMAGES = ("image",)
FIRST_PAGE, ANY_PAGE = 200_000, 500_000
NARROW = ViewportSize(width=320, height=640)
WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_course_scrolls_sideways_at_320_pixels(
    browser: Browser, real_site: BuiltSite, course_server: str, language: str
) -> None:
    """Without scripts, which put wide tables into boxes of their own."""
    paths = [path for path in real_site.pages if path.startswith(f"{language}/")]
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    shown = exchanged(page, f"{course_server}/{language}/index.html", paths)
    wide = [path for path in shown if page.evaluate(WIDTH) > NARROW["width"]]
    context.close()
    assert len(paths) > 200
    assert wide == []


def test_no_page_of_the_sample_scrolls_sideways_at_320_pixels(
    browser: Browser, built_sample: BuiltSite
) -> None:
    """With scripts, which show what is set for one's own session; they do the same on any page of a kind."""
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    wide = []
    for path in built_sample.pages:
        if path.startswith("id/") and not is_of_a_rule(path):
            page.goto((built_sample.output / path).as_uri())
            if page.evaluate(WIDTH) > NARROW["width"]:
                wide.append(path)
    context.close()
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_in_drawings_can_be_read_at_320_pixels(
    browser: Browser, real_site: BuiltSite, language: str
) -> None:
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    sizes = {}
    for path, tree in real_site.pages.items():
        if path.startswith(f"{language}/") and tree.all("svg", with_class="drawing"):
            page.goto((real_site.output / path).as_uri())
            drawn = page.locator("svg.drawing").evaluate_all(
                "all => all.map(one => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
            )
            sizes[path] = 14 * min(drawn)
    context.close()
    assert len(sizes) == 5
    assert {path: size for path, size in sizes.items() if size < 11} == {}


def weigh(page: Page, address: str) -> tuple[int, int]:
    """What a page loads: as it lies on disk, and as a server sends it, text packed; images left out."""
    bodies: list[bytes] = []
    sent: list[int] = []

    def note(answer: Any) -> None:
        if answer.request.resource_type not in IMAGES:
            body = answer.body()
            bodies.append(body)
            sent.append(len(body) if answer.request.resource_type == "font" else len(gzip.compress(body)))

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("response", note)
    return sum(map(len, bodies)), sum(sent)


def test_the_first_pages_are_light(browser: Browser, course_server: str) -> None:
    for path in ("index.html", "id/index.html", "en/index.html"):
        context = browser.new_context()
        _, sent = weigh(context.new_page(), f"{course_server}/{path}")
        context.close()
        assert 1000 < sent < FIRST_PAGE, path


def test_no_page_is_heavy_even_unpacked(browser: Browser, course_server: str, real_site: BuiltSite) -> None:
    """The five heaviest, each with everything that it loads the first time."""
    size = {path: (real_site.output / path).stat().st_size for path in real_site.pages}
    for path in sorted(size, key=lambda path: -size[path])[:5]:
        context = browser.new_context()
        unpacked, _ = weigh(context.new_page(), f"{course_server}/{path}")
        context.close()
        assert unpacked < ANY_PAGE, path


def printed(browser: Browser, address: str, prepare: str | None = None) -> str:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    if prepare:
        page.evaluate(prepare)
    data = page.pdf(format="A4", print_background=True)
    context.close()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_a_session_printed_from_the_browser_holds_plan_and_notes(browser: Browser, server: str) -> None:
    address = f"{server}/id/listening/sessions/hearing.html"
    folded = "document.querySelectorAll('details').forEach(one => one.open = false)"
    text = printed(browser, address, folded)
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    wanted = page.locator(".say, .response, #key-messages, .reading").all_inner_texts()
    context.close()
    squashed = "".join(text.split())
    missing = [one for one in wanted if "".join(one.split())[-25:] not in squashed]
    assert missing == []
    assert "Lipat" not in text


def test_paper_shows_nothing_that_only_a_screen_can_use(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}/id/listening/sessions/hearing.html")
    page.emulate_media(media="print")
    for selector in (
        ".settings",
        ".md-header",
        ".md-footer",
        ".md-sidebar",
        ".button",
        ".neighbours",
        ".pdf",
    ):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    context.close()
