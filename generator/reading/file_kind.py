"""The kinds of file in a curriculum, told by their place in its folder, and the schema of each."""

import posixpath
from dataclasses import dataclass
from typing import Final

from generator.model import layout
from generator.model.chapter import Chapter
from generator.model.course import CourseFile
from generator.model.evaluation import CourseEvaluation, Evaluation
from generator.model.module import ModuleFile
from generator.model.part import Part
from generator.model.programme import Programme
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.reading.loading import COURSE_FILES, VERBATIM_FILES, part_of

SCHEMAS: Final = "schemas"
"""The folder of a curriculum that holds its schemas; without it no file needs to name one."""
OPENS: Final = "# yaml-language-server: $schema="
"""What the first line of a file begins with; the rest is the path from the file to its schema."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file; where it is `named`, the file's name is the slug of the part in it."""

    name: str
    part: type[Part]
    named: bool = False
    translated: bool = True

    def schema_file(self, translation: bool = False) -> str:
        """Where its schema stands, or that of its translations, below the curriculum's folder."""
        return f"{SCHEMAS}/translations/{self.name}.json" if translation else f"{SCHEMAS}/{self.name}.json"


FILE_KINDS: Final = (
    FileKind("course", CourseFile),
    *(
        FileKind(file.removesuffix(".yaml"), part, translated=file not in VERBATIM_FILES)
        for file, part in COURSE_FILES.items()
    ),
    FileKind("chapter", Chapter, named=True),
    FileKind("programme", Programme, named=True),
    FileKind("worksheet", Worksheet, named=True),
    FileKind("course-evaluation", CourseEvaluation),
    FileKind("module", ModuleFile),
    FileKind("session", Session, named=True),
    FileKind("evaluation", Evaluation),
)
_BY_PART: Final = {kind.part: kind for kind in FILE_KINDS}


def kind_of(file: str) -> FileKind | None:
    """The kind of a source file, by its path below the curriculum's folder; None for any other file."""
    part = CourseFile if file == layout.COURSE else part_of(file)
    return _BY_PART.get(part) if part else None


def schema_of(file: str) -> str | None:
    """Where the schema of a source file or of a translation stands, below the curriculum's folder."""
    if translation := layout.translated_from(file):
        kind = kind_of(translation[1])
        return kind.schema_file(translation=True) if kind and kind.translated else None
    kind = kind_of(file)
    return kind.schema_file() if kind else None


def first_line(file: str) -> str | None:
    """The line with which a file begins, by which an editor finds its schema, without internet."""
    schema = schema_of(file)
    return OPENS + posixpath.relpath(schema, posixpath.dirname(file) or ".") if schema else None
