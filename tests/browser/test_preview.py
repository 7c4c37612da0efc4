"""The preview in a browser: saves show by themselves, faults are told, and the last good page stays."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import RULES, STILL, breaches
from tests.browser.serving import PATIENCE, Serving
from tests.browser.watched import Watched
from tests.publishing.built import SAMPLE

SESSION = "modules/listening/sessions/hearing.yaml"
PAGE = "id/listening/sessions/hearing.html"
SUMMARY = "summary: Kita mencari"
SOUND = "Nothing to mend"
HOSTILE = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
MILLISECONDS = 1000 * PATIENCE


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    serving = Serving(tmp_path_factory.mktemp("serving"))
    yield serving
    said = serving.end()
    assert "Traceback" not in said
    assert f"{PAGE} updated in" in said
    assert serving.process.returncode == 0


@pytest.fixture
def page(watched: Watched, serving: Serving) -> Iterator[Page]:
    """The session's page, with everything sound before and after, and no complaint from the browser."""
    expect.set_options(timeout=MILLISECONDS)
    page = watched.page
    page.set_default_timeout(MILLISECONDS)
    visit(page, serving)
    sound = serving.read(PAGE)
    yield page
    page.goto("about:blank")  # a page that loads itself anew would get in the way of the next one
    serving.mend()
    serving.wait_for(PAGE, sound)
    open_sound(page, serving)
    assert watched.complaints == []


def open_sound(page: Page, serving: Serving, path: str = PAGE) -> None:
    """Open a page and wait until everything is sound."""
    page.goto(serving.address + path)
    expect(page.locator(".preview-bar")).to_contain_text(SOUND)


def visit(page: Page, serving: Serving, path: str = PAGE) -> None:
    """Open a page, with a mark that shows later that it is still the same one."""
    open_sound(page, serving, path)
    page.evaluate("window.neverLoadedAnew = true")


def is_the_same(page: Page) -> bool:
    return bool(page.evaluate("window.neverLoadedAnew === true"))


def test_a_save_shows_by_itself_where_one_reads(page: Page, serving: Serving) -> None:
    """Scrolling, focus and what the page's scripts do stay."""
    page.fill("[name=start]", "19:00")
    page.focus("[name=start]")
    page.evaluate("scrollTo({top: document.getElementById('materials').offsetTop, behavior: 'instant'})")
    top = page.locator("#materials").bounding_box()
    serving.save(SESSION, SUMMARY, "summary: Bersama-sama kita mencari")
    expect(page.locator("article")).to_contain_text("Bersama-sama kita mencari")
    assert is_the_same(page)
    expect(page.locator("[name=start]")).to_be_focused()
    now = page.locator("#materials").bounding_box()
    assert top is not None
    assert now is not None
    assert now["y"] == pytest.approx(top["y"], abs=3)
    assert "19.00" in page.locator(".timeline td:first-child").first.inner_text()
    page.fill("[name=start]", "08:00")
    assert "08.00" in page.locator(".timeline td:first-child").first.inner_text()
    page.check("#materials-1")
    page.locator("article a.term, article .citation a").first.click()
    expect(page.locator(".popover:popover-open")).to_have_count(1)
    page.keyboard.press("Escape")


def test_a_heading_that_changes_changes_in_the_contents_too(page: Page, serving: Serving) -> None:
    serving.save(SESSION, "title: Meregangkan badan", "title: Bergerak sebentar")
    expect(
        page.locator("article h3#activity-stretching, article h3", has_text="Bergerak sebentar")
    ).to_be_visible()
    expect(page.locator(".md-sidebar--secondary")).to_contain_text("Bergerak sebentar")
    assert is_the_same(page)


def test_a_fault_is_told_and_the_page_stays_until_it_is_mended(page: Page, serving: Serving) -> None:
    before = page.locator("article").inner_text()
    serving.save(SESSION, "minutes: 30\n", "minutes: lama\n")
    bar = page.locator(".preview-bar")
    expect(bar).to_contain_text("1 error")
    finding = bar.locator("li", has_text="F05")
    expect(finding).to_be_visible()
    assert f"{SESSION}:3:10" in finding.inner_text()
    assert "whole number" in finding.inner_text()
    assert "minutes: lama" in finding.locator("pre").inner_text()
    assert page.locator("article").inner_text() == before
    page.reload()
    assert page.locator("article").inner_text() == before
    expect(finding).to_be_visible()
    serving.mend()
    expect(bar).to_contain_text(SOUND)
    expect(page.locator(".preview-list")).to_be_hidden()


def test_a_title_shows_in_the_navigation_of_other_pages(page: Page, serving: Serving) -> None:
    visit(page, serving, "id/listening/sessions/answering.html")
    serving.save(SESSION, "title: Mendengar\n", "title: Menyimak\n")
    expect(page.locator("article a[rel=prev]").first).to_contain_text("Menyimak")
    expect(page.locator(".md-footer")).to_contain_text("Menyimak")
    assert not is_the_same(page)


