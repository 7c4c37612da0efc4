"""Preparing a session: settings work and last, in this browser alone; no page needs them."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watched import Watched
from tests.publishing.built import CourseInTests

SESSION = "id/listening/sessions/hearing.html"


def shown(page: Page, selector: str) -> list[str]:
    """The texts of those elements that are seen."""
    return [one.strip() for one in page.locator(f"{selector}:visible").all_inner_texts()]


def first_cells(page: Page) -> list[str]:
    return [
        " ".join(text.split()) for text in page.locator(".timeline tbody td:first-child").all_inner_texts()
    ]


def test_a_participants_view_hides_plan_and_notes_and_lasts(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    assert shown(page, ".steps")
    assert shown(page, ".note")
    page.check("[name=view][value=participant]")
    for selector in (".steps", ".note", ".teaches", "#materials", "#preparation", "#session-notes"):
        assert shown(page, selector) == [], selector
    assert shown(page, "#objectives")
    assert shown(page, ".reading")
    assert shown(page, "#key-messages")
    page.goto(f"{root}/id/listening/evaluation.html")
    assert page.is_checked("[name=view][value=participant]")
    assert shown(page, ".items")
    for selector in (".key", "#answer-key", "#reading-results"):
        assert shown(page, selector) == [], selector
    page.check("[name=view][value=facilitator]")
    assert shown(page, ".key")
    page.goto(f"{root}/{SESSION}")
    assert shown(page, ".steps")
    watched.assert_silent(root)


def test_the_contents_name_only_what_is_shown(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    page.check("[name=view][value=participant]")
    hidden = page.eval_on_selector_all(
        ".md-nav--secondary a[href^='#']",
        "links => links.filter(a => a.offsetParent && !document.getElementById(a.hash.slice(1)).offsetParent)"
        ".map(a => a.textContent.trim())",
    )
    assert hidden == []
    assert "Bahan" not in shown(page, ".md-nav--secondary a")


def test_clock_times_follow_the_start_and_last(
    root: str, watched: Watched, sample_course: CourseInTests
) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    assert first_cells(page)[:2] == ["0–3", "3–7"]
    page.fill("[name=start]", "23:55")
    assert first_cells(page)[:2] == ["0–3 23.55–23.58", "3–7 23.58–00.02"]
    assert shown(page, ".running")[1].split() == ["3–7", "23.58–00.02"]
    page.reload()
    assert page.input_value("[name=start]") == "23:55"
    assert first_cells(page)[0] == "0–3 23.55–23.58"
    page.goto(f"{root}/en/listening/sessions/hearing.html")
    assert first_cells(page)[0] == "0–3 23:55–23:58"
    watched.assert_silent(root)


def test_a_session_without_a_start_of_its_own_takes_the_last_one(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{server}/{SESSION}")
    page.fill("[name=start]", "19:00")
    page.goto(f"{server}/id/listening/sessions/answering.html")
    assert page.input_value("[name=start]") == "19:00"
    page.fill("[name=start]", "16:00")
    page.goto(f"{server}/{SESSION}")
    assert page.input_value("[name=start]") == "19:00"


def test_the_short_version_leaves_out_what_may_be_left_out(
    root: str, watched: Watched, sample_course: CourseInTests
) -> None:
    page = watched.page
    session = sample_course.courses["id"].modules[0].sessions[0]
    left_out = [activity for activity in session.activities if activity.optional]
    assert left_out
    page.goto(f"{root}/{SESSION}")
    page.check("[name=short]")
    for activity in left_out:
        assert page.locator(f"#activity-{activity.slug}").is_hidden()
    kept = [activity for activity in session.activities if not activity.optional]
    assert shown(page, "h3[id^=activity-]") == [activity.title for activity in kept]
    ends = [int(cell.rpartition("–")[2]) for cell in first_cells(page) if cell != "–"]
    assert ends[-1] == sum(activity.minutes for activity in kept)
    assert first_cells(page).count("–") == len(left_out)
    page.reload()
    assert page.is_checked("[name=short]")
    page.uncheck("[name=short]")
    assert shown(page, "h3[id^=activity-]") == [activity.title for activity in session.activities]
    watched.assert_silent(root)


def test_a_session_that_cannot_be_cut_does_not_offer_it(server: str, watched: Watched) -> None:
    watched.page.goto(f"{server}/id/listening/sessions/answering.html")
    assert watched.page.locator("[name=short]").count() == 0


def test_notes_fold_one_by_one_and_all_together(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    note = page.locator("details.note").first
    assert note.locator(".response").is_visible()
    note.locator("summary").click()
    assert note.locator(".response").is_hidden()
    page.check("[name=folded]")
    page.reload()
    assert page.locator("details.note[open]").count() == 0
    page.uncheck("[name=folded]")
    assert page.locator("details.note:not([open])").count() == 0


def test_ticks_last_in_both_languages_until_they_are_cleared(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    page.check("#materials-1")
    page.check("#preparation-1")
    page.goto(f"{root}/en/listening/sessions/hearing.html")
    assert page.is_checked("#materials-1")
    assert page.is_checked("#preparation-1")
    page.goto(f"{root}/id/listening/sessions/answering.html")
    assert not page.is_checked("#materials-1")
    page.goto(f"{root}/{SESSION}")
    page.click("[name=untick]")
    page.reload()
    assert not page.is_checked("#materials-1")
    watched.assert_silent(root)


def test_neighbours_lead_from_session_to_session(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{SESSION}")
    assert page.locator("a[rel=prev]").count() == 0
    page.locator("article a[rel=next]").first.click()
    page.wait_for_url("**/answering.html")
    page.locator("article a[rel=prev]").first.click()
    page.wait_for_url("**/hearing.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_is_the_devices_until_it_is_switched(browser: Browser, server: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()

    def now() -> str:
        return str(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))

    page.goto(f"{server}/{SESSION}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert now() == scheme
    page.click(".scheme-switch")
    assert now() != scheme
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != ground
    page.goto(f"{server}/id/index.html")
    assert now() != scheme
    page.click(".scheme-switch")
    assert now() == scheme
    context.close()


def test_what_one_sets_stays_in_the_browser(server: str, watched: Watched) -> None:
    """No cookie, no request: nothing leaves the machine."""
    page = watched.page
    page.goto(f"{server}/{SESSION}", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.check("[name=view][value=participant]")
    page.check("[name=view][value=facilitator]")
    page.fill("[name=start]", "19:00")
    page.check("#materials-1")
    page.click(".scheme-switch")
    page.wait_for_timeout(200)
    assert asked == []
    assert page.context.cookies() == []


def test_a_browser_that_stores_nothing_still_obeys(browser: Browser, server: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page = context.new_page()
    faults: list[str] = []
    page.goto(f"{server}/{SESSION}")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.check("[name=view][value=participant]")
    assert shown(page, ".steps") == []
    page.check("[name=view][value=facilitator]")
    page.fill("[name=start]", "19:00")
    assert first_cells(page)[0] == "0–3 19.00–19.03"
    assert faults == []
    context.close()


def test_without_scripts_a_session_shows_everything_and_offers_no_setting(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{SESSION}")
    assert page.locator("form.settings").is_hidden()
    assert page.locator(".scheme-switch").is_hidden()
    assert shown(page, ".steps")
    assert shown(page, ".response")
    assert page.locator(".explanations").is_hidden()
    context.close()
