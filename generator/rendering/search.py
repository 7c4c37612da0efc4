"""Turns the glossary into what the site's search knows of its language: words that stand for each other."""

import json
import re
from typing import Final

from generator.model.course import Course

PARENTHESES: Final = re.compile(r"\s*[()]\s*")


def synonyms(course: Course) -> dict[str, list[str]]:
    """For each word of the glossary the other words for the same thing.

    Only single words: a search looks for one word at a time; it finds a longer headword by any of its words.
    """
    groups = (
        [
            word.casefold()
            for name in (term.headword, *term.also)
            for word in PARENTHESES.split(name)
            if word and " " not in word
        ]
        for term in course.glossary
    )
    found: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            others = [other for other in group if other != word]
            found[word] = sorted({*found.get(word, ()), *others})
    return {word: others for word, others in sorted(found.items()) if others}


def search_language(course: Course, script: str) -> str:
    """The script that the search's worker loads: what it must know of this course, then how it uses it.

    Args:
        course: The course in one language.
        script: The theme's `search.js`.
    """
    facts = {"language": course.language, "synonyms": synonyms(course)}
    return f"lunr.courseWords = {json.dumps(facts, ensure_ascii=False, sort_keys=True)};\n{script}"
