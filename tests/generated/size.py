"""How large a generated course is."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of parts; those below `modules` are each module's own."""

    modules: int = 1
    sessions: int = 3
    activities: int = 8
    """Of a session, its opening, check-in and closing included."""
    sheets: int = 4
    blocks: int = 3
    """Of a sheet."""
    items: int = 8
    """Of the knowledge test."""
    rubrics: int = 1
    instruments: int = 1
    works: int = 4
    """That are cited."""
    terms: int = 3
    chapters: int = 1
    """Besides the one on safety, which stands in every handbook and does not grow with the course."""
    languages: tuple[str, ...] = ("id", "en")
    """The source first."""

    def times(self, factor: int) -> "Size":
        """A course with so many times as many modules."""
        return replace(self, modules=self.modules * factor)


TINY = Size(
    sessions=1,
    activities=3,
    sheets=1,
    blocks=1,
    items=1,
    rubrics=0,
    instruments=0,
    works=1,
    terms=1,
    languages=("id",),
)
"""As little as a course can have."""
