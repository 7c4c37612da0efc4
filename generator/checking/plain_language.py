"""Plain language: sentences that are understood at one reading, and words to say that fit in one breath."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem
from generator.model.course import Course
from generator.model.limits import MOST_TOLD
from generator.prose.limits import exceeds_limits
from generator.prose.sentences import SENTENCE_END, Passage, paragraphs, sentences
from generator.prose.words import words

LONGEST_SENTENCE: Final = {"id": 25, "en": 30}
"""Words. Guides to plain writing stop at 20 to 25; English, with its articles and particles, takes a quarter
more words than Indonesian to say the same (measured on this course: 8.1 words a sentence against 6.3).
"""
LONGEST_ELSEWHERE: Final = 30
"""Words, in a language of which nothing else is known."""
LONGEST_SPOKEN: Final = 60
"""Words of a paragraph to say: half a minute, at the two words a second of who reads to a group. After that
the facilitator needs to look up, and to find the place again.
"""
REMEMBERED: Final = 40_000
"""Texts; a course in two languages has some twenty thousand."""


def check_plain_language(course: Course, texts: Iterable[CourseText]) -> Iterator[Problem]:
    limit = LONGEST_SENTENCE.get(course.language, LONGEST_ELSEWHERE)
    for text in texts:
        if text.value in course.untranslated:
            continue
        for sentence in _long_sentences(text.value, limit)[:MOST_TOLD]:
            facts = {"words": sentence.length, "limit": limit}
            yield text.problem("W02", facts, sentence.start, sentence.end)
        if text.path[-1] == "say":
            for paragraph in _long_paragraphs(text.value, LONGEST_SPOKEN)[:MOST_TOLD]:
                facts = {"words": paragraph.length, "limit": LONGEST_SPOKEN}
                yield text.problem("W03", facts, paragraph.start, paragraph.end)


@lru_cache(REMEMBERED)
def _long_sentences(text: str, limit: int) -> tuple[Passage, ...]:
    if not _may_exceed(text, limit) or not any(
        _has_words(piece, limit) for piece in SENTENCE_END.split(words(text))
    ):  # which is quickly seen, and true of nearly all
        return ()
    long = (paragraph for paragraph in paragraphs(text) if paragraph.length > limit)
    return tuple(one for paragraph in long for one in sentences(paragraph) if one.length > limit)


@lru_cache(REMEMBERED)
def _long_paragraphs(text: str, limit: int) -> tuple[Passage, ...]:
    if not _may_exceed(text, limit):
        return ()
    return tuple(paragraph for paragraph in paragraphs(text) if paragraph.length > limit)


def _may_exceed(text: str, limit: int) -> bool:
    return _has_words(text, limit) and not exceeds_limits(text)


def _has_words(text: str, limit: int) -> bool:
    """Whether there are more words than this; so many take two signs each."""
    return len(text) > 2 * limit and len(text.split(None, limit)) > limit
