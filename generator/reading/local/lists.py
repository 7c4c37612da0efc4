"""The lists of files in course.yaml and module.yaml: in a local folder they choose, and put in order.

A list that stands in the local file holds all that is built. Where there is none, what the folder adds is put
at the list's end. Either way the merged list names everything, because the course is checked whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.findings.finding import Place
from generator.model import layout
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence, to_data

IN_COURSE: Final = ("modules", "programmes", "chapters", "worksheets")
IN_MODULE: Final = ("sessions", "worksheets")


def lists_of(file: str) -> tuple[str, ...]:
    """The keys of a file that list other files; none in most files."""
    if file == layout.COURSE:
        return IN_COURSE
    return IN_MODULE if file.endswith("/module.yaml") else ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of both: its tree, and the slugs that the local list leaves out."""

    tree: Node | None
    left_out: tuple[str, ...] = ()


def merged_list(course: Node | None, local: Node | None, added: Iterable[tuple[str, Place]]) -> Listing:
    """Lay a local list of slugs over the course's.

    Args:
        course: The list in the course's file, None where there is none.
        local: The list in the local file, None where there is none.
        added: The slugs that have a file in the local folder only, each with the place of that file.
    """
    known = course.items if isinstance(course, Sequence) else ()
    if local is None:
        new = tuple(Scalar(slug, place) for slug, place in added)
        place = course.place if course else (new[0].place if new else None)
        return Listing(Sequence((*known, *new), place) if place else None)
    chosen = _slugs(local)
    if not (chosen and isinstance(local, Sequence)):
        return Listing(local)  # whatever it is, validation says why it is no list of slugs
    rest = tuple(item for item in known if isinstance(item, Scalar) and item.value not in chosen)
    there = {*(to_data(item) for item in known), *(slug for slug, _ in added)}
    # A slug that nobody knows, which is told, may be a misspelt one of the rest.
    left_out = tuple(str(item.value) for item in rest) if chosen <= there else ()
    return Listing(Sequence((*local.items, *rest), local.place), left_out)


def merged_languages(course: Node | None, local: Node) -> Listing:
    """Lay a local list of languages over the course's; the one that it is written in stays first.

    A language that is left out is not read at all, unless the course is written in it.
    """
    chosen = _slugs(local)
    if not (chosen and isinstance(local, Sequence) and isinstance(course, Sequence) and course.items):
        return Listing(local)
    source, *others = course.items
    rest = [item for item in local.items if isinstance(item, Scalar) and item.value != to_data(source)]
    left_out = tuple(str(to_data(item)) for item in (source, *others) if to_data(item) not in chosen)
    return Listing(Sequence((source, *rest), local.place), left_out)


def _slugs(local: Node) -> set[object]:
    """The slugs of a list; none where it holds anything else."""
    items = local.items if isinstance(local, Sequence) else ()
    slugs = [item.value for item in items if isinstance(item, Scalar) and isinstance(item.value, str)]
    return set(slugs) if len(slugs) == len(items) else set()


def with_lists(tree: Mapping, lists: dict[str, Node | None]) -> Mapping:
    """The file's tree with these lists in place of its own."""
    entries = dict(tree.entries)
    for key, value in lists.items():
        if value is not None:
            place = entries[key].key if key in entries else value.place
            entries[key] = Entry(place, value)
    return Mapping(entries, tree.place)
