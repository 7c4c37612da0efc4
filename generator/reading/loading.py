"""Turns a curriculum's folder into the course in one language, with every fault of every file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath
from typing import Final, TypeVar

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.silencing import Silencing
from generator.model import layout
from generator.model.chapter import Chapter
from generator.model.contact import ContactsFile
from generator.model.course import Course, CourseFile
from generator.model.evaluation import CourseEvaluation, Evaluation
from generator.model.glossary import GlossaryFile
from generator.model.left_out import NOTHING_LEFT_OUT, LeftOut
from generator.model.limits import MAX_LANGUAGES
from generator.model.module import Module, ModuleFile
from generator.model.original import Original
from generator.model.part import LANGUAGE_PATTERN, Part
from generator.model.programme import Programme
from generator.model.reference import ReferencesFile
from generator.model.scale import ScalesFile
from generator.model.session import Session
from generator.model.wording import WordingFile
from generator.model.worksheet import Worksheet
from generator.reading.folder import Survey, survey
from generator.reading.form import validate
from generator.reading.overlay import TextPair, is_safety, lay_over
from generator.reading.tree import Mapping, Node, Scalar, Sequence, locate, locate_snippet
from generator.reading.yaml_file import YamlFile, read_yaml

P = TypeVar("P", bound=Part)

COURSE_FILES: Final[dict[str, type[Part]]] = {
    layout.CONTACTS: ContactsFile,
    layout.GLOSSARY: GlossaryFile,
    layout.REFERENCES: ReferencesFile,
    layout.SCALES: ScalesFile,
    layout.WORDING: WordingFile,
}
TEXT_FOR_US: Final = "Y21"
"""Said of a value that is text for us and for no other reader; not where something else is wrong with it."""
VERBATIM_FILES: Final = frozenset({layout.REFERENCES})
"""Bibliographic data is the same in every language; there is nothing to translate."""


class Curriculum:
    """A curriculum's folder; reads each file once, however many languages are loaded.

    Of a folder laid over it, `left_out` tells what that leaves out, `own_files` which files stand in it, and
    `findings` what in it does not fit.
    """

    left_out: LeftOut = NOTHING_LEFT_OUT
    own_files: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    def __init__(self, root: FilePath) -> None:
        self.root = root
        self._files: dict[str, YamlFile] = {}

    @cached_property
    def survey(self) -> Survey:
        """What stands in the folder, as it was when somebody first asked."""
        return survey(self.root)

    def has(self, file: str) -> bool:
        return file in self.survey.files

    def unfit(self, file: str) -> Finding | None:
        """Why what stands at this path may not be read; None where nothing stands there, or a plain file."""
        return self.survey.reason(file)

    @property
    def is_whole(self) -> bool:
        """Whether the folder holds no more than can be looked over."""
        return self.survey.is_whole

    def oddities(self) -> list[Finding]:
        """What stands in the folder and may not be read."""
        return list(self.survey.unfit.values())

    def read(self, file: str) -> YamlFile:
        """The file at this path below the folder."""
        if file not in self._files:
            self._files[file] = read_yaml(self.root / file, f"{self.root.as_posix()}/{file}")
        return self._files[file]

    def path(self, file: str) -> FilePath:
        """Where the file at this path below the folder stands on disk."""
        return self.root / file

    def source_text(self, file: str) -> SourceText:
        return (
            self._files[file].source if file in self._files else SourceText(f"{self.root.as_posix()}/{file}")
        )

    @property
    def folders(self) -> tuple[FilePath, ...]:
        """The folders that this is made of; what a later one says goes before what an earlier one says."""
        return (self.root,)

    def silencings(self) -> list[Silencing]:
        """The comments, in all files that have been read, that keep findings quiet."""
        return [silencing for file in self._files.values() for silencing in file.silencings]

    def files(self) -> list[str]:
        """Every YAML file below the folder, sorted."""
        return sorted(file for file in self.survey.files if file.endswith((".yaml", ".yml")))

    def original(self, language: str) -> Original | None:
        """What this is an adapted edition of, in a language; None where it is the course itself."""
        return None

    def is_local(self, place: Place) -> bool:
        """Whether this stands in a folder laid over the course."""
        return False

    def modules_with_media(self) -> list[str]:
        """The slugs of the modules whose folders hold media files."""
        steps = (file.split("/") for file in self.survey.files)
        return sorted({step[1] for step in steps if step[0] == "modules" and "media" in step[2:3]})

    def media(self, module: str) -> list[str]:
        """The media files of a module, named as prose does: ``module/file``; hidden ones are left out."""
        folder = layout.media_file(f"{module}/")
        files = (file for file in self.survey.files if file.startswith(folder))
        return sorted(f"{module}/{file.removeprefix(folder)}" for file in files)


@dataclass(slots=True)
class LoadedCourse:
    """A course in one language.

    `course` is made of the files that are sound; where `broken` is not empty it is only good for
    finding further faults. It is None where course.yaml itself is broken. In a translation `pairs` are the
    texts of each source file that could be read, with what translates them.
    """

    language: str
    course: Course | None = None
    findings: list[Finding] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    trees: dict[str, Node] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    pairs: dict[str, list[TextPair]] = field(default_factory=dict)

    def place(self, file: str, path: tuple[str | int, ...]) -> Place:
        """Where the thing at a path of a file stands, in the file that says it in this language."""
        tree = self.trees.get(file)
        return locate(tree, path) if tree else Place(SourceText(file))

    def place_of_snippet(
        self, file: str, path: tuple[str | int, ...], snippet: str, occurrence: int
    ) -> Place:
        """Where a snippet of the text at this path stands, counting occurrences from 0."""
        tree = self.trees.get(file)
        return locate_snippet(tree, path, snippet, occurrence) if tree else self.place(file, path)


def part_of(file: str) -> type[Part] | None:
    """The class of what stands in a file of the source language, told by its place in the folder."""
    match file.split("/"):
        case ["evaluation.yaml"]:
            return CourseEvaluation
        case [name]:
            return COURSE_FILES.get(name)
        case ["chapters", _]:
            return Chapter
        case ["worksheets", _]:
            return Worksheet
        case ["programmes", _]:
            return Programme
        case ["modules", _, "module.yaml"]:
            return ModuleFile
        case ["modules", _, "evaluation.yaml"]:
            return Evaluation
        case ["modules", _, "sessions", _]:
            return Session
        case ["modules", _, "worksheets", _]:
            return Worksheet
    return None


def languages_of(curriculum: Curriculum) -> tuple[str, ...]:
    """The course's languages, the source first; empty where course.yaml does not say them."""
    tree = curriculum.read(layout.COURSE).tree
    named = tree.get("languages") if isinstance(tree, Mapping) else None
    items = named.items if isinstance(named, Sequence) else ()
    codes = [item.value for item in items if isinstance(item, Scalar) and isinstance(item.value, str)]
    languages = dict.fromkeys(code for code in codes if re.fullmatch(LANGUAGE_PATTERN, code))
    return tuple(islice(languages, MAX_LANGUAGES))


