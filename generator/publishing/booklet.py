"""Booklets: two pages on each side of a sheet, in the order that folding and stapling undo."""

import io
from collections.abc import Iterator
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from generator.publishing.paper import Paper

SIGNATURE: Final = 64
"""Pages in a signature: sixteen sheets are what an office stapler still holds."""
LEAF: Final = 4
"""Pages on a folded sheet."""
POINTS: Final = 72 / 25.4


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


def sides(pages: int) -> list[tuple[int | None, int | None]]:
    """The pages left and right on each side of all sheets, signature by signature; None is a blank one.

    The last page stays the outside of the last signature: blank ones come before it.
    """
    missing = -pages % LEAF
    book: list[int | None] = [*range(1, pages), *[None] * missing, pages]
    return [
        (signature[left - 1], signature[right - 1])
        for signature in _signatures(book)
        for left, right in signature_order(len(signature))
    ]


def _signatures(book: list[int | None]) -> Iterator[list[int | None]]:
    """Signatures of about the same thickness, none thicker than SIGNATURE."""
    number = -(-len(book) // SIGNATURE)
    size, thicker = divmod(len(book) // LEAF, number)
    start = 0
    for position in range(number):
        end = start + LEAF * (size + (position < thicker))
        yield book[start:end]
        start = end


def impose(data: bytes, paper: Paper) -> tuple[bytes, int]:
    """Put the pages of a document on sheets to print on both sides, fold and staple.

    Args:
        data: A PDF whose pages are half as large as the paper, upright or across.
        paper: The sheets.

    Returns:
        The PDF of the sheets, and how many sides it has.
    """
    source = PdfReader(io.BytesIO(data))
    writer = PdfWriter()
    pages = source.pages
    order = sides(len(pages))
    for pair in order:
        sheet = writer.add_blank_page(paper.height * POINTS, paper.width * POINTS)
        for place, number in enumerate(pair):
            if number is not None:
                _place(sheet, pages[number - 1], place * paper.half.width * POINTS)
    if source.metadata:
        writer.add_metadata({key: str(value) for key, value in source.metadata.items()})
    writer.root_object.update({key: source.root_object[key] for key in ("/Lang",)})
    for sheet in writer.pages:
        sheet.compress_content_streams()
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue(), len(order)


def _place(sheet: PageObject, page: PageObject, left: float) -> None:
    """Put a page on a sheet; one that lies across is turned."""
    box = page.mediabox
    move = Transformation()
    if box.width > box.height:
        move = move.rotate(90).translate(float(box.height), 0)
    sheet.merge_transformed_page(page, move.translate(left, 0))
