"""Nothing that is printed runs out of its box, and no word is torn to fit into it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from weasyprint.formatting_structure.boxes import BlockContainerBox, LineBox, TextBox

from generator.publishing.paper import PAPERS, Paper
from generator.publishing.print_engine import PrintEngine
from generator.rendering.book import PrintBook
from generator.rendering.print import Printable, render_documents
from generator.views.handbook import ON_REQUEST, PRINTABLE, Setting
from tests.publishing.built import LANGUAGES, REAL, SAMPLE, THEME, CourseInTests

TOLERANCE: Final = 1.0
"""CSS pixels; half a millimetre would be seen."""


class Laid:
    """A document, or a part of a book, as it is laid out before it is a PDF."""

    def __init__(self, engine: PrintEngine, html: str, setting: Setting) -> None:
        self.pages = engine.laid_out(html, setting).pages

    def overflowing(self) -> list[tuple[int, str]]:
        """Lines that are wider than the block in which they stand, with their pages."""
        return [
            (number, text)
            for number, block, right, text in self._lines()
            if right > block.content_box_x() + block.width + TOLERANCE
        ]

    def torn(self) -> list[tuple[int, str]]:
        """Words of which a line holds only the beginning, with their pages."""
        found, before = [], {}
        for number, block, _, text in self._lines():
            start = before.get(block, "")
            if start[-1:].isalnum() and text[:1].isalnum() and block.element is not None:
                word = re.findall(r"\w+", start)[-1] + re.findall(r"\w+", text)[0]
                if word in re.findall(r"\w+", " ".join(block.element.itertext())):
                    found.append((number, word))
            before[block] = text
        return found

    def _lines(self) -> Iterator[tuple[int, Any, float, str]]:
        """Each line of text: its page, its block, where it ends, and its words."""
        for number, page in enumerate(self.pages, 1):
            for block in page._page_box.descendants():
                if isinstance(block, BlockContainerBox):
                    for line in block.children:
                        texts = [box for box in line.descendants() if isinstance(box, TextBox)]
                        if isinstance(line, LineBox) and texts:
                            right = max(box.position_x + box.width for box in texts)
                            yield number, block, right, "".join(box.text for box in texts)


def laid(
    curriculum: Path, course: CourseInTests, language: str, asked: tuple[str, ...], paper: Paper
) -> dict[str, Laid]:
    engine = PrintEngine(THEME.root, curriculum / "modules", paper)
    documents = render_documents(course.courses[language], THEME, curriculum / "modules", asked)
    return {name: Laid(engine, html, setting) for name, (html, setting) in everything(documents).items()}


def everything(documents: Iterable[Printable]) -> dict[str, tuple[str, Setting]]:
    """The HTML of every document, and of each part of a book once."""
    found = {}
    for document in documents:
        if isinstance(document, PrintBook):
            for part in (document.own, *document.parts):
                found[part.name] = part.with_pages({}), part.setting
        else:
            found[document.path] = document.html, document.setting
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_everything_of_the_sample_stays_in_its_box(sample_course: CourseInTests, paper: str) -> None:
    for path, document in laid(SAMPLE, sample_course, "id", PRINTABLE, PAPERS[paper]).items():
        assert document.overflowing() == [], path
        assert document.torn() == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_the_course_stays_in_its_box(real_course: CourseInTests, language: str) -> None:
    for path, document in laid(REAL, real_course, language, ("sheets",), PAPERS["a4"]).items():
        assert document.overflowing() == [], path
        assert document.torn() == [], path


def test_no_word_of_a_workbook_is_torn_where_letters_are_large_or_pages_small(
    real_course: CourseInTests,
) -> None:
    engine = PrintEngine(THEME.root, REAL / "modules", PAPERS["a4"])
    documents = render_documents(real_course.courses["id"], THEME, REAL / "modules", ON_REQUEST)
    of_module = [document for document in documents if document.module == "relapse-prevention"]
    for name, (html, setting) in everything(of_module).items():
        pages = Laid(engine, html, setting)
        assert pages.overflowing() == [], name
        assert pages.torn() == [], name
