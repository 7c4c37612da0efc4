"""The course: everything that a build turns into a site and handbooks, in one language."""

from pydantic import Field

from generator.model.contact import Contact
from generator.model.glossary import Term
from generator.model.module import Module
from generator.model.part import Language, Part, Prose, Slug, Text
from generator.model.programme import Programme
from generator.model.reference import Reference
from generator.model.scale import ResponseScale
from generator.model.wording import AvoidedTerm


class Organisation(Part):
    """Who gives the course."""

    name: Text
    about: Prose


class CourseProfile(Part):
    """What the course says of itself, in its file as in the assembled course."""

    title: Text
    subtitle: Text
    summary: Prose
    introduction: Prose
    languages: tuple[Language, ...] = Field(min_length=1)
    """The source language first."""
    organisation: Organisation
    licence: Text
    how_to_use: Prose
    """Read by facilitators, at the front of their handbook."""


class CourseFile(CourseProfile):
    """`course.yaml`: the profile, and the order of modules and programmes."""

    modules: tuple[Slug, ...] = Field(min_length=1)
    programmes: tuple[Slug, ...] = ()


class Course(CourseProfile):
    """A whole course in one language.

    `untranslated` holds the texts that have no translation and stand in the source language.
    """

    language: Language
    untranslated: frozenset[str]
    modules: tuple[Module, ...]
    programmes: tuple[Programme, ...]
    glossary: tuple[Term, ...]
    references: tuple[Reference, ...]
    contacts: tuple[Contact, ...]
    scales: tuple[ResponseScale, ...]
    wording: tuple[AvoidedTerm, ...]
