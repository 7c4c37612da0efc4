"""The words of the real course are on the paper, not only in what was sent to the print engine."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.curriculum.course_texts import CourseTexts, ReadText
from tests.publishing.built import CourseInTests
from tests.publishing.html_page import squashed
from tests.publishing.pdf_file import PdfFile

RUN = 4
"""Words that are looked for together."""
LONG = 50
"""Runs after which a text may well go over one page more."""
REFERENCE = re.compile(
    r"\((?:(?:hlm|p)\.(?:[A-Z]?\d*·)?\d+|Module?\d+(?:,(?:Sesi|Session)\d+)?|(?:Lembar|Sheet|Worksheet)[A-Z\d.]+)\)"
)
"""What print adds to a cross-reference."""
ANSWERS = {"explanation", "model_answer"}


class PrintedWords:
    """A book's words without white space, running heads and feet; at the end what is said of its figures."""

    def __init__(self, path: Path) -> None:
        self.file = PdfFile(path)
        numbers = range(1, len(self.file.reader.pages) + 1)
        self.words = REFERENCE.sub("", squashed("".join(self.file.body(number) for number in numbers)))
        self.words += squashed("".join(self.file.figures))

    def lost(self, texts: list[ReadText]) -> list[str]:
        return [str(text) for text in texts if not self._holds(text)]

    def _holds(self, text: ReadText) -> bool:
        """Whether every run of words is there, but for those between which a page or a cell may end."""
        words = text.words.split()
        runs = [squashed("".join(words[i : i + RUN])) for i in range(0, len(words), RUN)]
        lost = [run for run in runs if run not in self.words]
        return len(lost) <= (1 + len(runs) // LONG if len(runs) > 4 else 0)


@pytest.fixture(scope="module")
def printed(real_handbooks: Path) -> Callable[[str, str], PrintedWords]:
    books: dict[tuple[str, str], PrintedWords] = {}

    def printed(language: str, edition: str) -> PrintedWords:
        if (language, edition) not in books:
            books[language, edition] = PrintedWords(real_handbooks / language / f"{edition}.pdf")
        return books[language, edition]

    return printed


def of_module(texts: CourseTexts) -> list[ReadText]:
    """The first module's texts but for its evaluation; its handbooks are those that are printed here."""
    home = f"modules/{texts.course.modules[0].slug}/"
    return [text for text in texts.of(home) if not text.file.endswith("/evaluation.yaml")]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_module_is_on_paper_in_the_facilitators_handbook(
    real_course: CourseInTests, printed: Callable[[str, str], PrintedWords], language: str
) -> None:
    texts = of_module(CourseTexts(real_course.courses[language]))
    assert printed(language, "facilitator").lost(texts) == []


def test_matter_and_sheets_are_on_paper_in_the_participants_workbook(
    real_course: CourseInTests, printed: Callable[[str, str], PrintedWords]
) -> None:
    theirs = [
        text
        for text in of_module(CourseTexts(real_course.courses["id"]))
        if text.fields[-1] in ("reading", "script", "key_messages")
        or "figure" in text.fields
        or "/worksheets/" in text.file
    ]
    assert len(theirs) > 200
    assert printed("id", "participant").lost(theirs) == []


def test_the_evaluation_is_on_paper_in_its_pack(
    real_course: CourseInTests, printed: Callable[[str, str], PrintedWords]
) -> None:
    all_texts = CourseTexts(real_course.courses["id"])
    home = f"modules/{all_texts.course.modules[0].slug}/"
    texts = [text for text in all_texts.of(home) if text.file.endswith("/evaluation.yaml")]
    assert printed("id", "evaluation").lost(texts) == []


def test_no_answer_is_on_paper_in_the_participants_workbook(
    real_course: CourseInTests, printed: Callable[[str, str], PrintedWords]
) -> None:
    answers = [
        text
        for text in CourseTexts(real_course.courses["id"]).all
        if text.file.endswith("/evaluation.yaml") and text.fields[-1] in ANSWERS
    ]
    assert answers
    book = printed("id", "participant")
    assert [str(text) for text in answers if text.squashed in book.words] == []


@pytest.mark.parametrize(
    ("language", "edition"),
    [("id", "facilitator"), ("en", "facilitator"), ("id", "participant"), ("id", "evaluation")],
)
def test_the_contents_and_every_reference_to_a_page_are_right(
    printed: Callable[[str, str], PrintedWords], language: str, edition: str
) -> None:
    file = printed(language, edition).file
    start = file.anchors["contents"].page
    checked = 0
    for link in file.links:
        in_contents = link.page == start and re.search(r"(\S*\d+)$", link.words)
        match = in_contents or re.search(r"\((?:hlm|p)\. (\S+)\)", link.words)
        if match:
            assert match[1] == file.label(file.anchors[link.target].page), link
            checked += 1
    assert checked > 15


@pytest.mark.parametrize(
    ("language", "edition"),
    [("id", "facilitator"), ("en", "facilitator"), ("id", "participant"), ("id", "evaluation")],
)
def test_the_back_cover_is_the_last_page_alone_and_the_back_of_a_leaf(
    real_course: CourseInTests, printed: Callable[[str, str], PrintedWords], language: str, edition: str
) -> None:
    file = printed(language, edition).file
    page = file.anchors[f"worksheet-{real_course.courses[language].back_cover}"].page
    assert page == len(file.reader.pages)
    assert page % 2 == 0


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_safety_card_alone_is_one_page(
    printed: Callable[[str, str], PrintedWords], language: str
) -> None:
    assert len(printed(language, "card").file.reader.pages) == 1


@pytest.mark.parametrize("edition", ["facilitator", "participant", "evaluation"])
def test_no_page_is_left_empty_but_before_a_right_hand_start_and_the_back_cover(
    printed: Callable[[str, str], PrintedWords], edition: str
) -> None:
    file = printed("id", edition).file
    starts = {at.page for name, at in file.anchors.items() if name.startswith(("session-", "module-"))}
    starts |= {n for n in range(1, len(file.reader.pages) + 1) if file.label(n).endswith("·1")}
    starts.add(file.anchors["after-parts"].page)
    empty = [n for n in range(1, len(file.reader.pages) + 1) if not file.body(n)]
    last = len(file.reader.pages)
    for number in empty:
        assert number + 1 == last or (number % 2 == 0 and number + 1 in starts), empty
