"""Turns the name of a sentence and its facts into what publishing says of files, folders and locks."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from generator.findings.rule import MESSAGE_LANGUAGES

FILE: Final = Path(__file__).with_name("sentences.yaml")


class Sentence:
    """What is to be said, before it is known in which language. A fact may be a sentence, too."""

    def __init__(self, name: str, **facts: object) -> None:
        self.name = name
        self.facts = facts

    def in_language(self, language: str) -> str:
        """The sentence in one of `MESSAGE_LANGUAGES`; in any other it is English."""
        words = sentences()[self.name][language if language in MESSAGE_LANGUAGES else "en"]
        return words.format(**{name: _in(language, fact) for name, fact in self.facts.items()})

    def __str__(self) -> str:
        return self.in_language("en")


def _in(language: str, fact: object) -> object:
    return fact.in_language(language) if isinstance(fact, Sentence) else fact


Tell = Callable[[Sentence], None]
"""Called with what somebody should know although the build goes on."""


def tell_nobody(_: Sentence) -> None:
    """For those who do not listen."""


@cache
def sentences() -> dict[str, dict[str, str]]:
    """All sentences by their names, in each language of the messages."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded
