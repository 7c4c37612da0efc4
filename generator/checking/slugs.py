"""Slugs are unique where they are looked up, and no module takes the name that the handbooks need."""

from collections.abc import Iterator
from typing import Any, Final

from generator.checking.documents import documents
from generator.checking.problem import Path, Problem, repeated
from generator.model import layout
from generator.model.course import Course
from generator.model.part import Part
from generator.model.shape import ListShape, fields, has_slug

RESERVED: Final = "course"
"""The whole course's handbooks have this name; a module's, named for its slug, would overwrite them."""


def check_slugs(course: Course) -> Iterator[Problem]:
    for file, part in documents(course):
        yield from _within(file, part, ())
    yield from _keys_of_references(course)
    yield from _sheets(course)
    yield from _reserved(course)


def _within(file: str, part: Part, path: Path) -> Iterator[Problem]:
    """Slugs that are repeated in one list of a file."""
    for name, shape in fields(type(part)).items():
        value: Any = getattr(part, name, None)
        if isinstance(value, Part):
            yield from _within(file, value, (*path, name))
        elif isinstance(shape, ListShape) and value and isinstance(value[0], Part):
            if has_slug(shape.item):
                named = ((item.slug, (*path, name, i, "slug")) for i, item in enumerate(value))
                for slug, place in repeated(named):
                    yield Problem("F10", file, place, {"slug": slug})
            for index, item in enumerate(value):
                yield from _within(file, item, (*path, name, index))


def _keys_of_references(course: Course) -> Iterator[Problem]:
    keys = ((work.id, ("references", index, "id")) for index, work in enumerate(course.references))
    for key, path in repeated(keys):
        yield Problem("F10", layout.REFERENCES, path, {"slug": key})


def _sheets(course: Course) -> Iterator[Problem]:
    """Sheets are printed into one folder: their slugs are unique in the whole course."""
    seen: dict[str, str] = {}
    for module in course.modules:
        named: list[tuple[str, str, Path]] = [
            (sheet.slug, layout.worksheet_file(module.slug, sheet.slug), ()) for sheet in module.worksheets
        ]
        if module.evaluation:
            file = layout.evaluation_file(module.slug)
            evaluation = module.evaluation
            named.append((evaluation.knowledge_test.slug, file, ("knowledge_test", "slug")))
            named.append((evaluation.evaluation_form.slug, file, ("evaluation_form", "slug")))
            named += [(r.slug, file, ("rubrics", i, "slug")) for i, r in enumerate(evaluation.rubrics)]
            named += [
                (n.slug, file, ("instruments", i, "slug")) for i, n in enumerate(evaluation.instruments)
            ]
        for slug, file, path in named:
            if slug in seen:
                yield Problem("F14", file, path, {"slug": slug, "file": seen[slug]})
            seen.setdefault(slug, file)


def _reserved(course: Course) -> Iterator[Problem]:
    for module in course.modules:
        if module.slug == RESERVED:
            yield Problem("F20", layout.module_file(module.slug), (), {"slug": module.slug})
