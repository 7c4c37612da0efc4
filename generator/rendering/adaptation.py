"""Says of an adapted edition where it comes from, as its licence asks."""

from collections.abc import Mapping
from typing import Any

from generator.model.course import Course


def adaptation(course: Course, labels: Mapping[str, Any]) -> str:
    """The sentence in the course's language; empty for the course itself.

    Whoever has not named itself in its folder has adapted the course all the same.
    """
    original = course.adapted_from
    if original is None:
        return ""
    by = course.organisation.name
    words = labels["adapted" if by == original.organisation else "adapted_by"]
    return str(words.format(by=by, title=original.title, organisation=original.organisation))