def load_course(curriculum: Curriculum, language: str | None = None) -> LoadedCourse:
    """Load the course in one language, by default its source's."""
    return _Loading(curriculum, language).run()


class _Loading:
    def __init__(self, curriculum: Curriculum, language: str | None) -> None:
        self.curriculum = curriculum
        languages = languages_of(curriculum)
        self.source_language = languages[0] if languages else None
        self.result = LoadedCourse(language or self.source_language or "")
        self.untranslated: set[str] = set()

    @property
    def translating(self) -> bool:
        return self.source_language is not None and self.result.language != self.source_language

    def run(self) -> LoadedCourse:
        profile = self._part(layout.COURSE, CourseFile)
        if profile is not None:
            self._assemble(profile)
        else:
            self._read_all(below="")
        return self.result

    def _assemble(self, profile: CourseFile) -> None:
        shared = {name: self._part(name, part) for name, part in COURSE_FILES.items()}
        contacts, glossary, references, scales, wording = shared.values()
        programmes = self._listed(
            profile.programmes, layout.programme_file, Programme, layout.COURSE, "programmes"
        )
        chapters = self._listed(profile.chapters, layout.chapter_file, Chapter, layout.COURSE, "chapters")
        worksheets = self._listed(
            profile.worksheets,
            lambda name: layout.worksheet_file(None, name),
            Worksheet,
            layout.COURSE,
            "worksheets",
        )
        modules = [self._module(slug, index) for index, slug in enumerate(profile.modules)]
        facts = {name: getattr(profile, name) for name in CourseFile.model_fields}
        facts |= {
            "language": self.result.language,
            "chapters": chapters,
            "worksheets": worksheets,
            "evaluation": self._course_evaluation(),
            "modules": tuple(filter(None, modules)),
            "programmes": programmes,
            "glossary": getattr(glossary, "terms", ()),
            "references": getattr(references, "references", ()),
            "contacts": getattr(contacts, "contacts", ()),
            "scales": getattr(scales, "scales", ()),
            "wording": getattr(wording, "terms", ()),
        }
        self.result.course = Course(**facts, untranslated=frozenset(self.untranslated))

    def _course_evaluation(self) -> CourseEvaluation | None:
        file = layout.evaluation_file(None)
        return self._part(file, CourseEvaluation) if self.curriculum.has(file) else None

    def _module(self, slug: str, index: int) -> Module | None:
        file = layout.module_file(slug)
        if not self._listed_file_exists(file, layout.COURSE, ("modules", index), slug):
            return None
        profile = self._part(file, ModuleFile)
        evaluation = self._part(layout.evaluation_file(slug), Evaluation)
        if profile is None:
            self._read_all(below=f"modules/{slug}/")
            return None
        sessions = self._listed(
            profile.sessions, lambda name: layout.session_file(slug, name), Session, file, "sessions"
        )
        worksheets = self._listed(
            profile.worksheets, lambda name: layout.worksheet_file(slug, name), Worksheet, file, "worksheets"
        )
        facts = {name: getattr(profile, name) for name in ModuleFile.model_fields}
        facts |= {"slug": slug, "sessions": sessions, "worksheets": worksheets, "evaluation": evaluation}
        return Module(**facts)

    def _read_all(self, below: str) -> None:
        """Validate every file of a folder by its place, where the file that lists them is broken."""
        for file in self.curriculum.files():
            part = part_of(file)
            if part and file.startswith(below) and file not in self.result.used:
                named = part in (Chapter, Programme, Session, Worksheet)
                self._part(file, part, FilePath(file).stem if named else None)

    def _listed(
        self, slugs: tuple[str, ...], file_of: Callable[[str], str], part: type[P], listed_in: str, key: str
    ) -> tuple[P, ...]:
        found = []
        for index, slug in enumerate(slugs):
            file = file_of(slug)
            if self._listed_file_exists(file, listed_in, (key, index), slug):
                found.append(self._part(file, part, slug))
        return tuple(item for item in found if item is not None)

    def _listed_file_exists(self, file: str, listed_in: str, path: tuple[str | int, ...], slug: str) -> bool:
        if self.curriculum.has(file):
            return True
        place = self.result.place(listed_in, path)
        missing = Finding("R02", place, {"slug": slug, "file": file})
        self.result.findings.append(self.curriculum.unfit(file) or missing)
        self.result.broken.add(file)
        return False

    def _part(self, file: str, part: type[P], slug: str | None = None) -> P | None:
        """Read, translate and validate one file."""
        tree = self._tree(file, part)
        if tree is None:
            self.result.broken.add(file)
            return None
        form = validate(tree, part, slug)
        self.result.trees[file] = form.mended_tree or tree
        self._tell(file, form.findings)
        if form.part is None or not self.curriculum.read(file).is_sound:
            self.result.broken.add(file)
        if isinstance(tree, Mapping) and tree.incomplete:
            return None  # what is left of it may have another sum or order
        return form.part or form.mended

    def _tell(self, file: str, findings: list[Finding]) -> None:
        """Of two findings in one place the first cause is told: a fault of syntax, then one of form."""
        named = (file, layout.translation_file(file, self.result.language))
        files = [self.curriculum.read(name) for name in named if name in self.result.used]
        told = [finding for finding in findings if not any(one.explains(finding) for one in files)]
        places = {finding.place for finding in told}
        self.result.findings = [
            finding
            for finding in self.result.findings
            if finding.code != TEXT_FOR_US or finding.place not in places
        ]
        self.result.findings += told

    def _tree(self, file: str, part: type[P]) -> Node | None:
        if not self.curriculum.has(file):
            missing = Finding("R03", Place(self.curriculum.source_text(file)), {"file": file})
            self.result.findings.append(self.curriculum.unfit(file) or missing)
            return None
        self.result.used.add(file)
        read = self.curriculum.read(file)
        self.result.findings += read.findings
        if read.tree is None or not self.translating or file in VERBATIM_FILES:
            return read.tree
        return self._translated(file, read.tree, part)

    def _translated(self, file: str, source: Node, part: type[P]) -> Node:
        other = layout.translation_file(file, self.result.language)
        translation = None
        exists = self.curriculum.has(other)
        if exists:
            self.result.used.add(other)
            read = self.curriculum.read(other)
            self.result.findings += read.findings
            translation = read.tree
            if not read.is_sound:
                self.result.broken.add(other)
        overlay = lay_over(source, translation, part, self.result.language, other)
        if not exists or translation is not None:
            self.result.pairs[file] = overlay.pairs
        self.untranslated |= overlay.untranslated
        if translation is not None:
            self.result.findings += overlay.findings
        elif not exists and overlay.untranslated:
            facts = {"file": other, "language": self.result.language}
            code = "S07" if is_safety(source) else "L01"
            self.result.findings.append(Finding(code, Place(self.curriculum.source_text(file)), facts))
        return overlay.tree
