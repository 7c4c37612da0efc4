"""Turns a course's folder and an organisation's folder into one curriculum."""

from filecmp import cmp
from pathlib import Path as FilePath

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.silencing import Silencing
from generator.model import layout
from generator.model.left_out import NOTHING_LEFT_OUT
from generator.model.original import Original
from generator.reading.loading import Curriculum
from generator.reading.local.changes import plain
from generator.reading.local.folder import LocalFolder, readable_files
from generator.reading.local.laying import Laid
from generator.reading.local.lock import lock_text, outdated, unconfirmed
from generator.reading.yaml_file import YamlFile


class AdaptedCurriculum(Curriculum):
    """A course's folder with an organisation's folder laid over it.

    It reads like any other curriculum: of a file that both have, the two trees laid over each other. What the
    local folder says of things that the course does not have is left aside and told in `findings`.
    """

    def __init__(self, course: Curriculum, local: FilePath) -> None:
        super().__init__(course.root)
        self.course = course
        self.local = LocalFolder(local)
        laid = Laid(course, self.local)
        self._laid = laid.files
        self._ignored = laid.ignored
        self.own_files = frozenset(self.local.files()) - laid.ignored
        self.changes = laid.changes
        self.left_out = laid.left_out()
        self.findings = (*laid.findings, *outdated(local, laid.changes))
        """What does not fit, besides what the files themselves say."""

    def has(self, file: str) -> bool:
        return file not in self._ignored and (self.local.has(file) or self.course.has(file))

    def read(self, file: str) -> YamlFile:
        if file in self._laid:
            return self._laid[file]
        return (self.course if self.course.has(file) or not self.local.has(file) else self.local).read(file)

    def unfit(self, file: str) -> Finding | None:
        return self.local.unfit(file) or self.course.unfit(file)

    @property
    def is_whole(self) -> bool:
        return self.course.is_whole and self.local.is_whole

    def oddities(self) -> list[Finding]:
        return [*self.course.oddities(), *self.local.oddities()]

    def path(self, file: str) -> FilePath:
        return (self.local if self.local.has(file) else self.course).path(file)

    @property
    def folders(self) -> tuple[FilePath, ...]:
        return (self.root, self.local.root)

    def silencings(self) -> list[Silencing]:
        return [*self.course.silencings(), *self.local.silencings()]

    def modules_with_media(self) -> list[str]:
        return sorted({*self.course.modules_with_media(), *self.local.modules_with_media()})

    def media(self, module: str) -> list[str]:
        return sorted({*self.course.media(module), *self.local.media(module)})

    def source_text(self, file: str) -> SourceText:
        only_local = self.local.has(file) and not self.course.has(file)
        return (self.local if only_local else self.course).source_text(file)

    def files(self) -> list[str]:
        """Every YAML file of both, but for the translations into languages that are left out."""
        files = {*self.course.files(), *self.local.files()} - self._ignored
        return sorted(file for file in files if self._is_read(file))

    def _is_read(self, file: str) -> bool:
        translation = layout.translated_from(file)
        return not translation or translation[0] not in self.left_out.languages

    def is_local(self, place: Place) -> bool:
        """Whether this stands in the local folder."""
        return place.source.path.startswith(f"{self.local.root.as_posix()}/")

    @property
    def is_changed(self) -> bool:
        """Whether the local folder holds anything that the course does not have just so."""
        return bool(
            any(self.changes.values())
            or self.left_out != NOTHING_LEFT_OUT
            or any(not self.course.has(file) for file in self.local.files())
            or any(self._is_new_picture(file, path) for file, path in readable_files(self.local.root))
        )

    def _is_new_picture(self, file: str, path: FilePath) -> bool:
        if "media" not in file.split("/")[:-1]:
            return False
        return not self.course.has(file) or not cmp(self.course.path(file), path, shallow=False)

    @property
    def unconfirmed(self) -> int:
        """How many changes are not in `local.lock` yet."""
        return unconfirmed(self.local.root, self.changes)

    def lock_text(self) -> str:
        """What `local.lock` has to say so that all changes are confirmed."""
        return lock_text(self.changes)

    def original(self, language: str) -> Original | None:
        """The course that this is an adapted edition of; None where nothing is changed."""
        if not self.is_changed:
            return None
        file = layout.translation_file(layout.COURSE, language)
        translation = self.course.read(file).tree if self.course.has(file) else None
        source = self.course.read(layout.COURSE).tree
        title = plain(translation, "title") or plain(source, "title")
        name = plain(translation, "organisation", "name") or plain(source, "organisation", "name")
        if not (isinstance(title, str) and isinstance(name, str)):
            return None  # the course's own file is broken, which is told
        return Original(title=title, organisation=name)


def open_curriculum(root: FilePath, local: FilePath | None = None) -> Curriculum:
    """A course's folder, with an organisation's folder laid over it where there is one."""
    course = Curriculum(root)
    return AdaptedCurriculum(course, local) if local else course
