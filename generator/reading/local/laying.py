"""Lays every file of a local folder over the course's files, and says which of them do not fit."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Final

from generator.findings.finding import Finding, Place
from generator.model import layout
from generator.model.course import CourseFile
from generator.model.left_out import LeftOut
from generator.model.module import ModuleFile
from generator.model.part import Part
from generator.model.shape import PartShape
from generator.reading.loading import Curriculum, part_of
from generator.reading.local.changes import Change, lay_local_over, lay_translation_over, missing_keys
from generator.reading.local.folder import LocalFolder
from generator.reading.local.lists import (
    IN_COURSE,
    Listing,
    lists_of,
    merged_languages,
    merged_list,
    with_lists,
)
from generator.reading.local.safety import safety_chapters, safety_findings
from generator.reading.local.translations import still_valid
from generator.reading.tree import Mapping, Node, type_name
from generator.reading.yaml_file import YamlFile

MODULES: Final = "modules"


class Laid:
    """The files of both laid over each other, all that is found on the way, and what is left out."""

    def __init__(self, course: Curriculum, local: LocalFolder) -> None:
        self.course = course
        self.local = local
        self.files: dict[str, YamlFile] = {}
        self.changes: dict[str, list[Change]] = {}
        self.ignored: set[str] = set()
        self.findings: list[Finding] = [
            Finding("O07", Place(local.source_text(file)), {"file": file}) for file in local.links_out()
        ]
        self.listings: dict[tuple[str, str], Listing] = {}
        translations_last = sorted(local.files(), key=lambda file: layout.translated_from(file) is not None)
        own = [file for file in translations_last if self._fits(file)]
        self.added = [file for file in own if not course.has(file)]
        for file in own:
            if course.has(file) and not layout.translated_from(file):
                self._change(file)
        for file in self._files_with_lists():
            self._list(file)
        for file in dict.fromkeys((*course.files(), *own)):
            if translation := layout.translated_from(file):
                self._translate(file, translation[1])
        for file, changes in self.changes.items():
            self.findings += safety_findings(course, file, changes)

    def _fits(self, file: str) -> bool:
        """Whether a local file changes one of the course's, translates one, or can be an addition."""
        translation = layout.translated_from(file)
        follows = translation is not None and translation[1] in self.ignored  # its source is told of
        finding = None if follows else self._misfit(file)
        if finding:
            self.findings.append(finding)
        if finding or follows:
            self.ignored.add(file)
        return file not in self.ignored

    def _misfit(self, file: str) -> Finding | None:
        if self.course.has(file):
            return None
        place = Place(self.local.read(file).source)
        if translation := layout.translated_from(file):
            source = translation[1]
            there = self.course.has(source) or self.local.has(source)
            return None if there else Finding("O03", place, {"file": file}, source, self._like(source))
        part = class_of(file)
        if part is None:
            return Finding("O03", place, {"file": file}, file, self._like(file))
        module = file.split("/")[1] if file.startswith(f"{MODULES}/") else None
        if module and not self._has_module(module):
            facts = {"slug": module, "missing": layout.module_file(module)}
            return Finding("O01", place, facts, module, self._modules)
        return self._incomplete(file, part, place)

    def _incomplete(self, file: str, part: type[Part], place: Place) -> Finding | None:
        tree = self.local.read(file).tree
        slug = _slug(file)
        missing = missing_keys(tree, PartShape((part,)), "slug") if isinstance(tree, Mapping) else ()
        if not missing:
            return None
        known = self._modules if part is ModuleFile else tuple(map(_slug, self._like(file)))
        return Finding("O01", place, {"slug": slug, "missing": ", ".join(missing)}, slug, known)

    def _like(self, file: str) -> tuple[str, ...]:
        """The course's files in the same folder; all of its files where there is no such folder."""
        folder = file.rpartition("/")[0]
        files = [name for name in self.course.files() if not layout.translated_from(name)]
        return tuple(name for name in files if name.rpartition("/")[0] == folder) or tuple(files)

    @cached_property
    def _modules(self) -> tuple[str, ...]:
        """The slugs of the course's modules."""
        return tuple(file.split("/")[1] for file in self.course.files() if class_of(file) is ModuleFile)

    def _has_module(self, module: str) -> bool:
        file = layout.module_file(module)
        return self.course.has(file) or self.local.has(file)

    def _change(self, file: str) -> None:
        """Lay a local file over the course's, without the lists of files."""
        course, local = self.course.read(file), self.local.read(file)
        tree, findings = course.tree, [*course.findings, *local.findings]
        part = class_of(file)
        if local.tree is not None and not isinstance(local.tree, Mapping):
            facts = {"expected": "mapping", "got": type_name(local.tree)}
            self.findings.append(Finding("F05", local.tree.place, facts))
        elif part is not None and tree is not None and local.tree is not None:
            changed = lay_local_over(tree, _without(local.tree, (*lists_of(file), *_languages(file))), part)
            tree = changed.tree
            self.changes[file] = changed.changes
            self.findings += changed.findings
        self.files[file] = replace(course, tree=tree, findings=findings)

    def _files_with_lists(self) -> list[str]:
        own = {layout.COURSE, *(layout.module_file(module) for module in self._modules)}
        return [file for file in sorted(own) if self.course.has(file)]

    def _list(self, file: str) -> None:
        """Put the lists of files into course.yaml or a module.yaml."""
        read = self.files.get(file) or self.course.read(file)
        local = self.local.read(file).tree if self.local.has(file) else None
        if not isinstance(read.tree, Mapping):
            return
        lists: dict[str, Node | None] = {}
        for key in lists_of(file):
            own = local.get(key) if isinstance(local, Mapping) else None
            listing = merged_list(read.tree.get(key), own, self._added_to(file, key))
            self.listings[file, key] = listing
            lists[key] = listing.tree
        languages = local.get("languages") if isinstance(local, Mapping) and _languages(file) else None
        if languages is not None:
            self.listings[file, "languages"] = merged_languages(read.tree.get("languages"), languages)
            lists["languages"] = self.listings[file, "languages"].tree
        self.files[file] = replace(read, tree=with_lists(read.tree, lists))

    def _added_to(self, file: str, key: str) -> list[tuple[str, Place]]:
        """What the local folder adds to a list, each with the place of its file."""
        home = file.rpartition("/")[0]
        folder = f"{home}/{key}" if home else key
        return [
            (_slug(added), Place(self.local.read(added).source))
            for added in self.added
            if _folder(added) == folder
        ]

    def _translate(self, file: str, source: str) -> None:
        """Lay a local translation over the course's, which no longer fits texts that are changed."""
        translated = self.local.has(file) and file not in self.ignored
        if not self.course.has(file) or not (translated or source in self.changes):
            return
        read = self.course.read(file)
        part = class_of(source)
        before, now = (
            self.course.read(source).tree,
            self.local.read(source).tree if self.local.has(source) else None,
        )
        tree, findings = read.tree, list(read.findings)
        if tree is not None and part is not None and before is not None and now is not None:
            tree = still_valid(tree, before, now, part)
        if translated:
            local = self.local.read(file)
            findings += local.findings
            if tree is not None and local.tree is not None:
                changed = lay_translation_over(tree, local.tree)
                tree = changed.tree
                self.changes[file] = changed.changes
                self.findings += changed.findings
        self.files[file] = replace(read, tree=tree, findings=findings)

    def left_out(self) -> LeftOut:
        """What the local lists leave out; a safety chapter stays, and that it is not listed is told."""
        course = {key: frozenset(self._left_out_of(layout.COURSE, key)) for key in (*IN_COURSE, "languages")}
        sessions = frozenset(
            (module, session)
            for module in self._modules
            for session in self._left_out_of(layout.module_file(module), "sessions")
        )
        needed = course["chapters"] & safety_chapters(self.course)
        listing = self.listings.get((layout.COURSE, "chapters"))
        if needed and listing and listing.tree:
            self.findings.append(Finding("O06", listing.tree.place, {"part": ", ".join(sorted(needed))}))
        return LeftOut(**course | {"chapters": course["chapters"] - needed}, sessions=sessions)

    def _left_out_of(self, file: str, key: str) -> tuple[str, ...]:
        listing = self.listings.get((file, key))
        return listing.left_out if listing else ()


def class_of(file: str) -> type[Part] | None:
    """The class of what stands in a file of the source language."""
    return CourseFile if file == layout.COURSE else part_of(file)


def _languages(file: str) -> tuple[str, ...]:
    return ("languages",) if file == layout.COURSE else ()


def _slug(file: str) -> str:
    """The slug that a file's name gives; of a module, its folder's name."""
    stem = FilePath(file).stem
    return file.split("/")[1] if file.startswith(f"{MODULES}/") and stem == "module" else stem


def _folder(file: str) -> str:
    """The folder in which a list's files stand; of a module, that of all modules."""
    return MODULES if class_of(file) is ModuleFile else file.rpartition("/")[0]


def _without(tree: Node, keys: tuple[str, ...]) -> Node:
    if not isinstance(tree, Mapping):
        return tree
    return Mapping({key: entry for key, entry in tree.entries.items() if key not in keys}, tree.place)
