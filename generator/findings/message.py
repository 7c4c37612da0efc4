"""Puts findings into words, in Indonesian and English.

A rule's message says what is wrong and what to do; it takes the finding's facts, whose codes for types and
patterns `WORDS` puts into words. What was allowed and the nearest word follow the message.
"""

from typing import Final

from generator.findings.finding import Finding
from generator.findings.rule import MESSAGE_LANGUAGES, Severity, rule
from generator.findings.words import WORDS

_CODED: Final = frozenset({"expected", "got", "bound", "what"})
_PHRASES: Final = {
    "id": {"nearest": "maksudnya `{word}`?", "allowed": "yang bisa dipakai: {words}"},
    "en": {"nearest": "did you mean `{word}`?", "allowed": "possible here: {words}"},
}
MOST_ALLOWED: Final = 24
"""More words than this are not listed: a list nobody reads helps nobody."""


def severity(finding: Finding) -> Severity:
    return rule(finding.code).severity


def message(finding: Finding, language: str) -> str:
    """What is wrong and what to do, in one line.

    Args:
        finding: The finding to put into words.
        language: One of `MESSAGE_LANGUAGES`; any other is answered in English.
    """
    language = language if language in MESSAGE_LANGUAGES else "en"
    words = WORDS[language]
    facts = {
        name: words.get(str(value), value) if name in _CODED else value
        for name, value in finding.facts.items()
    }
    sentence = rule(finding.code).message.in_language(language).format(**facts)
    return printable(sentence + _hints(finding, language))


def printable(text: str) -> str:
    """Text from a file as it can be shown: control characters would recolour or rewrite a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _hints(finding: Finding, language: str) -> str:
    """The nearest word as a question, and the words that are possible."""
    phrases = _PHRASES[language]
    nearest = f"; {phrases['nearest'].format(word=finding.nearest)}" if finding.nearest else ""
    if not 0 < len(finding.allowed) <= MOST_ALLOWED:
        return nearest
    allowed = phrases["allowed"].format(words=", ".join(finding.allowed))
    return f"{nearest} {allowed[0].upper()}{allowed[1:]}" if nearest else f"; {allowed}"
