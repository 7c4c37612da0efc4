"""What the prose of a generated course points to: everything in its turn, so that nothing is left unused."""

from collections.abc import Sequence

from tests.generated.dice import Dice


class Targets:
    """Cross-references and citations as Markdown; a module's prose points to what is the module's own."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._here: Sequence[str] = ()
        self._place = ""

    def enter(self, place: str, mentions: Sequence[str]) -> None:
        """From now on prose points to these.

        Args:
            place: The module's slug, or what stands for the course's own parts.
            mentions: What there is to point to, as `reference` and `citation` write it.
        """
        self._place, self._here = place, mentions

    def mention(self) -> str:
        return self._dice.one_of(self._here, self._place)


def reference(scheme: str, slug: str) -> str:
    """A cross-reference that takes its target's title."""
    return f"[]({scheme}:{slug})"


def citation(key: str) -> str:
    return f"[@{key}]"
