"""Prose: what it points to exists, and it holds nothing but the course's Markdown."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem, files_that_define
from generator.model.limits import MAX_BARS, MAX_BRACKETS, MAX_CHARACTERS, MAX_LINES, MOST_TOLD
from generator.prose.limits import exceeds_limits
from generator.prose.markdown import (
    CITATION,
    CROSS_REFERENCES,
    HEADING,
    LANGUAGE,
    LOOSE_CITATION,
    RAW_HTML,
    RUN_ON,
    WEB_SCHEMES,
)
from generator.prose.mentions import Mention, mentions
from generator.prose.names import CourseNames

MORE_THAN_A_LETTER: Final = re.compile(r"%0[ad]|^mailto:.*\?(?!(?:subject|body)=[^&]*$)", re.IGNORECASE)
"""In an address: line breaks, and of a letter more than what it is about, such as files to send with it."""
REMEMBERED: Final = 40_000
"""Texts; a course in two languages has some ten thousand."""


def check_prose(
    texts: Iterable[CourseText], names: CourseNames, has_media: Callable[[str], bool]
) -> Iterator[Problem]:
    """Check the prose of a course.

    Args:
        texts: Its texts in one language.
        names: What its prose can point to.
        has_media: Whether the curriculum holds a media file, given as ``module/file``.
    """
    checker = _Checker(names, has_media)
    for text in texts:
        if text.markup == "markdown":
            yield from checker.prose(text)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a text itself, in whatever course it stands."""

    code: str
    snippet: str | None = None
    fact: tuple[str, str] | None = None


@lru_cache(REMEMBERED)
def _faults(text: str) -> tuple[_Fault, ...]:
    return tuple(_found_faults(text))


def _found_faults(text: str) -> Iterator[_Fault]:
    for html in _tags(text) if "<" in text else ():
        yield _Fault("P01", html, ("html", html[:40]))
    for heading in HEADING.finditer(text) if "#" in text else ():
        yield _Fault("P02", heading["heading"])
    for run_on in RUN_ON.finditer(text) if "\n" in text else ():
        yield _Fault("P06", (run_on["first"] or run_on["nested"]).strip())


class _Checker:
    def __init__(self, names: CourseNames, has_media: Callable[[str], bool]) -> None:
        self.names = names
        self.has_media = has_media

    def prose(self, text: CourseText) -> Iterator[Problem]:
        """The problems of a text, each with the place of its snippet where one stands several times."""
        seen: Counter[tuple[str, str | None]] = Counter()
        for problem in islice(self._problems(text), MOST_TOLD):
            key = (problem.code, problem.snippet)
            yield replace(problem, occurrence=seen[key])
            seen[key] += 1

    def _problems(self, text: CourseText) -> Iterator[Problem]:
        if exceeds_limits(text.value):
            facts = {
                "characters": MAX_CHARACTERS,
                "lines": MAX_LINES,
                "brackets": MAX_BRACKETS,
                "bars": MAX_BARS,
            }
            yield Problem("P07", text.file, text.path, facts)
            return
        for fault in _faults(text.value):
            yield Problem(
                fault.code,
                text.file,
                text.path,
                dict([fault.fact] if fault.fact else ()),
                snippet=fault.snippet,
            )
        for citation in LOOSE_CITATION.finditer(text.value) if "[@" in text.value else ():
            if not re.fullmatch(CITATION, citation[0]):
                yield self._unknown("reference", citation["keys"], text, self.names.keys, citation[0])
        for mention in mentions(text.value):
            yield from self._mention(text, mention)

    def _mention(self, text: CourseText, mention: Mention) -> Iterator[Problem]:
        match mention.kind:
            case "citation" if self.names.citation(mention.target) is None:
                key = mention.target
                yield self._unknown("reference", key, text, self.names.keys, key)
            case "link":
                yield from self._link(text, mention.target)
            case "image":
                yield from self._image(text, mention)

    def _link(self, text: CourseText, target: str) -> Iterator[Problem]:
        scheme, _, slug = target.partition(":")
        if scheme in CROSS_REFERENCES:
            if self.names.title(scheme, slug) is None:
                yield self._unknown(scheme, slug, text, self.names.slugs(scheme), target)
        elif scheme.lower() not in WEB_SCHEMES or not slug or MORE_THAN_A_LETTER.search(target):
            allowed = (*WEB_SCHEMES, *CROSS_REFERENCES, LANGUAGE)
            facts = {"link": target[:60]}
            yield Problem("P03", text.file, text.path, facts, scheme, allowed, snippet=target)

    def _image(self, text: CourseText, mention: Mention) -> Iterator[Problem]:
        scheme, _, name = mention.target.partition(":")
        facts = {"image": mention.target[:60]}
        if scheme != "media" or not self.has_media(name):
            yield Problem("P04", text.file, text.path, facts, snippet=mention.target)
        if not mention.text.strip():
            yield Problem("P05", text.file, text.path, facts, snippet=mention.target)

    def _unknown(
        self, what: str, slug: str, text: CourseText, known: tuple[str, ...], snippet: str
    ) -> Problem:
        facts = {"what": what, "slug": slug}
        might = files_that_define(what, slug)
        return Problem("R01", text.file, text.path, facts, slug, known, might, snippet)


def _tags(text: str) -> list[str]:
    """The HTML in a text; a closing tag only where nothing is opened."""
    tags = [match[0] for match in RAW_HTML.finditer(text)]
    return [tag for tag in tags if not tag.startswith("</")] or tags[:1]
