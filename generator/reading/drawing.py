"""Looks at an SVG drawing: it draws and does nothing else, takes nothing from elsewhere, and is drawn soon.

What may stand in it is listed; anything else is refused. So a drawing can be opened by itself in a browser,
too, where a script in it would run as if it were the site's own.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from generator.model.limits import MAX_ATTRIBUTE, MAX_ELEMENTS, MAX_ELEMENTS_DEEP, MAX_NUMBER
from generator.reading.picture import PictureFault, fault_of_jpeg, fault_of_png, fault_of_size

SVG: Final = "http://www.w3.org/2000/svg"
ACTIVE_LANGUAGES: Final = frozenset(
    {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2001/xml-events",
    }
)
"""What a browser does not pass over, as it does what drawing programs note for themselves."""
DRAWN: Final = frozenset(
    "svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan textPath "
    "use symbol marker linearGradient radialGradient stop clipPath mask image style switch".split()
)
MOVING: Final = frozenset("animate animateColor animateMotion animateTransform set discard mpath".split())
HEAVY: Final = re.compile(r"filter|pattern|fe[A-Z]\w*")
TAKES: Final = re.compile(
    r"@|\\|url\((?!\s*[\"']?#)|(?:image|image-set|src|cross-fade|element|expression)\(", re.IGNORECASE
)
"""In a style: what takes something from elsewhere, or may write it in another way."""
CALLS: Final = re.compile(r"(?:java|vb)script:|url\((?!\s*[\"']?#)", re.IGNORECASE)
OWN: Final = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
COLOUR_OR_NAME: Final = re.compile(r"#[\w-]+")
NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
LENGTH: Final = re.compile(r"\s*([-+0-9.eE]+)\s*(?:px|pt|pc|mm|cm|in|em|ex|rem)?\s*")
NO_NUMBERS: Final = frozenset({"id", "class", "href", "lang", "space", "label", "role", "font-family"})
EMBEDDED: Final = {"data:image/png;base64,": fault_of_png, "data:image/jpeg;base64,": fault_of_jpeg}
MOST_STEPS: Final = 200
"""References that lead to one another, with the elements between them."""


class _FaultyError(Exception):
    def __init__(self, what: str) -> None:
        self.what = what


@dataclass(eq=False, slots=True)
class _Element:
    """An element with what it holds, and what it refers to, with how often that is drawn for it."""

    inside: "list[_Element]" = field(default_factory=list)
    refers: list[tuple[str, int]] = field(default_factory=list)


def fault_of_drawing(data: bytes) -> PictureFault | None:
    """What is wrong with a drawing, and where in its file."""
    return _Looking().fault(data)


class _Looking:
    """Reads a drawing element by element, and stops at the first that may not be there."""

    def __init__(self) -> None:
        self.root: _Element | None = None
        self.open: list[_Element] = []
        self.named: dict[str, _Element] = {}
        self.count = 0
        self.in_style = False
        self.style: list[str] = []
        self.costs: dict[int, int] = {}
        self.parser = self._parser()
        self.place = (1, 1)

    def fault(self, data: bytes) -> PictureFault | None:
        try:
            data.decode("utf-8")
            self.parser.Parse(data, True)
            if self.root is None or self._cost(self.root, 0, set()) > MAX_ELEMENTS:
                raise _FaultyError("picture-heavy")
        except _FaultyError as fault:
            return PictureFault(fault.what, *self.place)
        except (expat.ExpatError, UnicodeDecodeError, ValueError, LookupError):
            return PictureFault("picture-damaged")
        return None

    def _parser(self) -> Any:
        parser: Any = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse  # entities can grow a small file beyond all memory
        parser.ProcessingInstructionHandler = self._refuse  # such as a style sheet from elsewhere
        parser.XmlDeclHandler = self._declared
        return parser

    def _refuse(self, *_: object) -> None:
        raise _FaultyError("picture-active")

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        """Read in one way by us and in another by a browser, it could be two drawings."""
        if (encoding or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            raise _FaultyError("picture-damaged")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        language, _, local = name.rpartition(" ")
        if self.root is None and (language, local) != (SVG, "svg"):
            raise _FaultyError("picture-damaged")
        self._look_at_name(language, local)
        element = _Element()
        self.count += 1
        if self.count > MAX_ELEMENTS or len(self.open) > MAX_ELEMENTS_DEEP:
            raise _FaultyError("picture-heavy")
        corners = 1 + max(len(NUMBER.findall(attributes.get(key, ""))) for key in ("d", "points")) // 2
        for key, value in attributes.items():
            self._look_at(element, local, key.rpartition(" ")[2].rpartition(":")[2], value, corners)
        if self.root is None:
            self.root = element
            self._look_at_size(attributes)
        else:
            self.open[-1].inside.append(element)
        self.open.append(element)
        if "id" in attributes:
            self.named.setdefault(attributes["id"], element)
        self.in_style = self.in_style or local == "style"

    def _look_at_name(self, language: str, local: str) -> None:
        if language == SVG and local not in DRAWN:
            if local in MOVING:
                raise _FaultyError("picture-moves")
            raise _FaultyError("picture-heavy" if HEAVY.fullmatch(local) else "picture-active")
        if language in ACTIVE_LANGUAGES or self.in_style:
            raise _FaultyError("picture-active")

    def _end(self, _name: str) -> None:
        self.open.pop()
        if self.in_style:
            self._look_at_style("".join(self.style))
            self.in_style = False
            self.style.clear()

    def _text(self, text: str) -> None:
        if self.in_style:
            self.style.append(text)

    def _look_at_style(self, style: str) -> None:
        """A style for all elements may not even refer to others: nobody could count how often."""
        if TAKES.search(style) or OWN.search(style):
            raise _FaultyError("picture-active")
        _look_at_numbers(style)

    def _look_at(self, element: _Element, local: str, key: str, value: str, corners: int) -> None:
        if key.lower().startswith("on") or key == "base":
            raise _FaultyError("picture-active")
        if key in ("href", "src"):
            self._look_at_address(element, local, value.strip())
            return
        if len(value) > MAX_ATTRIBUTE:
            raise _FaultyError("picture-heavy")
        if (TAKES if key == "style" else CALLS).search(value):
            raise _FaultyError("picture-active")
        element.refers += [
            (name, corners if key == "style" or "marker" in key else 1) for name in OWN.findall(value)
        ]
        if key not in NO_NUMBERS:
            _look_at_numbers(value)
        if key == "stroke-dasharray":
            _look_at_dashes(value)

    def _look_at_address(self, element: _Element, local: str, value: str) -> None:
        """An address leads to a part of the same drawing, or is a picture itself."""
        if value.startswith("#"):
            element.refers.append((value[1:], 1))
            return
        look = next((look for start, look in EMBEDDED.items() if value.startswith(start)), None)
        if look is None or local != "image":
            raise _FaultyError("picture-active")
        try:
            fault = look(b64decode("".join(value.partition(",")[2].split()), validate=True))
        except binascii.Error:
            fault = PictureFault("picture-damaged")
        if fault:
            raise _FaultyError(fault.what)

    def _look_at_size(self, attributes: dict[str, str]) -> None:
        sides = [attributes[key] for key in ("width", "height") if key in attributes]
        box = attributes.get("viewBox", "").replace(",", " ").split()
        sizes = [tuple(map(_length, sides))] if len(sides) == 2 and not any("%" in s for s in sides) else []
        if box:
            sizes.append(tuple(map(_length, box[2:])))
        for size in sizes:
            if len(size) != 2:
                raise _FaultyError("picture-damaged")
            if fault := fault_of_size(*size):
                raise _FaultyError(fault.what)

    def _cost(self, element: _Element, depth: int, above: set[int]) -> int:
        """How many elements are drawn for one, each as often as something refers to it."""
        key = id(element)
        if key in self.costs:
            return self.costs[key]
        if key in above or depth > MOST_STEPS:
            raise _FaultyError("picture-heavy")
        above.add(key)
        cost = 1
        for other, times in self._drawn_for(element):
            cost += times * self._cost(other, depth + 1, above)
            if cost > MAX_ELEMENTS:
                raise _FaultyError("picture-heavy")
        above.remove(key)
        self.costs[key] = cost
        return cost

    def _drawn_for(self, element: _Element) -> Iterator[tuple[_Element, int]]:
        yield from ((inner, 1) for inner in element.inside)
        yield from ((self.named[name], times) for name, times in element.refers if name in self.named)


def _length(text: str) -> float:
    number = LENGTH.fullmatch(text)
    if not number:
        raise _FaultyError("picture-damaged")
    return float(number[1])


def _look_at_numbers(value: str) -> None:
    """Numbers beyond all paper, and what some readers take for one."""
    plain = COLOUR_OR_NAME.sub("", value)
    if re.search(r"\b(?:nan|inf(?:inity)?)\b", plain, re.IGNORECASE):
        raise _FaultyError("picture-damaged")
    if any(abs(float(number)) > MAX_NUMBER for number in NUMBER.findall(plain)):
        raise _FaultyError("picture-heavy")


def _look_at_dashes(value: str) -> None:
    """Dashes so short that a line is made of millions."""
    numbers = [abs(float(number)) for number in NUMBER.findall(value)]
    if numbers and sum(numbers) < 0.1:
        raise _FaultyError("picture-heavy")
