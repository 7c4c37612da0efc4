"""Says of each text how its translation stands."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from generator.reading.overlay import TextPair
from generator.translating.confirmation import Confirmation, Confirmations, confirmation_of, digest
from generator.translating.likeness import Likeness


class State(Enum):
    """The states exclude each other; the worst that is true of a text is its state."""

    COMPLETE = "complete"
    MISSING = "missing"
    IDENTICAL = "identical"
    STALE = "stale"
    UNCONFIRMED = "unconfirmed"


TRANSLATED: Final = frozenset(State) - {State.MISSING}


class States:
    """Tells the state of each text of a course in one language."""

    def __init__(
        self, language: str, pairs: Mapping[str, Iterable[TextPair]], confirmations: Confirmations
    ) -> None:
        self.language = language
        self._confirmations = confirmations
        self._pairs = pairs
        self._of_file: dict[str, frozenset[Confirmation]] = {}
        self._found: dict[int, Confirmation | None] = {}
        self._stale: dict[int, bool] = {}
        self._likeness = Likeness(pair for file in pairs.values() for pair in file)

    def of(self, file: str, pair: TextPair) -> State:
        if pair.translation is None:
            return State.MISSING
        if self.is_stale(file, pair):
            return State.STALE
        if self.is_identical(pair):
            return State.IDENTICAL
        return State.COMPLETE if self._confirmed(file, pair) else State.UNCONFIRMED

    def is_stale(self, file: str, pair: TextPair) -> bool:
        """Whether the source has changed since its translation was confirmed."""
        found = self._stale.get(id(pair))  # asked several times; the pairs live as long as this
        if found is None:
            confirmed = self._confirmed(file, pair)
            found = confirmed is not None and confirmed.source != digest(pair.source_text)
            self._stale[id(pair)] = found
        return found

    def is_unconfirmed(self, file: str, pair: TextPair) -> bool:
        """Whether it is translated and nobody has ever confirmed that."""
        return pair.translation is not None and self._confirmed(file, pair) is None

    def is_identical(self, pair: TextPair) -> bool:
        """Whether the translation is the source's text, and should not be."""
        return self._likeness.is_left_over(pair)

    def _confirmed(self, file: str, pair: TextPair) -> Confirmation | None:
        """What was confirmed of a text; it is asked for several times."""
        if id(pair) not in self._found:
            self._found[id(pair)] = self._confirmation(file, pair)
        return self._found[id(pair)]

    def _confirmation(self, file: str, pair: TextPair) -> Confirmation | None:
        """What was confirmed of a text; nothing where that has moved on and this one has taken its place."""
        confirmed = self._confirmations.of((self.language, file, pair.key), pair)
        if confirmed and confirmed.source != digest(pair.source_text) and confirmed in self._there(file):
            return None
        return confirmed

    def _there(self, file: str) -> frozenset[Confirmation]:
        """The texts of a file with their translations, wherever they stand in it."""
        if file not in self._of_file:
            self._of_file[file] = frozenset(map(confirmation_of, self._pairs[file]))
        return self._of_file[file]
