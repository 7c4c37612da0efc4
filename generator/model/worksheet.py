"""Worksheets: sheets to print, made of blocks; one class a kind of block."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.edition import Edition
from generator.model.part import Part, Prose, Slug, Text
from generator.model.respondent import Respondent


class SheetEntry(Part):
    """A named line of a block; the slug names its field in fillable forms."""

    slug: Slug
    text: Prose


class BaseBlock(Part):
    slug: Slug
    title: Text | None = None


class TextBlock(BaseBlock):
    kind: Literal["text"]
    text: Prose


class Prompt(Part):
    slug: Slug
    text: Prose
    lines: int = Field(default=3, ge=1, le=25)


class PromptsBlock(BaseBlock):
    """Questions, each with `lines` writing lines; not `numbered` where they have numbers of their own."""

    kind: Literal["prompts"]
    numbered: bool = True
    prompts: tuple[Prompt, ...] = Field(min_length=1)


class Column(Part):
    """A column of a table to fill; `width` is its share of the table against the others'."""

    slug: Slug
    title: Text
    width: int = Field(default=1, ge=1, le=10)


class TableBlock(BaseBlock):
    """A table to fill: named rows, empty rows, or both; `example` is one row filled in."""

    kind: Literal["table"]
    columns: tuple[Column, ...] = Field(min_length=2, max_length=8)
    rows: tuple[SheetEntry, ...] = ()
    empty_rows: int = Field(default=0, ge=0, le=40)
    example: tuple[Text, ...] = ()


class ChecklistBlock(BaseBlock):
    """Boxes to tick, and `empty_rows` more to write oneself."""

    kind: Literal["checklist"]
    items: tuple[SheetEntry, ...] = Field(min_length=1)
    empty_rows: int = Field(default=0, ge=0, le=20)


class RatingScaleBlock(BaseBlock):
    """Statements, each answered on the response scale that `scale` names."""

    kind: Literal["rating-scale"]
    scale: Slug
    items: tuple[SheetEntry, ...] = Field(min_length=1)


class LadderBlock(BaseBlock):
    """Rungs to write on, from `bottom` (the easiest) to `top`."""

    kind: Literal["ladder"]
    rungs: int = Field(ge=3, le=12)
    top: Text
    bottom: Text


class Zone(Part):
    """A part of a thermometer, from its `lowest` degree to its `highest`, with a question about it."""

    slug: Slug
    lowest: int = Field(ge=0, le=10)
    highest: int = Field(ge=0, le=10)
    text: Prose
    lines: int = Field(default=2, ge=1, le=6)


class ThermometerBlock(BaseBlock):
    """Degrees from 0 to `highest`, with room to write; `zones`, the highest first, cover all of them."""

    kind: Literal["thermometer"]
    highest: int = Field(default=10, ge=3, le=10)
    top: Text
    bottom: Text
    zones: tuple[Zone, ...] = Field(min_length=1, max_length=4)

    @property
    def covers_itself(self) -> bool:
        """Whether the zones follow each other from the top to 0, without gap or overlap."""
        degrees = [degree for zone in self.zones for degree in range(zone.highest, zone.lowest - 1, -1)]
        return degrees == list(range(self.highest, -1, -1))


class Quadrant(Part):
    slug: Slug
    title: Text
    prompt: Prose


class GridBlock(BaseBlock):
    """Two by two: quadrants row by row, with the titles of both columns and both rows."""

    kind: Literal["grid"]
    columns: tuple[Text, ...] = Field(min_length=2, max_length=2)
    rows: tuple[Text, ...] = Field(min_length=2, max_length=2)
    quadrants: tuple[Quadrant, ...] = Field(min_length=4, max_length=4)


class CirclesBlock(BaseBlock):
    """An inner circle within an outer one, each with room to write."""

    kind: Literal["circles"]
    inner: Text
    outer: Text


class CalendarBlock(BaseBlock):
    """A week, seven days across; `rows` names the parts of the day."""

    kind: Literal["weekly-calendar"]
    rows: tuple[SheetEntry, ...] = Field(min_length=1, max_length=8)


class Stop(Part):
    slug: Slug
    title: Text
    prompt: Prose


class RoadMapBlock(BaseBlock):
    """A road with stops, each with room to write."""

    kind: Literal["road-map"]
    stops: tuple[Stop, ...] = Field(min_length=2, max_length=8)


class SignatureBlock(BaseBlock):
    """Lines to sign and date, one for each signer."""

    kind: Literal["signature"]
    signers: tuple[SheetEntry, ...] = Field(min_length=1, max_length=4)


class ContactsBlock(BaseBlock):
    """The course's contacts, and lines for the numbers that the group itself must find."""

    kind: Literal["contacts"]
    local: tuple[SheetEntry, ...] = ()


Block = Annotated[
    TextBlock
    | PromptsBlock
    | TableBlock
    | ChecklistBlock
    | RatingScaleBlock
    | LadderBlock
    | ThermometerBlock
    | GridBlock
    | CirclesBlock
    | CalendarBlock
    | RoadMapBlock
    | SignatureBlock
    | ContactsBlock,
    Field(discriminator="kind"),
]


class Worksheet(Part):
    """One printed sheet: a worksheet to write on, a handout to read, or a certificate to give.

    `editions` are the handbooks that hold it; it is printed as a sheet alone in any case.
    """

    slug: Slug
    type: Literal["worksheet", "handout", "certificate"]
    title: Text
    purpose: Prose
    instructions: Prose | None = None
    safety: bool = False
    editions: tuple[Edition, ...] = ("facilitator", "participant")
    blocks: tuple[Block, ...] = Field(min_length=1)
    filled_in_by: Respondent = "participant"
