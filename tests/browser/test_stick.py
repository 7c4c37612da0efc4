"""The ZIP on a USB stick: unpacked anywhere, it opens by its index, and everything in it works."""

import zipfile
from pathlib import Path

import pytest

from generator.publishing.archive import FOLDER
from generator.rendering.site import ARCHIVE
from tests.browser.test_finding import search
from tests.browser.watched import Watched
from tests.publishing.built import BuiltSite


@pytest.fixture(scope="module")
def stick(built_sample: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("diska USB #1 (50 %)")
    with zipfile.ZipFile(built_sample.output / ARCHIVE) as archive:
        archive.extractall(place)
    return place / FOLDER


def test_its_index_opens_and_leads_to_a_site_that_can_be_searched(stick: Path, watched: Watched) -> None:
    page = watched.page
    root = stick.as_uri()
    page.goto(f"{root}/index.html")
    page.click("a[hreflang=id]")
    page.wait_for_url("**/id/index.html")
    addresses = search(page, "terlambat")
    assert any("hearing.html" in address for address in addresses)
    page.goto(f"{root}/id/listening/sessions/hearing.html")
    page.fill("[name=start]", "19:00")
    page.reload()
    assert page.input_value("[name=start]") == "19:00"
    page.click(".language-switch a[hreflang=en]")
    page.wait_for_url("**/en/listening/sessions/hearing.html")
    watched.assert_silent(root)


def test_its_page_of_downloads_offers_what_is_there(stick: Path, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{stick.as_uri()}/id/downloads.html")
    addresses = page.eval_on_selector_all("article a[href]", "links => links.map(link => link.pathname)")
    assert addresses
    assert page.locator("#whole-site").count() == 0