def test_a_translation_shows_on_its_own_page(page: Page, serving: Serving) -> None:
    visit(page, serving, PAGE.replace("id/", "en/", 1))
    file = "modules/listening/translations/en/sessions/hearing.yaml"
    serving.save(file, "summary: We", "summary: Now we")
    expect(page.locator("article")).to_contain_text("Now we")
    assert is_the_same(page)


def test_what_a_broken_file_holds_is_shown_and_never_obeyed(page: Page, serving: Serving) -> None:
    serving.save(SESSION, "minutes: 30\n", f'minutes: "{HOSTILE}"\n"{HOSTILE}": 1\n')
    bar = page.locator(".preview-bar")
    expect(bar).to_contain_text("2 errors")
    assert HOSTILE in bar.inner_text()
    assert bar.locator("img, script").count() == 0
    page.reload()
    expect(bar).to_contain_text("2 errors")
    assert page.title() != "owned"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_bar_shuts_nobody_out_and_covers_nothing(page: Page, serving: Serving, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate(STILL)
    serving.save(SESSION, "minutes: 30\n", "minutes: lama\n")
    expect(page.locator(".preview-list li")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert breaches(page, RULES) == []
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    footer, bar = page.locator(".md-footer").bounding_box(), page.locator(".preview-bar").bounding_box()
    assert footer is not None
    assert bar is not None
    assert footer["y"] + footer["height"] <= bar["y"] + 1
    assert bar["height"] <= 350
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_opens_reads_and_closes_the_findings(page: Page, serving: Serving) -> None:
    serving.save(SESSION, "minutes: 30\n", "minutes: lama\n")
    findings = page.locator(".preview-list")
    expect(findings).to_be_visible()
    page.focus(".preview-list")
    page.keyboard.press("Escape")
    expect(findings).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"
    page.keyboard.press("Enter")
    expect(findings).to_be_visible()
    assert page.locator(".preview-bar").get_attribute("lang") == "en"


def test_a_sheet_is_seen_as_it_is_printed_and_follows_too(page: Page, serving: Serving) -> None:
    page.goto(f"{serving.address}id/listening/sheets/listening-card.html")
    page.click(".preview-bar a")
    expect(page.locator("h1")).to_contain_text("Printed sheet")
    picture = page.locator(".pages img")
    expect(picture).to_have_count(1)
    assert picture.evaluate("one => one.complete && one.naturalWidth > 1000")
    before = picture.get_attribute("src")
    file = "modules/listening/worksheets/listening-card.yaml"
    title = (serving.root / file).read_text(encoding="utf-8").split("title: ", 1)[1].splitlines()[0]
    serving.save(file, f"title: {title}\n", "title: Kartu baru\n")
    expect(picture).not_to_have_attribute("src", str(before))
    expect(page.locator(".state")).to_contain_text("1 page")
    answer = page.request.get(f"{serving.address}preview/id/sheet/listening-card.pdf")
    assert answer.body().startswith(b"%PDF")
    page.click("a[href$='.html']:has-text('without printing')")
    expect(page.locator("h1")).to_contain_text("Kartu baru")


def test_a_course_broken_from_the_start_appears_when_it_is_mended_and_says_when_it_stops(
    browser: Browser, tmp_path: Path
) -> None:
    """And a preview that is started again finds the page that was left open."""
    expect.set_options(timeout=MILLISECONDS)
    course = shutil.copytree(SAMPLE, tmp_path / "kursus") / "course.yaml"
    sound = course.read_text(encoding="utf-8")
    course.write_text("- kursus\n", encoding="utf-8")
    first = Serving(tmp_path)
    page = browser.new_page()
    page.goto(first.address)
    expect(page.locator("h1")).to_have_text("This page cannot be shown yet")
    expect(page.locator(".preview-list li").first).to_contain_text("course.yaml:")
    course.write_text(sound, encoding="utf-8")
    expect(page.locator("a[hreflang=id]")).to_be_visible()
    page.goto(first.address + PAGE)
    expect(page.locator(".preview-bar")).to_contain_text(SOUND)
    said = first.end(signal.SIGTERM)
    assert "Traceback" not in said
    assert first.process.returncode == 0
    expect(page.locator(".preview-bar")).to_contain_text("The preview has stopped")
    first.save(SESSION, SUMMARY, "summary: Lagi-lagi kita mencari")
    second = Serving(tmp_path, port=int(first.address.rpartition(":")[2].rstrip("/")))
    expect(page.locator("article")).to_contain_text("Lagi-lagi kita mencari")
    expect(page.locator(".preview-bar")).to_contain_text(SOUND)
    page.close()
    second.end()
