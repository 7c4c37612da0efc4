"""Turns a PDF's pages into pictures: the first one small, or all of them to be read."""

from io import BytesIO
from typing import Final

from PIL.Image import Image
from pypdfium2 import PdfDocument

LONGER_SIDE: Final = 240
"""Pixels; shown at half of that, it is sharp on the finest screens."""
GREYS: Final = 16
READABLE: Final = 2.0
"""Pixels to a point: sharp at the width of a page on a fine screen."""


def thumbnail(pdf: bytes) -> bytes:
    """The first page as PNG, in greys."""
    document = PdfDocument(pdf)
    try:
        page = document[0]
        scale = LONGER_SIDE / max(page.get_size())
        picture = page.render(scale=scale, grayscale=True).to_pil()
        file = BytesIO()
        picture.quantize(GREYS).save(file, "PNG", optimize=True)
        return file.getvalue()
    finally:
        document.close()


def pictures(pdf: bytes) -> tuple[bytes, ...]:
    """Every page as PNG, in greys, large enough to be read."""
    document = PdfDocument(pdf)
    try:
        return tuple(_png(page.render(scale=READABLE, grayscale=True).to_pil()) for page in document)
    finally:
        document.close()


def _png(picture: Image) -> bytes:
    file = BytesIO()
    picture.quantize(GREYS).save(file, "PNG", compress_level=3)
    return file.getvalue()
