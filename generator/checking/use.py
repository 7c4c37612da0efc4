"""What a course defines is used somewhere: works, terms, pictures, response scales, sheets of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem
from generator.model import layout
from generator.model.course import Course
from generator.model.evaluation import Evaluation, RatingQuestion
from generator.model.glossary import Term
from generator.model.instrument import ScoredInstrument
from generator.model.worksheet import RatingScaleBlock
from generator.prose.limits import exceeds_limits
from generator.prose.mentions import mentions
from generator.prose.words import words


@dataclass(slots=True)
class Use:
    """What a course uses in all of its languages: a translation may use what its source does not."""

    works: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    media: set[str] = field(default_factory=set)
    scales: set[str] = field(default_factory=set)
    worksheets: set[str] = field(default_factory=set)
    read: str = ""
    """Every text, for the terms that are used without a link."""
    is_known: bool = True
    """Whether every text could be read."""

    def add(self, course: Course, texts: Iterable[CourseText]) -> None:
        """Take in what the course uses in one language."""
        read = []
        for text in texts:
            if text.markup == "markdown":
                self._add_mentions(text.value)
            if text.file != layout.GLOSSARY or text.path[-1] == "definition":
                read.append(words(text.value) if text.markup == "markdown" else text.value)
        self.read += " ".join("\n".join(read).casefold().split())
        self.scales.update(_scales(course))
        self.worksheets.update(_worksheets(course))

    def _add_mentions(self, prose: str) -> None:
        if exceeds_limits(prose):
            self.is_known = False
            return
        for mention in mentions(prose):
            match mention.kind:
                case "citation":
                    self.works.add(mention.target)
                case "image":
                    self.media.add(mention.target.removeprefix("media:"))
                case "link":
                    self._add_link(mention.target)

    def _add_link(self, target: str) -> None:
        scheme, _, slug = target.partition(":")
        if scheme == "worksheet":
            self.worksheets.add(slug)
        elif scheme == "term":
            self.terms.add(slug)

    def of_term(self, term: Term) -> bool:
        """Whether a text links to the term or says it; endings may follow."""
        return term.slug in self.terms or any(
            re.search(rf"(?<!\w){re.escape(' '.join(name.casefold().split()))}", self.read)
            for name in (term.headword, *term.also)
        )


def check_use(courses: Sequence[Course], use: Use) -> Iterator[Problem]:
    """Tell what nothing uses.

    Args:
        courses: The course in its languages, the source first.
        use: What they use.
    """
    source, *translations = courses
    for index, work in enumerate(source.references):
        if work.id not in use.works:
            yield Problem("R05", layout.REFERENCES, ("references", index, "id"), {"reference": work.id})
    spoken = {
        term.slug for course in (source, *translations) for term in course.glossary if use.of_term(term)
    }
    for index, term in enumerate(source.glossary):
        if term.slug not in spoken:
            yield Problem("R06", layout.GLOSSARY, ("terms", index, "headword"), {"term": term.headword})
    for index, scale in enumerate(source.scales):
        if scale.slug not in use.scales:
            yield Problem("R08", layout.SCALES, ("scales", index, "slug"), {"scale": scale.slug})
    for sheet in source.worksheets:
        if sheet.slug not in use.worksheets and sheet.type != "certificate":  # given when all is over
            file = layout.worksheet_file(None, sheet.slug)
            yield Problem("A03", file, (), {"worksheet": sheet.slug})


def _scales(course: Course) -> Iterator[str]:
    for _, sheet in course.all_worksheets():
        yield from (block.scale for block in sheet.blocks if isinstance(block, RatingScaleBlock))
    for _, evaluation in course.all_evaluations():
        yield from (one.scale for one in evaluation.instruments if isinstance(one, ScoredInstrument))
        if isinstance(evaluation, Evaluation):
            questions = evaluation.evaluation_form.questions
            yield from (one.scale for one in questions if isinstance(one, RatingQuestion))


def _worksheets(course: Course) -> Iterator[str]:
    if course.back_cover:
        yield course.back_cover
    for module in course.modules:
        for session in module.sessions:
            yield from session.used_worksheets
