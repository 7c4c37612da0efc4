"""The course that an organisation's edition was adapted from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """Its title, and the name of the organisation that made it."""

    title: str
    organisation: str
