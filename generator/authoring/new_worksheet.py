"""Makes a worksheet's first draft: one block of the kind that was asked for."""

from dataclasses import dataclass
from typing import Any, Final, get_args

from generator.authoring.draft import Data, draft, title_in
from generator.authoring.proposal import Writer
from generator.model import layout
from generator.model.shape import ListShape, PartShape, fields
from generator.model.worksheet import RatingScaleBlock, TableBlock, Worksheet

TYPES: Final[tuple[str, ...]] = get_args(Worksheet.model_fields["type"].annotation)
_BLOCKS: Final = fields(Worksheet)["blocks"]
assert isinstance(_BLOCKS, ListShape)
assert isinstance(_BLOCKS.item, PartShape)
_BLOCK: Final = _BLOCKS.item
BLOCK_KINDS: Final = _BLOCK.kinds
EMPTY_ROWS: Final = 5
"""How many a table has that has no named ones yet."""


@dataclass(frozen=True, slots=True)
class NewWorksheet:
    """What is known of a worksheet that is to be; it belongs to the whole course where `module` is None.

    `scale` is the response scale of a block that needs one.
    """

    module: str | None
    slug: str
    title: str | None
    type: str
    block: str
    scale: str | None = None

    @property
    def file(self) -> str:
        return layout.worksheet_file(self.module, self.slug)

    def files(self, writer: Writer) -> dict[str, str]:
        """The worksheet's file and its translations."""
        return writer.files(self.file, Worksheet, self._draft)

    def _draft(self, language: str, is_source: bool) -> Data:
        variant = _BLOCK.variant(self.block)
        assert variant, "the command offers the model's kinds alone"
        known: dict[str, Any] = {"slug": "first-part"}
        if variant is RatingScaleBlock:
            known["scale"] = self.scale
        if variant is TableBlock:
            known["empty_rows"] = EMPTY_ROWS
        blocks = [draft(variant, language, **known)]
        title = title_in(Worksheet, self.title, language, is_source)
        return draft(Worksheet, language, type=self.type, **title, blocks=blocks)
