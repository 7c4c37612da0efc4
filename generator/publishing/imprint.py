"""Writes the curriculum's digest into the imprint of a finished book.

The digest changes with every edit, and a book is not laid out anew because another book's text changed. So
an imprint is laid out with a stand-in of the same length that holds each sign once, and the codes that the
font has for these signs are noted; in the finished file the codes are replaced. The page's content is stored
without compression for that, so that it has the same length before and after.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pydyf
from pikepdf import Name, Pdf

from generator.publishing.errors import PrintEngineError
from generator.rendering.print import DIGEST_PLACE

NO_COMPRESSION: Final = 0
_CODE: Final = re.compile("[0-9a-f]{4}")
_NEXT: Final = "(?:>0<)?"
"""What may stand between the codes of two signs that are not moved towards each other."""


def stand_ins(document: Any, pdf: pydyf.PDF) -> Iterator[str]:
    """The stand-in as font codes, for each time that it stands in a PDF.

    Args:
        document: WeasyPrint's laid-out document, which knows the fonts.
        pdf: The PDF made of it, not yet written.
    """
    streams = [thing.stream for thing in pdf.objects if isinstance(thing, pydyf.Stream)]
    contents = [b" ".join(map(_bytes, operations)).decode("latin-1") for operations in streams]
    for font in document.fonts.values():
        codes = {sign: f"{glyph:04x}" for glyph, sign in font.to_unicode.items()}
        if set(DIGEST_PLACE) <= codes.keys():
            written = re.compile(_NEXT.join(codes[sign] for sign in DIGEST_PLACE))
            for content in contents:
                yield from written.findall(content)


def _bytes(operation: Any) -> bytes:
    return operation if isinstance(operation, bytes) else str(operation).encode()


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is known of an imprint in a finished book: its page's content, and the stand-in in it."""

    content: str
    stand_in: str


def open_imprint(book: Pdf, stand_in: str) -> Imprint:
    """Store the content of the page with the stand-in so that it is found in the written file.

    Raises:
        PrintEngineError: It does not stand on exactly one page.
    """
    codes = stand_in.encode()
    found = [page for page in book.pages if codes in page.Contents.read_bytes()]
    if len(found) != 1:
        raise PrintEngineError(f"the imprint's digest stands on {len(found)} pages")
    content = found[0].Contents.read_bytes()
    found[0].Contents.write(zlib.compress(content, NO_COMPRESSION), filter=Name.FlateDecode)
    return Imprint(content.decode("latin-1"), stand_in)


def with_digest(data: bytes, imprint: Imprint, digest: str) -> bytes:
    """A book whose imprint tells the curriculum's digest, as far as the stand-in leaves room.

    Args:
        data: The book as it was written after `open_imprint`.
        imprint: What that found.
        digest: The digest, in hexadecimal digits.

    Raises:
        PrintEngineError: The page's content is not in the file exactly once.
    """
    codes = dict(zip(DIGEST_PLACE, _CODE.findall(imprint.stand_in), strict=True))
    signs = iter(digest)
    told = _CODE.sub(lambda _: codes[next(signs)], imprint.stand_in)
    before, after = (
        zlib.compress(content.encode("latin-1"), NO_COMPRESSION)
        for content in (imprint.content, imprint.content.replace(imprint.stand_in, told))
    )
    if data.count(before) != 1:
        raise PrintEngineError(f"the imprint stands in the file {data.count(before)} times")
    return data.replace(before, after)
