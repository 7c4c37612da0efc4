"""Wording: a term to avoid stands nowhere in the course but in quotations, and where it is explained."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from operator import itemgetter
from typing import Final

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem
from generator.model.course import Course
from generator.model.layout import WORDING
from generator.model.limits import MOST_TOLD
from generator.model.wording import AvoidedTerm
from generator.prose.words import foreign_words, without_quotations, words

ENDINGS: Final = {"id": ("nya", "ku", "mu", "lah", "kah", "pun"), "en": ("s", "es", "’s", "'s")}
"""What may be added to a term and leave it the same term."""


def check_wording(course: Course, texts: Sequence[CourseText]) -> Iterator[Problem]:
    """Check every text of a course in its language; words that are marked as those of another, in that one.

    What is not translated is checked in the source.
    """
    terms = [_Term.of(term) for term in sorted(course.wording, key=lambda term: -len(term.avoid))]
    for position, near in _near(terms, [text.value.casefold() for text in texts]):
        text = texts[position]
        if text.file != WORDING and text.value not in course.untranslated:
            yield from _problems(text, course.language, near)


def _near(terms: Sequence["_Term"], folded: Sequence[str]) -> Iterator[tuple[int, list["_Term"]]]:
    """The texts in which the longest word of a term stands, with these terms: few need the closer look."""
    everything = "\n".join(folded)
    starts = list(accumulate((len(text) + 1 for text in folded), initial=0))
    hits = {
        (bisect_right(starts, hit) - 1, number)
        for number, term in enumerate(terms)
        for hit in _positions(term.longest, everything)
    }
    for position, numbers in groupby(sorted(hits), key=itemgetter(0)):
        yield position, [terms[number] for _, number in numbers]


def _positions(word: str, text: str) -> Iterator[int]:
    position = text.find(word)
    while position >= 0:
        yield position
        position = text.find(word, position + 1)


def _problems(text: CourseText, language: str, terms: list["_Term"]) -> Iterator[Problem]:
    """Each term that a text uses, in the order in which they stand there; of two in one place, the longer."""
    found: dict[int, tuple[int, _Term]] = {}
    for spoken, read in _by_language(text, language):
        for term in terms:
            for match in islice(term.pattern.finditer(read), MOST_TOLD) if term.language == spoken else ():
                taken = any(start < match.end() and match.start() < end for start, (end, _) in found.items())
                if not taken:
                    found[match.start()] = (match.end(), term)
    for start, (end, term) in sorted(found.items())[:MOST_TOLD]:
        facts = {"term": term.avoid, "write": term.write}
        yield text.problem("W01", facts, *_whole_word(text.value, start, end))


@dataclass(frozen=True, slots=True)
class _Term:
    language: str
    avoid: str
    write: str
    longest: str
    """The longest of its words, by which texts are told that cannot hold the term."""
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, term: AvoidedTerm) -> "_Term":
        parts = term.avoid.split()
        ending = "|".join(map(re.escape, ENDINGS.get(term.language, ())))
        said = r"\s+".join(map(re.escape, parts))
        pattern = rf"(?<!\w){said}(?:{ending})?(?!\w)"
        longest = max(parts, key=len).casefold()
        return cls(term.language, term.avoid, term.write, longest, re.compile(pattern, re.IGNORECASE))


def _by_language(text: CourseText, language: str) -> Iterator[tuple[str, str]]:
    """What a text says in its own voice, by language; every word stays in its place."""
    read = words(text.value) if text.markup == "markdown" else text.value
    own = without_quotations(read)
    for part in foreign_words(text.value) if text.markup == "markdown" else ():
        foreign = own[part.start : part.end]
        own = own[: part.start] + " " * len(foreign) + own[part.end :]
        yield part.language, " " * part.start + foreign
    yield language, own


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The term with what a hyphen joins to it."""
    while start and re.match(r"[\w-]", text[start - 1]):
        start -= 1
    while end < len(text) and re.match(r"[\w-]", text[end]):
        end += 1
    return start, end
