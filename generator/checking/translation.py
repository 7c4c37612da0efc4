"""Translations: each text says what its source says, and somebody has looked since the source changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.findings.finding import Finding, Place
from generator.model import layout
from generator.reading.overlay import TextPair
from generator.reading.tree import Scalar, locate_snippet
from generator.translating.numbers import different_numbers
from generator.translating.prose_targets import citations, links, without_targets
from generator.translating.state import States

NONE: Final = "–"
DIGIT: Final = re.compile(r"\d")


class FaultyLines:
    """The lines on which something is wrong already: one cause, one finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._lines = {(finding.place.source.path, finding.place.line) for finding in findings}

    def touch(self, *texts: Scalar | None) -> bool:
        """Whether one of these texts has a fault of its own."""
        return any(line in self._lines for text in texts if text for line in _lines(text))


def _lines(text: Scalar) -> Iterator[tuple[str, int]]:
    path, first = text.place.source.path, text.place.line
    return ((path, line) for line in range(first, max(first, text.last_line) + 1))


def check_translation(
    pairs: Mapping[str, list[TextPair]],
    states: States,
    source_language: str,
    begun: bool,
    faulty: FaultyLines,
) -> Iterator[Finding]:
    """Check every translated text of a course.

    Args:
        pairs: The texts of each source file, with their translations.
        states: How its translations stand.
        source_language: The language that they are made from.
        begun: Whether the course's translations are confirmed at all.
        faulty: Where other rules found something; such a text is not compared.
    """
    languages = (source_language, states.language)
    for file, of_file in pairs.items():
        translated = [pair for pair in of_file if pair.translation and pair.aligned]
        for pair in translated:
            yield from _state(file, pair, states)
            if not (
                states.is_stale(file, pair) or faulty.touch(pair.source) or faulty.touch(pair.translation)
            ):
                yield from _contents(pair, languages)
        if begun and translated and len(translated) == len(of_file):  # else there is more to do first
            yield from _unconfirmed(file, translated, states)


def _state(file: str, pair: TextPair, states: States) -> Iterator[Finding]:
    place = _place(pair)
    if states.is_stale(file, pair):
        facts = {"language": states.language, "text": pair.key, "file": file}
        yield Finding("S06" if pair.safety else "L10", place, facts)
    if states.is_identical(pair):
        yield Finding("L09", place, {"language": states.language})


def _contents(pair: TextPair, languages: tuple[str, str]) -> Iterator[Finding]:
    if pair.markup == "markdown":
        yield from _targets(pair)
    yield from _numbers(pair, languages)


def _targets(pair: TextPair) -> Iterator[Finding]:
    source, translation = pair.source_text, pair.translated_text or ""
    for code, read in (("L11", links), ("L12", citations)):
        here, there = read(source), read(translation)
        yield from _difference(code, pair, sorted(here - there), sorted(there - here))


def _numbers(pair: TextPair, languages: tuple[str, str]) -> Iterator[Finding]:
    source, translation = pair.source_text, pair.translated_text or ""
    if DIGIT.search(source) or DIGIT.search(translation):
        texts = without_targets(source), without_targets(translation)
        yield from _difference("L13", pair, *different_numbers(*texts, languages))


def _difference(code: str, pair: TextPair, missing: Sequence[str], added: Sequence[str]) -> Iterator[Finding]:
    """What one of the two texts has and the other has not, at the first thing that is too much."""
    if missing or added:
        facts = {"source": ", ".join(missing) or NONE, "translation": ", ".join(added) or NONE}
        yield Finding(code, _place(pair, added[0] if added else None), facts)


def _unconfirmed(file: str, pairs: list[TextPair], states: States) -> Iterator[Finding]:
    count = sum(states.is_unconfirmed(file, pair) for pair in pairs)
    if count:
        place = replace(_place(pairs[0]), line=1, column=1, width=1)
        other = layout.translation_file(file, states.language)
        yield Finding("L15", place, {"count": count, "language": states.language, "file": other})


def _place(pair: TextPair, snippet: str | None = None) -> Place:
    """Where the translation stands, or a part of it."""
    text = pair.translation or pair.source
    return locate_snippet(text, (), snippet) if snippet else text.place
