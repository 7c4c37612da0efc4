"""Looks at a picture's bytes: it can be shown and printed, does nothing by itself, and weighs little."""

import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path as FilePath
from typing import Any, Final

from generator.model.limits import (
    MAX_LOGO_BYTES,
    MAX_PICTURE_BYTES,
    MAX_PIXELS,
    MAX_PROPORTION,
    MAX_SCANS,
    MAX_SIDE,
)
from generator.reading.folder import TooLargeError, read_plain

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
NEXT_SCAN: Final = b"\xff\xda"
MOST_BYTES_A_PIXEL: Final = 8
"""Four values of two bytes each."""


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why a picture cannot be used, as a code that `WORDS` knows, and where in its file."""

    what: str
    line: int = 1
    column: int = 1


def fault_of_picture(path: FilePath, most: int = MAX_PICTURE_BYTES) -> PictureFault | None:
    """What is wrong with a picture's file; None where it can be used.

    Args:
        path: Where it stands; the end of its name says what it is.
        most: How many bytes it may hold.
    """
    look = _kinds().get(path.suffix)
    if look is None:
        return PictureFault("picture-kind")
    try:
        data = read_plain(path, most)
    except TooLargeError:
        return PictureFault("logo-large" if most == MAX_LOGO_BYTES else "picture-large")
    except OSError:
        return PictureFault("picture-unreadable")
    return look(data)


def is_picture(file: str) -> bool:
    """Whether a file's name says that it is a picture of a kind that can be used."""
    return FilePath(file).suffix in _kinds()


def _kinds() -> dict[str, Callable[[bytes], PictureFault | None]]:
    """How to look at a picture, by the end of its name."""
    from generator.reading.drawing import fault_of_drawing  # which looks at pictures within drawings, too

    return {".svg": fault_of_drawing, ".png": fault_of_png, ".jpg": fault_of_jpeg, ".jpeg": fault_of_jpeg}


def fault_of_png(data: bytes) -> PictureFault | None:
    """What is wrong with a PNG."""
    return _fault_of_pixels(data, PNG, "PNG") or _hidden_pixels(data)


def fault_of_jpeg(data: bytes) -> PictureFault | None:
    """What is wrong with a JPEG."""
    if data.count(NEXT_SCAN) > MAX_SCANS:
        return PictureFault("picture-heavy")
    return _fault_of_pixels(data, JPEG, "JPEG")


def fault_of_size(width: float, height: float) -> PictureFault | None:
    """What is wrong with a picture's size, in pixels or in units of a drawing."""
    longer, shorter = max(width, height), min(width, height)
    if shorter <= 0:
        return PictureFault("picture-damaged")
    if longer > MAX_SIDE:
        return PictureFault("picture-pixels")
    return PictureFault("picture-shape") if longer > MAX_PROPORTION * shorter else None


def _fault_of_pixels(data: bytes, signature: bytes, kind: str) -> PictureFault | None:
    """Its size as its head tells it, before anything is unpacked; then whether it can be unpacked."""
    from PIL import Image  # imported late: most courses have drawings alone

    if not data.startswith(signature):
        return PictureFault("picture-damaged")
    try:
        with _strictly(), Image.open(BytesIO(data), formats=[kind]) as image:
            if fault := fault_of_size(*image.size):
                return fault
            if image.width * image.height > MAX_PIXELS:
                return PictureFault("picture-pixels")
            if getattr(image, "is_animated", False):
                return PictureFault("picture-moves")
            image.load()
    except Image.DecompressionBombError:
        return PictureFault("picture-pixels")
    except Exception:  # whatever foreign bytes make of a decoder, they are no picture
        return PictureFault("picture-damaged")
    return None


@contextmanager
def _strictly() -> Iterator[None]:
    """Half a picture is none, even in a process where WeasyPrint told Pillow to draw what there is of it."""
    from PIL import ImageFile

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _hidden_pixels(data: bytes) -> PictureFault | None:
    """Whether a PNG that can be shown unpacks to far more than its size: it is printed as it is packed."""
    head = next((body for kind, body in _chunks(data) if kind == b"IHDR"), b"")
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    most = (width * MOST_BYTES_A_PIXEL + 1) * (height + MOST_BYTES_A_PIXEL) * 2
    packed = b"".join(body for kind, body in _chunks(data) if kind == b"IDAT")
    unpacking: Any = zlib.decompressobj()
    try:
        left = most
        waiting = packed
        while waiting and left > 0:
            left -= len(unpacking.decompress(waiting, min(left, 1 << 20)))
            waiting = unpacking.unconsumed_tail
    except zlib.error:
        return PictureFault("picture-damaged")
    return PictureFault("picture-heavy") if waiting else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(PNG)
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4])
        yield data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        position += length + 12
