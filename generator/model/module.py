"""Modules: a training in several sessions towards stated objectives."""

from typing import Literal

from pydantic import Field

from generator.model.evaluation import Evaluation
from generator.model.part import Part, Prose, Slug, Text
from generator.model.session import Session
from generator.model.worksheet import Worksheet

BloomLevel = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]


class Objective(Part):
    """What a participant can do afterwards, with its level in Bloom's taxonomy."""

    slug: Slug
    bloom: BloomLevel
    text: Prose


class ModuleProfile(Part):
    """What a module says of itself, in its file as in the assembled course."""

    title: Text
    summary: Prose
    purpose: Prose
    audience: Prose
    prerequisites: tuple[Prose, ...] = ()
    background: Prose
    """Where the module's matter comes from, and how strong the evidence is."""
    objectives: tuple[Objective, ...] = Field(min_length=1)
    outcome_indicators: tuple[Prose, ...] = Field(min_length=1)
    """What shows, after the module, that the training has worked."""


class ModuleFile(ModuleProfile):
    """`module.yaml`: the profile, and the order of the sessions and worksheets."""

    sessions: tuple[Slug, ...] = Field(min_length=1)
    worksheets: tuple[Slug, ...] = ()


class Module(ModuleProfile):
    """A whole module with everything in its folder."""

    slug: Slug
    sessions: tuple[Session, ...]
    worksheets: tuple[Worksheet, ...]
    evaluation: Evaluation | None
