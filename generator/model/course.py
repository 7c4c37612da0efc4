"""The course: everything that a build turns into a site and handbooks, in one language."""

from collections.abc import Iterator
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from generator.model.chapter import Chapter
from generator.model.contact import Contact
from generator.model.evaluation import CourseEvaluation
from generator.model.glossary import Term
from generator.model.limits import MAX_LANGUAGES
from generator.model.module import Module
from generator.model.original import Original
from generator.model.part import Language, Part, Prose, Slug, Text
from generator.model.programme import Programme
from generator.model.reference import Reference
from generator.model.scale import ResponseScale
from generator.model.wording import AvoidedTerm
from generator.model.worksheet import Worksheet

WHOLE_COURSE: Final = "course"
"""What the whole course is called where a module has its slug: in the names of handbooks and pages."""


LogoFile = Annotated[
    str, StringConstraints(pattern=r"^media/[a-z0-9][a-z0-9._-]*\.(svg|png)$", max_length=100)
]
"""A picture in the folder `media/` beside the file that names it."""


class Organisation(Part):
    """Who gives the course; whoever does not see the logo is told the name."""

    name: Text
    about: Prose
    logo: LogoFile | None = None


class CourseProfile(Part):
    """What the course says of itself, in its file as in the assembled course."""

    title: Text
    subtitle: Text
    summary: Prose
    introduction: Prose
    languages: tuple[Language, ...] = Field(min_length=1, max_length=MAX_LANGUAGES)
    """The source language first."""
    organisation: Organisation
    licence: Text
    year: int | None = Field(default=None, ge=2000, le=2999)
    """When this version came out, for who cites it."""
    how_to_use: Prose
    """Read by facilitators, at the front of their handbook."""
    back_cover: Slug | None = None
    """The course's own worksheet that stands on the back cover of every handbook."""


class CourseFile(CourseProfile):
    """`course.yaml`: the profile, and the order of everything that has a file of its own."""

    chapters: tuple[Slug, ...] = ()
    worksheets: tuple[Slug, ...] = ()
    modules: tuple[Slug, ...] = Field(min_length=1)
    programmes: tuple[Slug, ...] = ()


class Course(CourseProfile):
    """A whole course in one language.

    `untranslated` holds the texts that have no translation and stand in the source language. An adapted
    edition names its original; `left_out` holds the titles of what it leaves out, as `titles` has them, and
    `own_files` the files, relative to its curriculum, that stand in the organisation's own folder.
    """

    language: Language
    untranslated: frozenset[str]
    chapters: tuple[Chapter, ...]
    worksheets: tuple[Worksheet, ...]
    evaluation: CourseEvaluation | None
    modules: tuple[Module, ...]
    programmes: tuple[Programme, ...]
    glossary: tuple[Term, ...]
    references: tuple[Reference, ...]
    contacts: tuple[Contact, ...]
    scales: tuple[ResponseScale, ...]
    wording: tuple[AvoidedTerm, ...]
    adapted_from: Original | None = None
    own_files: frozenset[str] = frozenset()
    left_out: dict[tuple[str, str], Text] = Field(default_factory=dict)

    def all_worksheets(self) -> Iterator[tuple[Slug | None, Worksheet]]:
        """Every worksheet with its module's slug; None for the course's own."""
        yield from ((None, worksheet) for worksheet in self.worksheets)
        for module in self.modules:
            yield from ((module.slug, worksheet) for worksheet in module.worksheets)

    def all_evaluations(self) -> Iterator[tuple[Slug | None, CourseEvaluation]]:
        """Every evaluation with its module's slug; None for the course's own."""
        if self.evaluation:
            yield None, self.evaluation
        for module in self.modules:
            if module.evaluation:
                yield module.slug, module.evaluation

    def titles(self) -> Iterator[tuple[tuple[str, str], Text]]:
        """Everything that a cross-reference may name, by scheme and slug, with its title."""
        for term in self.glossary:
            yield ("term", term.slug), term.headword
        for programme in self.programmes:
            yield ("programme", programme.slug), programme.title
        for chapter in self.chapters:
            yield ("chapter", chapter.slug), chapter.title
        for module in self.modules:
            yield ("module", module.slug), module.title
            for session in module.sessions:
                yield ("session", f"{module.slug}/{session.slug}"), session.title
        for _, worksheet in self.all_worksheets():
            yield ("worksheet", worksheet.slug), worksheet.title
        for _, evaluation in self.all_evaluations():
            for kind, part in evaluation.sheets:
                yield (kind, part.slug), part.title
