"""Makes the works that generated courses cite."""

from typing import Final, get_args

from generator.model.reference import Reference
from tests.generated.dice import Dice
from tests.generated.fitting import Tree
from tests.generated.part import PartMaker
from tests.generated.sentences import VOCABULARY, marker

TYPES: Final = get_args(Reference.model_fields["type"].annotation)
FIRST: Final = 1_000_000
"""Where the markers of their titles begin, far from those of the texts."""


def work(maker: PartMaker, dice: Dice, key: str, number: int) -> Tree:
    """One work; its title and its author hold words that no other has."""
    name, title = (marker(FIRST + 2 * number + n).capitalize() for n in range(2))
    words = " ".join(dice.one_of(VOCABULARY["en"], "titles of works") for _ in range(4))
    return maker.part(
        Reference,
        id=key,
        type=dice.one_of(TYPES, "types of works"),
        author=[{"family": name, "given": "Ayu"}],
        editor=None,
        issued=dice.number(1990, 2025),
        language="en",
        title=f"{title} {words}",
        title_short=None,
        container_title="A collection of works",
        publisher="Example Press",
        edition=None,
        volume=None,
        issue=None,
        page="10-19",
        doi=None,
        url=f"https://example.org/{key}",
        accessed="2026-01-31",
    )
