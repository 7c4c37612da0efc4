"""What a session needs at a glance is one page, in every module and language: it may hang on the wall."""

import re

import pytest

from generator.publishing.print_engine import PrintEngine
from tests.publishing.built import LANGUAGES, REAL, THEME, CourseInTests

OPENER = re.compile(r'<section class="session">(.*?)<div class="plan">', re.DOTALL)
PAGE = re.compile(r'<a href="#[^"]*" aria-label="[^"]*"></a>')
REFERENCE = re.compile(r'<a class="cross-reference[^"]*" href="#[^"]*"[^>]*>(.*?)</a>')
SAMPLE_PAGE = r"\1 (hlm. 100)"
"""A reference as long as any."""


@pytest.fixture(scope="module")
def engine() -> PrintEngine:
    return PrintEngine(THEME.root, REAL / "modules")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sessions_opener_is_one_page(
    real_course: CourseInTests, engine: PrintEngine, language: str
) -> None:
    for module in real_course.courses[language].modules:
        path = f"handbooks/facilitator-{module.slug}.pdf"
        html = real_course.documents(language)[path].html
        openers = OPENER.findall(html)
        assert len(openers) == len(module.sessions)
        sections = "".join(
            f'<section class="session" style="break-before: page">{one}</section>' for one in openers
        )
        unlinked = PAGE.sub("100", REFERENCE.sub(SAMPLE_PAGE, sections))
        alone = re.sub(r' href="#[^"]*"', "", unlinked)
        document = html[: html.index('<section class="cover">')] + alone + "</body></html>"
        assert engine.pdf(document, path).pages == len(openers), module.slug
