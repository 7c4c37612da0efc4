"""What a session needs at a glance is one page, in every module and language: it may hang on the wall."""

import re

import pytest

from generator.publishing.paper import A4
from generator.publishing.print_engine import PrintEngine
from tests.publishing.built import LANGUAGES, REAL, THEME, CourseInTests

OPENER = re.compile(r'<section class="session">(.*?)<div class="plan">', re.DOTALL)
LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)


def unlinked(html: str) -> str:
    """The text without links, each with a page number as long as any that it may show."""

    def words(link: re.Match[str]) -> str:
        if not link[2]:
            return "100"
        return f"{link[2]} (hlm. 100)" if "cross-reference" in link[1] else link[2]

    return LINK.sub(words, html)


@pytest.fixture(scope="module")
def engine() -> PrintEngine:
    return PrintEngine(THEME.root, REAL / "modules", A4)


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
        document = html[: html.index('<section class="cover">')] + unlinked(sections) + "</body></html>"
        assert engine.pdf(document, path).pages == len(openers), module.slug
