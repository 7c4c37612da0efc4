"""Booklets: two pages on each side of a sheet, in the order that folding and stapling undo."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from pikepdf import Dictionary, Object, Page, Pdf, Stream, String

from generator.publishing.paper import Paper

SIGNATURE: Final = 64
"""Pages in a signature: sixteen sheets are what an office stapler still holds."""
LEAF: Final = 4
"""Pages on a folded sheet."""
PLACES: Final = ("/Left", "/Right")
POINTS: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as a form XObject of the new file, with its size in points."""

    form: Object
    width: float
    height: float


def signature_order(pages: int) -> list[tuple[int, int]]:
    """The pages left and right on each side of the sheets of one signature, counted from 1.

    The outermost sheet comes first, its outer side before its inner one; printed on both sides, turned over
    the short edge and folded, the pages follow each other.

    Args:
        pages: How many there are; a multiple of four.
    """
    return [
        (pages - side, side + 1) if side % 2 == 0 else (side + 1, pages - side) for side in range(pages // 2)
    ]


def signatures(pages: int) -> list[list[int | None]]:
    """The pages of each signature, counted from 1; None is a blank one.

    All are about as thick as each other, and none is thicker than SIGNATURE. The last page stays the outside
    of the last one: blank ones come before it.
    """
    book: list[int | None] = [*range(1, pages), *[None] * (-pages % LEAF), pages]
    number = -(-len(book) // SIGNATURE)
    size, thicker = divmod(len(book) // LEAF, number)
    ends = accumulate(LEAF * (size + (position < thicker)) for position in range(number))
    return [book[start:end] for start, end in pairwise((0, *ends))]


def sides(pages: int) -> list[tuple[int | None, int | None]]:
    """The pages left and right on each side of all sheets, signature by signature."""
    return [
        (signature[left - 1], signature[right - 1])
        for signature in signatures(pages)
        for left, right in signature_order(len(signature))
    ]


def impose(data: bytes, paper: Paper) -> tuple[bytes, int]:
    """Put the pages of a document on sheets to print on both sides, fold and staple.

    Args:
        data: A PDF whose pages are half as large as the paper, upright or across.
        paper: The sheets.

    Returns:
        The PDF of the sheets, with the document's title and language, and how many sides it has.
    """
    source, sheets = Pdf.open(io.BytesIO(data)), Pdf.new()
    pages = [_as_drawing(page, sheets) for page in source.pages]
    order = sides(len(pages))
    for pair in order:
        side = sheets.add_blank_page(page_size=(paper.height * POINTS, paper.width * POINTS))
        placed = {place: pages[number - 1] for place, number in zip(PLACES, pair, strict=True) if number}
        _draw(side, placed, paper.half.width * POINTS, sheets)
    for name, value in source.docinfo.items():
        sheets.docinfo[name] = String(str(value))
    sheets.Root.Lang = String(str(source.Root.Lang))
    written = io.BytesIO()
    sheets.save(written, deterministic_id=True)
    return written.getvalue(), len(order)


def _as_drawing(page: Page, sheets: Pdf) -> Drawing:
    """A page as something that can be drawn on another one; fonts and images stay shared."""
    _, _, width, height = map(float, page.mediabox.as_list())
    return Drawing(sheets.copy_foreign(page.as_form_xobject()), width, height)


def _draw(side: Page, pages: Mapping[str, Drawing], half: float, sheets: Pdf) -> None:
    """Draw pages on a side, left and right of its fold; one that lies across is turned."""
    lines = []
    for name, page in pages.items():
        turn = f"0 1 -1 0 {page.height:.4f} 0 cm " if page.width > page.height else ""
        lines.append(f"q 1 0 0 1 {half * PLACES.index(name):.4f} 0 cm {turn}{name} Do Q")
    side.obj.Contents = Stream(sheets, "\n".join(lines).encode())
    side.obj.Resources = Dictionary(XObject=Dictionary({name: page.form for name, page in pages.items()}))
