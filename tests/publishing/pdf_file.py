"""Reads a finished PDF: its pages' words and where they stand, its anchors, links, fonts and bookmarks."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import ImageChops, ImageStat
from pypdf import PdfReader
from pypdf.generic import Destination

HYPHEN = re.compile("[\x02\ufffe]")
"""How PDFium gives back a hyphen at a line's end."""
TEXT_OBJECTS = (pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)
POINTS = 72 / 25.4
"""Points in a millimetre."""
HEAD, FOOT = 15, 11.4
"""How deep the margins are in which heads and feet stand, in millimetres; a sheet's are no deeper."""
AROUND = 3
"""Pixels around words that show what is behind them."""


@dataclass(frozen=True)
class Anchor:
    """Where a link leads: a page, counted from 1, and the height above its foot in points."""

    page: int
    top: float


@dataclass(frozen=True)
class Link:
    """A link inside the document: its page, its target's name, and the words in its rectangle."""

    page: int
    target: str
    words: str


@dataclass(frozen=True)
class Sign:
    """A sign on a page: its size in points, and its box in millimetres from the left and the foot."""

    text: str
    size: float
    left: float
    bottom: float
    right: float


class PdfFile:
    """A PDF as its readers and their programs see it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = PdfReader(path)
        self.root = self.reader.root_object

    @cached_property
    def pages(self) -> list[str]:
        """Each page's words, white space made single spaces."""
        return [self.words(number, None) for number in range(1, len(self.reader.pages) + 1)]

    def label(self, page: int) -> str:
        """What programs call a page."""
        return str(self._drawn.get_page_label(page - 1))

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in millimetres."""
        box = self.reader.pages[page - 1].mediabox
        return round(float(box.width) / POINTS, 1), round(float(box.height) / POINTS, 1)

    def head(self, page: int) -> str:
        """The words in the running head."""
        width, height = (side * POINTS for side in self.size(page))
        return self.words(page, (0, height - HEAD * POINTS, width, height))

    def foot(self, page: int) -> str:
        """The words in the running foot."""
        width = self.size(page)[0] * POINTS
        return self.words(page, (0, 0, width, FOOT * POINTS))

    def halves_of_foot(self, page: int) -> tuple[str, str]:
        """The words at the foot of a page's left and right half."""
        middle, top = self.size(page)[0] * POINTS / 2, 12 * POINTS
        return self.words(page, (0, 0, middle, top)), self.words(page, (middle, 0, 2 * middle, top))

    def body(self, page: int) -> str:
        """The words between head and foot."""
        width, height = (side * POINTS for side in self.size(page))
        return self.words(page, (0, FOOT * POINTS, width, height - HEAD * POINTS))

    def sides(self, page: int) -> tuple[float, float]:
        """How far the text reaches to the left and to the right, in millimetres from the left."""
        signs = self._signs(page)
        return min(sign.left for sign in signs), max(sign.right for sign in signs)

    def lowest(self, page: int) -> float:
        """How far above the page's foot the body's last line stands, in millimetres."""
        return min(sign.bottom for sign in self._body_signs(page))

    def smaller_than(self, page: int, points: float) -> str:
        """The body's signs that are set smaller than this."""
        return "".join(sign.text for sign in self._body_signs(page) if sign.size < points - 0.05)

    def _body_signs(self, page: int) -> list[Sign]:
        height = self.size(page)[1]
        return [sign for sign in self._signs(page) if FOOT < sign.bottom < height - HEAD]

    def _signs(self, page: int) -> list[Sign]:
        text = self._drawn[page - 1].get_textpage()
        return [
            sign
            for index in range(text.count_chars())
            if (sign := _sign(text, index)).text.strip(" \t\r\n\x02\ufffe")
        ]

    def outside(self, page: int) -> list[str]:
        """The characters that stand beyond a page's edge, wholly or in part."""
        drawn = self._drawn[page - 1]
        (width, height), text = drawn.get_size(), drawn.get_textpage()
        found = []
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if left < -0.1 or bottom < -0.1 or right > width + 0.1 or top > height + 0.1:
                found.append(text.get_text_range(index, 1))
        return found

    def colours(self, page: int) -> bool:
        """Whether anything on a page has another colour than a grey."""
        red, green, blue = self._drawn[page - 1].render(scale=1).to_pil().convert("RGB").split()
        return any(ImageChops.difference(red, other).getbbox() for other in (green, blue))

    def ink(self, page: int) -> float:
        """The share of a page that a printer covers with ink, in greys, its own margins included."""
        picture = self._drawn[page - 1].render(scale=1, grayscale=True).to_pil()
        return 1 - ImageStat.Stat(picture).mean[0] / 255

    def faint(self, page: int, least: float) -> list[str]:
        """The words whose contrast with what is behind them, both as greys, is less than asked for."""
        document = pypdfium2.PdfDocument(self.path)
        drawn = document[page - 1]
        texts = list(drawn.get_objects(TEXT_OBJECTS, textpage=drawn.get_textpage()))
        described = [(one.extract(), one.get_bounds(), _grey(one)) for one in texts]
        for one in texts:
            drawn.remove_obj(one)
        scale, height = 2, drawn.get_height()
        behind = drawn.render(scale=scale, grayscale=True).to_pil()
        found = []
        for words, (left, bottom, right, top), grey in described:
            box = (
                left * scale - AROUND,
                (height - top) * scale - AROUND,
                right * scale + AROUND,
                (height - bottom) * scale + AROUND,
            )
            background = ImageStat.Stat(behind.crop(tuple(map(int, box)))).median[0]
            if words.strip() and _contrast(grey, background) < least:
                found.append(words)
        return found

    @cached_property
    def anchors(self) -> dict[str, Anchor]:
        numbers = {page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages, 1)}
        return {
            name: Anchor(numbers[target.page.idnum], float(target.top or 0))
            for name, target in self.reader.named_destinations.items()
        }

    @cached_property
    def links(self) -> list[Link]:
        """The links inside the document."""
        return [
            Link(number, str(target), self.words(number, _bounds(note["/Rect"])))
            for number, page in enumerate(self.reader.pages, 1)
            for note in _annotations(page)
            if (target := note.get("/Dest") or note.get("/A", {}).get("/D"))
        ]

    @cached_property
    def bookmarks(self) -> list[tuple[str, int]]:
        """Titles and their pages, counted from 1, in reading order."""
        return list(self._bookmarks(self.reader.outline))

    @cached_property
    def figures(self) -> list[str]:
        """The alternative text of every figure in the structure, in reading order."""
        found: list[str] = []
        waiting = [self.root["/StructTreeRoot"]]
        while waiting:
            element = waiting.pop().get_object()
            if not isinstance(element, dict):
                continue
            if element.get("/S") == "/Figure":
                found.append(str(element.get("/Alt", "")))
            below = element.get("/K", [])
            below = below.get_object() if hasattr(below, "get_object") else below
            waiting += reversed(below if isinstance(below, list) else [below])
        return found

    @cached_property
    def fonts(self) -> dict[str, bool]:
        """Every font by its name, without the mark of a subset, and whether it is embedded."""
        found: dict[str, bool] = {}
        for thing in self._objects():
            if isinstance(thing, dict) and thing.get("/Type") == "/FontDescriptor":
                name = str(thing["/FontName"]).removeprefix("/").partition("+")[2] or str(thing["/FontName"])
                embedded = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[name] = found.get(name, True) and embedded
            elif isinstance(thing, dict) and thing.get("/Type") == "/Font" and not _is_described(thing):
                found[str(thing.get("/BaseFont"))] = False
        return found

    @cached_property
    def _drawn(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.path)

    def words(self, page: int, bounds: tuple[float, float, float, float] | None) -> str:
        """The words in a rectangle (left, bottom, right, top, in points), or on the whole page for None."""
        text = self._drawn[page - 1].get_textpage()
        left, bottom, right, top = bounds or (None, None, None, None)
        found = text.get_text_bounded(left=left, bottom=bottom, right=right, top=top)
        return " ".join(HYPHEN.sub("-", found).split())

    def _bookmarks(self, entries: list[Any]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, Destination):
                number = self.reader.get_destination_page_number(entry)
                assert number is not None
                yield str(entry.title), number + 1
            else:
                yield from self._bookmarks(entry)

    def _objects(self) -> Iterator[Any]:
        for number in range(1, len(self.reader.xref_objStm) + sum(map(len, self.reader.xref.values())) + 1):
            yield self.reader.get_object(number)


def _sign(text: pypdfium2.PdfTextPage, index: int) -> Sign:
    raw = pypdfium2.raw
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d or matrix.b)
    left, bottom, right, _ = (side / POINTS for side in text.get_charbox(index))
    return Sign(chr(raw.FPDFText_GetUnicode(text, index)), size, left, bottom, right)


def _annotations(page: Any) -> list[Any]:
    return [note.get_object() for note in page.get("/Annots", [])]


def _bounds(rectangle: Any) -> tuple[float, float, float, float]:
    left, one, right, other = (float(side) for side in rectangle)
    return left, min(one, other), right, max(one, other)


def _grey(thing: pypdfium2.PdfObject) -> float:
    """The grey, 0 to 255, that a printer without colours makes of an object's fill."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pypdfium2.raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
    return 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value


def _contrast(one: float, other: float) -> float:
    """The ratio of contrast between two greys (WCAG 2.2, relative luminance)."""
    light = sorted(_luminance(grey / 255) + 0.05 for grey in (one, other))
    return light[1] / light[0]


def _luminance(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _is_described(font: Any) -> bool:
    """A composite font is described by its descendant."""
    return "/FontDescriptor" in font or "/DescendantFonts" in font or font.get("/Subtype") == "/Type3"
