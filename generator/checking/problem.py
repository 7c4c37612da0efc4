"""A problem: a broken rule at a path of a curriculum file, before it has a line and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.findings.finding import Finding
from generator.model.course import Course
from generator.model.layout import (
    COURSE,
    GLOSSARY,
    REFERENCES,
    SCALES,
    evaluation_file,
    module_file,
    session_file,
    worksheet_file,
)
from generator.reading.loading import LoadedCourse

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """`might_be_in` names the files that could hold what is missing: if one of them is broken, the
    problem may be a false one and is not told.
    """

    code: str
    file: str
    path: Path
    facts: Mapping[str, str | int] = field(default_factory=dict)
    found: str | None = None
    allowed: tuple[str, ...] = ()
    might_be_in: tuple[str, ...] = ()

    def located(self, loaded: LoadedCourse) -> Finding:
        return Finding(self.code, loaded.place(self.file, self.path), self.facts, self.found, self.allowed)


def files_that_define(course: Course, scheme: str, slug: str) -> tuple[str, ...]:
    """The files in which a cross-reference's target may stand."""
    modules = tuple(module.slug for module in course.modules)
    match scheme:
        case "term":
            return (GLOSSARY,)
        case "reference":
            return (REFERENCES,)
        case "scale":
            return (SCALES,)
        case "worksheet":
            return tuple(file for m in modules for file in (module_file(m), worksheet_file(m, slug)))
        case "session":
            module, _, session = slug.partition("/")
            return (module_file(module), session_file(module, session))
        case "module":
            return (COURSE, module_file(slug))
        case "programme":
            return (COURSE,)
        case _:
            return tuple(evaluation_file(module) for module in modules)


def repeated(slugs: Iterator[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    """Those that have been there before."""
    seen: set[str] = set()
    for slug, path in slugs:
        if slug in seen:
            yield slug, path
        seen.add(slug)
