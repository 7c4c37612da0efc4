"""The ground of the model: what every part of a course has in common, and its field types."""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN: Final = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Z]{2})?$"


class Part(BaseModel):
    """Something that stands in a curriculum file; frozen, and strict about keys and types.

    A key called ``kind`` always tells which variant of a part is meant and nothing else:
    findings rely on it to speak of that variant's fields alone.
    """

    # The parts that stand within others need no validator of their own: it is made where one is asked for.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Translatable:
    """Marks a field whose value a translation may replace."""

    def __init__(self, markup: Literal["plain", "markdown"]) -> None:
        self.markup = markup


PLAIN: Final = Translatable("plain")
MARKDOWN: Final = Translatable("markdown")

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""The name by which other parts refer to this one; it never changes once published."""

Text = Annotated[str, PLAIN, StringConstraints(min_length=1, max_length=400, pattern=r"^\S[^\n]*$")]
"""One line of plain text, such as a title or a label."""

Prose = Annotated[str, MARKDOWN, StringConstraints(min_length=1, pattern=r"\S")]
"""Markdown: paragraphs, emphasis, lists, tables, links, images, citations, cross-references."""

Verbatim = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^\S[^\n]*$")]
"""One line that is the same in every language, such as a name or a title in its own."""

Minutes = Annotated[int, Field(ge=1, le=600)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day as HH:MM."""


def _in_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError("F06") from None
    return day


Day = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"),
    AfterValidator(_in_the_calendar),
]
"""A date as YYYY-MM-DD, of this century or the one before or after: days are counted from it."""
WebAddress = Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://[^\s]+$")]
