"""A browser, and the sample course's site from a server and from a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.doctor import BROWSERS
from tests.browser.watched import Watched, serve
from tests.publishing.built import (
    BuiltSite,
    built_sample,
    real_course,
    real_handbooks,
    real_site,
    sample_course,
)

__all__ = ["built_sample", "real_course", "real_handbooks", "real_site", "sample_course"]

TIMEOUT = 15_000
"""Milliseconds; the machine may be busy with the other half of the suite."""


def chromium() -> str | None:
    """Debian's Chromium, or the first browser of its kind that the doctor knows."""
    known = [Path("/usr/bin") / name if "/" not in name else Path(name) for name in BROWSERS]
    return next((str(path) for path in known if path.exists()), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if chromium() is None and not os.environ.get("CI"):
        pytest.skip("Chromium is missing: `./tangguh doctor` says how to get it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(built_sample: BuiltSite) -> Iterator[str]:
    yield from serve(built_sample.output)


@pytest.fixture(scope="module")
def course_server(real_site: BuiltSite) -> Iterator[str]:
    """The real course's sites, from a server."""
    yield from serve(real_site.output)


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, server: str, built_sample: BuiltSite) -> str:
    """The address of the output's root, from a server or a folder."""
    return server if request.param == "http" else built_sample.output.as_uri()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(TIMEOUT)
    yield Watched(context.new_page())
    context.close()
