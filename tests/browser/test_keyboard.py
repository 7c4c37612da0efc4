"""The keyboard alone reaches everything that can be clicked, and shows where it is."""

import pytest

from tests.browser.watched import Watched

PAGES = (
    "index.html",
    "listening/sessions/hearing.html",
    "listening/evaluation.html",
    "programmes/one-evening.html",
    "downloads.html",
    "listening/alignment.html",
)
REACHABLE = """
() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => !one.closest("[aria-hidden=true], [hidden]"))
  .filter(one => one.tabIndex >= 0 && !one.disabled)
  .filter(one => one.type !== "radio" || one.checked)
  .map((one, index) => { one.dataset.reach = index; return one.outerHTML.slice(0, 120) })
"""
"""Everything that must take the focus; of radio buttons it is the chosen one, and arrows do the rest."""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_everything_and_is_never_caught(
    server: str, watched: Watched, path: str, width: int
) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}/id/{path}", wait_until="load")
    page.wait_for_timeout(300)  # tables that need no scrolling leave the keyboard's way
    waiting = dict(enumerate(page.evaluate(REACHABLE)))
    assert waiting
    for _ in range(len(waiting) + 40):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement && document.activeElement.dataset.reach")
        if reached is not None:
            waiting.pop(int(reached), None)
        if not waiting:
            break
    assert list(waiting.values()) == []


@pytest.mark.parametrize("path", PAGES)
def test_what_has_the_focus_is_outlined(server: str, watched: Watched, path: str) -> None:
    page = watched.page
    page.goto(f"{server}/id/{path}", wait_until="load")
    bare = []
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const one = document.activeElement, style = getComputedStyle(one);"
            " return [one.outerHTML.slice(0, 100), style.outlineStyle, parseFloat(style.outlineWidth)] }"
        )
        if style[0].startswith("<body"):
            break
        if style[1] == "none" or style[2] < 1:
            bare.append(style[0])
    assert bare == []


def test_the_first_stop_leads_past_the_menu(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{server}/id/listening/sessions/hearing.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")


def test_the_settings_of_a_session_work_from_the_keyboard(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{server}/id/listening/sessions/hearing.html")
    page.focus("[name=view][value=facilitator]")
    page.keyboard.press("ArrowRight")
    assert page.is_checked("[name=view][value=participant]")
    assert page.locator(".steps").first.is_hidden()
    page.keyboard.press("ArrowLeft")
    page.focus("#materials-1")
    page.keyboard.press("Space")
    assert page.is_checked("#materials-1")
    page.focus("details.note summary >> nth=0")
    page.keyboard.press("Enter")
    assert page.locator("details.note").first.get_attribute("open") is None
