"""Wording: terms to avoid and what to write instead, per language."""

from generator.model.part import Language, Part, Prose, Slug, Verbatim


class AvoidedTerm(Part):
    slug: Slug
    language: Language
    avoid: Verbatim
    write: Verbatim
    reason: Prose


class WordingFile(Part):
    terms: tuple[AvoidedTerm, ...] = ()
