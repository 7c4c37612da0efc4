"""Turns a PDF's first page into a small picture."""

from io import BytesIO
from typing import Final

from pypdfium2 import PdfDocument

LONGER_SIDE: Final = 240
"""Pixels; shown at half of that, it is sharp on the finest screens."""
GREYS: Final = 16


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
