"""Programmes: runs of the course, day by day."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.part import ClockTime, Day, Minutes, Part, Prose, Slug, Text


class SessionEntry(Part):
    """A session of a module; it takes the session's own minutes."""

    kind: Literal["session"]
    module: Slug
    session: Slug


class PauseEntry(Part):
    """Anything between sessions: a break, *ishoma*, welcoming, a test."""

    kind: Literal["pause"]
    slug: Slug
    title: Text
    minutes: Minutes


ProgrammeEntry = Annotated[SessionEntry | PauseEntry, Field(discriminator="kind")]


class ProgrammeDay(Part):
    """One day or meeting; the entries fill the time from `start` to `end`."""

    slug: Slug
    title: Text
    start: ClockTime
    end: ClockTime
    entries: tuple[ProgrammeEntry, ...] = Field(min_length=1)


class Programme(Part):
    """A run of the course.

    `starts_on` is the date of its first day where it has one already; from one day to the next it takes
    `days_apart` days, 7 for weekly meetings.
    """

    slug: Slug
    title: Text
    summary: Prose
    starts_on: Day | None = None
    days_apart: int = Field(default=1, ge=1, le=366)
    days: tuple[ProgrammeDay, ...] = Field(min_length=1)
