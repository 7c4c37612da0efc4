"""Slugs are unique where they are looked up, and no module takes the name of the whole course."""

from collections.abc import Iterator
from typing import Any

from generator.checking.documents import documents
from generator.checking.problem import Path, Problem, repeated
from generator.model import layout
from generator.model.course import WHOLE_COURSE, Course
from generator.model.evaluation import Evaluation
from generator.model.part import Part
from generator.model.shape import ListShape, fields, has_slug


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
    for slug, file, path in _named_sheets(course):
        if slug in seen:
            yield Problem("F14", file, path, {"slug": slug, "file": seen[slug]})
        seen.setdefault(slug, file)


def _named_sheets(course: Course) -> Iterator[tuple[str, str, Path]]:
    for home, sheet in course.all_worksheets():
        yield sheet.slug, layout.worksheet_file(home, sheet.slug), ()
    for home, evaluation in course.all_evaluations():
        file = layout.evaluation_file(home)
        for index, rubric in enumerate(evaluation.rubrics):
            yield rubric.slug, file, ("rubrics", index, "slug")
        for index, instrument in enumerate(evaluation.instruments):
            yield instrument.slug, file, ("instruments", index, "slug")
        if isinstance(evaluation, Evaluation):
            yield evaluation.knowledge_test.slug, file, ("knowledge_test", "slug")
            yield evaluation.evaluation_form.slug, file, ("evaluation_form", "slug")


def _reserved(course: Course) -> Iterator[Problem]:
    """A module's handbooks and pages, named for its slug, would overwrite those of the whole course."""
    for module in course.modules:
        if module.slug == WHOLE_COURSE:
            yield Problem("F20", layout.module_file(module.slug), (), {"slug": module.slug})
