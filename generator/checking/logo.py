"""The organisation's logo is a picture that can be printed, and runs nothing in a browser."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Final

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.course import Course
from generator.reading.loading import Curriculum

MAX_BYTES: Final = 300_000
"""A logo stands in every handbook and on every copy of the site, which go by phone."""
PNG: Final = b"\x89PNG\r\n\x1a\n"
NOT_DRAWN: Final = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set"}
)
FETCHES: Final = re.compile(r"@import|url\(\s*['\"]?(?!#)", re.IGNORECASE)
"""In a style: what takes something from elsewhere."""
ENTITY: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_logo(course: Course, curriculum: Curriculum) -> Iterator[Problem]:
    """Check the picture that course.yaml names, if it names one."""
    logo = course.organisation.logo
    if logo is None:
        return
    what = _fault(curriculum.path(logo)) if curriculum.has(logo) else "logo-missing"
    if what:
        yield Problem("O08", layout.COURSE, ("organisation", "logo"), {"file": logo, "what": what})


def _fault(path: FilePath) -> str | None:
    try:
        data = path.read_bytes()
    except OSError:
        return "logo-missing"
    if len(data) > MAX_BYTES:
        return "logo-large"
    if path.suffix == ".png":
        return None if data.startswith(PNG) else "logo-damaged"
    return _fault_of_drawing(data)


def _fault_of_drawing(data: bytes) -> str | None:
    if ENTITY.search(data):
        return "logo-active"  # entities can grow a small file beyond all memory
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError):
        return "logo-damaged"
    if _local(root.tag) != "svg":
        return "logo-damaged"
    return "logo-active" if any(map(_is_active, root.iter())) else None


def _is_active(element: ElementTree.Element) -> bool:
    """Whether an element of a drawing could run something, or take something from elsewhere."""
    if _local(element.tag) in NOT_DRAWN or FETCHES.search(element.text or ""):
        return True
    for name, value in element.attrib.items():
        key = _local(name)
        if key.startswith("on") or FETCHES.search(value):
            return True
        if key in ("href", "src") and not value.strip().startswith(
            ("#", "data:image/png", "data:image/jpeg")
        ):
            return True
    return False


def _local(name: object) -> str:
    """A name without its namespace, in small letters; comments have none."""
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""
