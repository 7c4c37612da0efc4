"""Whatever course somebody writes: check passes, the build succeeds, and every text reaches its readers.

Hypothesis draws the course's shape and its texts; each text holds a word of its own. More examples than the
suite has:

    TANGGUH_EXAMPLES=50 ./tangguh test tests/publishing/test_random_courses.py
"""

import os
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from generator.findings.message import severity
from generator.model import layout
from generator.model.course import WHOLE_COURSE, Course
from generator.publishing.build import build
from generator.views.handbook import SHEETS
from tests.curriculum.course_texts import CourseTexts, ReadText, missing
from tests.curriculum.places import FACILITATORS_ONLY, article, for_participants, of_module, page_of_text
from tests.generated.awkward import Given
from tests.generated.course import write_course
from tests.generated.drawn import given_texts, sizes
from tests.generated.size import Size
from tests.publishing.built import BuiltSite, CourseInTests, plan, quiet
from tests.publishing.html_page import squashed
from tests.publishing.pdf_file import PdfFile
from tests.today import TODAY

EXAMPLES = int(os.environ.get("TANGGUH_EXAMPLES", "4"))
EDITIONS = ("facilitator", "participant", "evaluation", SHEETS)
ANSWERS = {"explanation", "model_answer"}
HEARD = "alt"
"""In a PDF it is no text but what stands for a drawing."""


@dataclass(frozen=True)
class Output:
    """What was built of a course in one language."""

    folder: Path
    course: Course

    @cached_property
    def texts(self) -> CourseTexts:
        return CourseTexts(self.course)

    @cached_property
    def articles(self) -> dict[str, str]:
        """What each page itself says, without white space, by its path below the language's site."""
        language = f"{self.course.language}/"
        pages = BuiltSite(self.folder).pages.items()
        return {
            path.removeprefix(language): article(page)
            for path, page in pages
            if path.startswith(language) and not path.endswith("404.html")
        }

    def printed(self, name: str) -> str:
        """What a PDF says, without white space."""
        path = self.folder / self.course.language / "handbooks" / f"{name}.pdf"
        return squashed("".join(PdfFile(path).pages))

    def sheets(self) -> list[str]:
        """The names of the sheets that were printed alone."""
        folder = self.folder / self.course.language / "handbooks" / SHEETS
        return [f"{SHEETS}/{path.stem}" for path in sorted(folder.glob("*.pdf"))]


def unprinted(texts: list[ReadText], printed: str) -> list[str]:
    """Those texts of which a PDF lacks a word; a page's end may stand between two words."""
    return [
        str(text)
        for text in texts
        if text.fields[-1] != HEARD and any(squashed(word) not in printed for word in text.words.split())
    ]


def told(texts: Collection[ReadText], printed: str) -> list[str]:
    """Those texts whose own word a PDF holds."""
    return [str(text) for text in texts if squashed(text.words.split()[0]) in printed]


@settings(max_examples=EXAMPLES, phases=[Phase.generate])  # each example is a build: none is made smaller
@given(
    size=sizes,
    seed=st.integers(0, 2**16),
    texts=given_texts,
    editions=st.lists(st.sampled_from(EDITIONS), min_size=1, max_size=2, unique=True),
)
def test_every_text_of_any_course_reaches_its_readers_and_no_other(
    size: Size, seed: int, texts: Given, editions: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = built(Path(folder), size, seed, texts, editions)
        assert lost_on_site(output) == []
        for edition in editions:
            note(edition)
            assert CHECKS[edition](output) == []


def built(place: Path, size: Size, seed: int, texts: Given, editions: list[str]) -> Output:
    """Write, check and build a course: its source language, and some of its editions."""
    write_course(place / "curriculum", size, seed, TODAY, texts.writer)
    course = CourseInTests(place / "curriculum")
    findings = [one for one in course.checked.findings if severity(one) == "error"]
    assert [f"{one.code} {one.place.source.path}:{one.place.line}" for one in findings] == []
    assert tuple(course.courses) == size.languages
    language = size.languages[0]
    facts = {"language": language, "editions": frozenset(editions)}
    build(plan(place / "curriculum", place, **facts), course.courses, quiet)
    return Output(place / "site", course.courses[language])


def lost_on_site(output: Output) -> list[str]:
    """The texts that do not stand on their page; those that many pages share, on none. Only contacts that
    nobody is sure of may be left out.
    """
    everywhere = "\n".join(output.articles.values())
    lost = []
    for text in output.texts.shown():
        page = page_of_text(text)
        lost += missing([text], output.articles[page] if page else everywhere)
    return lost


def faults_of_facilitators_books(output: Output) -> list[str]:
    """What the facilitator's books lack: the module, its answers, safety, help; of the course its frame."""
    course, texts, lost = output.course, output.texts, []
    around = [one for one in texts.shown() if one.file == layout.CONTACTS and "checked_by" not in one.fields]
    safety = [layout.chapter_file(chapter.slug) for chapter in course.chapters if chapter.safety]
    answers = [one for one in texts.all if not ANSWERS.isdisjoint(one.fields)]
    for module in course.modules:
        printed = output.printed(f"facilitator-{module.slug}")
        own = [one for one in answers if one.file == layout.evaluation_file(module.slug)]
        wanted = [*of_module(texts, module.slug, "facilitator"), *own, *around, *texts.of(*safety)]
        lost += unprinted(wanted, printed)
    frame = [layout.chapter_file(one.slug) for one in course.chapters if "facilitator" in one.editions]
    lost += unprinted(texts.of("programmes/", *frame), output.printed(f"facilitator-{WHOLE_COURSE}"))
    return lost


def faults_of_participants_books(output: Output) -> list[str]:
    """What the workbooks lack, and what they tell that is the facilitator's or an answer."""
    texts, faults = output.texts, []
    titles = {title for _, title in output.course.titles()}  # which stand wherever something points there
    secret = [
        one
        for one in texts.all
        if (one.file.endswith("/evaluation.yaml") and one.words not in titles)
        or ("/sessions/" in one.file and not FACILITATORS_ONLY.isdisjoint(one.fields))
    ]
    for module in output.course.modules:
        printed = output.printed(f"participant-{module.slug}")
        faults += unprinted(for_participants(texts, module.slug), printed) + told(secret, printed)
    return faults + told(secret, output.printed(f"participant-{WHOLE_COURSE}"))


def lost_in_evaluation(output: Output) -> list[str]:
    """What the evaluation packs lack of what the course and its modules are measured with."""
    lost = unprinted(
        output.texts.of(layout.evaluation_file(None)), output.printed(f"evaluation-{WHOLE_COURSE}")
    )
    for module in output.course.modules:
        of_module = output.texts.of(layout.evaluation_file(module.slug))
        lost += unprinted(of_module, output.printed(f"evaluation-{module.slug}"))
    return lost


def faults_of_sheets(output: Output) -> list[str]:
    """What the sheets alone lack, and what they tell of the answers."""
    texts, faults = output.texts, []
    for home, sheet in output.course.all_worksheets():
        own = texts.of(layout.worksheet_file(home, sheet.slug))
        faults += unprinted(own, output.printed(f"{SHEETS}/{sheet.slug}"))
    answers = [one for one in texts.all if not ANSWERS.isdisjoint(one.fields)]
    for name in output.sheets():
        faults += told(answers, output.printed(name))
    return faults


CHECKS = {
    "facilitator": faults_of_facilitators_books,
    "participant": faults_of_participants_books,
    "evaluation": lost_in_evaluation,
    SHEETS: faults_of_sheets,
}
