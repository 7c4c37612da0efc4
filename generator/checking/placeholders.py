"""Texts that a first draft leaves to be written are told until somebody writes them."""

from collections import Counter
from collections.abc import Iterator

from generator.checking.documents import documents
from generator.checking.problem import Problem
from generator.model.course import Course
from generator.model.placeholder import placeholders
from generator.model.shape import texts


def check_placeholders(course: Course) -> Iterator[Problem]:
    for file, part in documents(course):
        for found in texts(part):
            seen: Counter[str] = Counter()
            for text in placeholders(found.value):
                facts = {"text": text}
                yield Problem("F23", file, found.path, facts, snippet=text, occurrence=seen[text])
                seen[text] += 1
