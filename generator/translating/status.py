"""Counts how far the translation of each file of a course has come."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model.layout import translation_file
from generator.reading.overlay import TextPair
from generator.translating.state import State, States

COUNTED: Final = (State.MISSING, State.IDENTICAL, State.STALE, State.UNCONFIRMED)
"""What there is still to do, the most first."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts there are, and how many of them are in each state."""

    states: Mapping[State, int]

    @property
    def texts(self) -> int:
        return sum(self.states.values())

    @property
    def translated(self) -> int:
        return self.texts - self.count(State.MISSING)

    @property
    def complete(self) -> bool:
        """Whether every text is translated and nothing is to be looked at."""
        return self.count(State.COMPLETE) == self.texts

    @property
    def percent(self) -> int:
        """The part that is translated; 100 only where nothing is missing."""
        return 100 * self.translated // self.texts if self.texts else 100

    def count(self, state: State) -> int:
        return self.states.get(state, 0)


@dataclass(frozen=True, slots=True)
class FileStatus:
    """A file of the source, where its translation stands or will stand, and how far it is."""

    source: str
    translation: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """The translation of the whole course into one language."""

    language: str
    files: tuple[FileStatus, ...]

    @property
    def progress(self) -> Progress:
        total: Counter[State] = Counter()
        for file in self.files:
            total.update(file.progress.states)
        return Progress(total)


def language_status(states: States, pairs: Mapping[str, Iterable[TextPair]]) -> LanguageStatus:
    """How far a translation is, file by file, sorted; files without text are left out.

    Args:
        states: Tells the state of each text.
        pairs: The texts of each source file.
    """
    files = (
        FileStatus(
            file,
            translation_file(file, states.language),
            Progress(Counter(states.of(file, pair) for pair in pairs[file])),
        )
        for file in sorted(pairs)
    )
    return LanguageStatus(states.language, tuple(file for file in files if file.progress.texts))
