"""What of the course's translation still says the same as a text that the local folder may have changed."""

from generator.model.part import Part
from generator.model.shape import PartShape, Shape, ValueShape
from generator.reading.local.changes import are_keyed, item_shape, key_of, same_kind, shapes_below
from generator.reading.tree import Entry, Mapping, Node, Sequence, to_data


def still_valid(translation: Node, course: Node, local: Node, part: type[Part]) -> Node:
    """The course's translation without the texts whose source the local folder has changed.

    Args:
        translation: The tree of the course's translation of a file.
        course: The tree of the file in the course.
        local: The tree of the local file that is laid over it.
        part: The class of what stands in the file.
    """
    return _valid(translation, course, local, PartShape((part,))) or Mapping({}, translation.place)


def _valid(translation: Node, course: Node, local: Node, shape: Shape) -> Node | None:
    match translation, course, local:
        case Mapping(), Mapping(), Mapping() if same_kind(course, local):
            return _part(translation, course, local, shape)
        case Sequence(), Sequence(), Sequence() if are_keyed(shape, course, local):
            return _entries(translation, course, local, shape)
    return translation if to_data(course) == to_data(local) else None


def _part(translation: Mapping, course: Mapping, local: Mapping, shape: Shape) -> Mapping:
    shapes = shapes_below(shape, course)
    entries = {}
    for key, entry in translation.entries.items():
        before, now = course.get(key), local.get(key)
        value: Node | None = entry.value
        if before is not None and now is not None:
            value = _valid(entry.value, before, now, shapes.get(key, ValueShape()))
        if value is not None:
            entries[key] = Entry(entry.key, value)
    return Mapping(entries, translation.place)


def _entries(translation: Sequence, course: Sequence, local: Sequence, shape: Shape) -> Sequence:
    before = {key_of(item): item for item in course.items}
    now = {key_of(item): item for item in local.items}
    items = []
    for item in translation.items:
        key = key_of(item)
        kept: Node | None = item
        if key is not None and key in before and key in now:
            kept = _valid(item, before[key], now[key], item_shape(shape))
        if kept is not None:
            items.append(kept)
    return Sequence(tuple(items), translation.place)
