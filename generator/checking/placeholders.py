"""Texts that a first draft leaves to be written are told until somebody writes them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem
from generator.model.limits import MOST_TOLD
from generator.model.placeholder import placeholders


def check_placeholders(texts: Iterable[CourseText]) -> Iterator[Problem]:
    for one in texts:
        seen: Counter[str] = Counter()
        for text in islice(placeholders(one.value), MOST_TOLD):
            yield Problem("F23", one.file, one.path, {"text": text}, snippet=text, occurrence=seen[text])
            seen[text] += 1
