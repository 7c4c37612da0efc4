"""The sample course with its English translation, read once."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.reading.loading import Curriculum, load_course
from generator.reading.overlay import TextPair
from generator.translating.catalogue import CatalogueHead
from generator.translating.confirmation import Confirmations, confirmation_of
from generator.translating.state import States

SAMPLE = Path(__file__).parents[1] / "sample"
HEAD = CatalogueHead("Kursus contoh", "en", datetime(2026, 11, 1, tzinfo=UTC))


@dataclass(frozen=True)
class TranslatedSample:
    """The texts of the sample's files, all confirmed."""

    pairs: dict[str, list[TextPair]]
    confirmations: Confirmations

    @property
    def states(self) -> States:
        return States("en", self.pairs, self.confirmations)


@pytest.fixture(scope="session")
def translated() -> TranslatedSample:
    pairs = load_course(Curriculum(SAMPLE), "en").pairs
    new = {("en", file, pair.key): confirmation_of(pair) for file, texts in pairs.items() for pair in texts}
    return TranslatedSample(pairs, Confirmations().replaced((), new))
