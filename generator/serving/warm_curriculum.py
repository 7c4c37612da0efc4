"""Keeps a curriculum read, so that a change costs one file; and what was sound of it, for while it is not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding
from generator.model.course import Course
from generator.model.layout import translation_file
from generator.reading.loading import Curriculum, LoadedCourse, languages_of, load_course
from generator.reading.yaml_file import YamlFile


class ReadCurriculum(Curriculum):
    """A curriculum some of whose files are read already."""

    def __init__(self, root: Path, read: Mapping[str, YamlFile]) -> None:
        super().__init__(root)
        self._files.update(read)

    def but(self, files: Collection[str]) -> "ReadCurriculum":
        """The same curriculum with these files to be read anew."""
        return ReadCurriculum(
            self.root, {name: file for name, file in self._files.items() if name not in files}
        )

    def with_stand_ins(self, stand_ins: Mapping[str, YamlFile]) -> "ReadCurriculum":
        """The same curriculum with other readings in the place of some files."""
        return _StandIns(self.root, {**self._files, **stand_ins}, stand_ins)


class _StandIns(ReadCurriculum):
    """A curriculum in which some files are what they were before."""

    def __init__(self, root: Path, read: Mapping[str, YamlFile], stand_ins: Collection[str]) -> None:
        super().__init__(root, read)
        self._stand_ins = frozenset(stand_ins)

    def has(self, file: str) -> bool:
        return file in self._stand_ins or super().has(file)


@dataclass(frozen=True, slots=True)
class CourseNow:
    """The course in one language as it can be shown, and what is wrong with how its files are written.

    `course` is None where there is nothing to show. A file that is broken stands in it as it was last sound.
    """

    course: Course | None
    findings: list[Finding]


class WarmCurriculum:
    """The curriculum as it is, file by file as it changes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = ReadCurriculum(root, {})
        self._languages: tuple[str, ...] = ()
        self._sound: dict[str, dict[str, YamlFile]] = {}

    def changed(self, files: Collection[str]) -> None:
        """Read these files anew."""
        self.now = self.now.but(files)

    @property
    def languages(self) -> tuple[str, ...]:
        """The course's languages, the source first; while course.yaml is broken, those that it had."""
        self._languages = languages_of(self.now) or self._languages
        return self._languages

    def course(self, language: str | None) -> CourseNow:
        """The course in a language; in None it is only read to find what is wrong."""
        loaded = load_course(self.now, language)
        name = loaded.language
        sound = self._sound.setdefault(name, {})
        sound |= {file: self.now.read(file) for file in loaded.used - _unsound(loaded, name)}
        shown = loaded
        stand_ins = {file: sound[file] for file in _unsound(loaded, name) if file in sound}
        if stand_ins:
            shown = load_course(self.now.with_stand_ins(stand_ins), language)
        return CourseNow(shown.course, loaded.findings)


def _unsound(loaded: LoadedCourse, language: str) -> set[str]:
    """The broken files, and their translations: which of the two is at fault, only a finding's place says."""
    return loaded.broken | {translation_file(file, language) for file in loaded.broken}
