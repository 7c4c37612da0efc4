"""A problem: a broken rule at a path of a curriculum file, before it has a line and column."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from generator.findings.finding import Finding, Place
from generator.model.layout import (
    COURSE,
    GLOSSARY,
    REFERENCES,
    SCALES,
    chapter_file,
    evaluation_file,
    module_file,
    programme_file,
    session_file,
    worksheet_file,
)
from generator.reading.loading import LoadedCourse

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """`might_be_in` names the files that could hold what is missing, ``*`` standing for any name: if one
    of them is broken, the problem may be a false one and is not told.

    `snippet` is the faulty part of a longer text, `occurrence` (from 0) which one of several. `arises_from`
    names other values that may be the fault's cause: where one of them stands in a folder laid over the
    course, it is told there.
    """

    code: str
    file: str
    path: Path
    facts: Mapping[str, str | int] = field(default_factory=dict)
    found: str | None = None
    allowed: tuple[str, ...] = ()
    might_be_in: tuple[str, ...] = ()
    snippet: str | None = None
    occurrence: int = 0
    arises_from: tuple[tuple[str, Path], ...] = ()

    def located(self, loaded: LoadedCourse, is_local: Callable[[Place], bool]) -> Finding:
        """The finding, at its place.

        Args:
            loaded: The course in the language in which it is wrong.
            is_local: Whether a place lies in a folder laid over the course.
        """
        place = self._place(loaded)
        if self.arises_from and not is_local(place):
            causes = (loaded.place(file, path) for file, path in self.arises_from)
            place = next(filter(is_local, causes), place)
        return Finding(self.code, place, self.facts, self.found, self.allowed)

    def _place(self, loaded: LoadedCourse) -> Place:
        if self.snippet:
            return loaded.place_of_snippet(self.file, self.path, self.snippet, self.occurrence)
        return loaded.place(self.file, self.path)

    def is_doubtful(self, broken: set[str]) -> bool:
        """Whether what is missing may stand in a broken file; what teaching lacks, in the file itself."""
        if self.code.startswith("A") and self.file in broken:
            return True
        return any(fnmatchcase(file, pattern) for pattern in self.might_be_in for file in broken)


def files_that_define(scheme: str, slug: str) -> tuple[str, ...]:
    """The files in which a cross-reference's target may stand, ``*`` standing for any module."""
    match scheme:
        case "term":
            return (GLOSSARY,)
        case "reference":
            return (REFERENCES,)
        case "scale":
            return (SCALES,)
        case "worksheet":
            return (COURSE, worksheet_file(None, slug), module_file("*"), worksheet_file("*", slug))
        case "chapter":
            return (COURSE, chapter_file(slug))
        case "session":
            module, _, session = slug.partition("/")
            return (module_file(module), session_file(module, session))
        case "module":
            return (module_file(slug),)
        case "programme":
            return (programme_file(slug),)
        case _:
            return (evaluation_file(None), module_file("*"), evaluation_file("*"))


def repeated(slugs: Iterator[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    """Those that have been there before."""
    seen: set[str] = set()
    for slug, path in slugs:
        if slug in seen:
            yield slug, path
        seen.add(slug)
