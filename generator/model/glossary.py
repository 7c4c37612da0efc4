"""The glossary."""

from pydantic import Field

from generator.model.part import Part, Prose, Slug, Text


class Term(Part):
    """A headword with its definition; `also` are other words for it."""

    slug: Slug
    headword: Text
    also: tuple[Text, ...] = ()
    definition: Prose


class GlossaryFile(Part):
    terms: tuple[Term, ...] = Field(default=())
