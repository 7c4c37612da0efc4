"""What the preview's server answers: a page or a file, ready to be sent."""

import mimetypes
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Final

TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
"""Those of the site; the machine's own tables may lack or mistake some."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body with its type, and further headers."""

    body: bytes
    type: str
    status: HTTPStatus = HTTPStatus.OK
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page."""
        return self.type == TYPES[".html"]


def type_of(name: str) -> str:
    """The type of a file, told by its name."""
    suffix = Path(name).suffix.lower()
    return TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def page(html: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """A page."""
    return Answer(html.encode(), TYPES[".html"], status)


def text(name: str, content: str) -> Answer:
    """A text file."""
    return Answer(content.encode(), type_of(name))


def moved(address: str) -> Answer:
    """Another address to look at."""
    return Answer(b"", TYPES[".html"], HTTPStatus.FOUND, {"Location": address})


def file(folder: Path, path: str) -> Answer | None:
    """A file below a folder; None where there is none, or where the path leads out of it."""
    try:
        found = (folder / path).resolve()
        if not found.is_relative_to(folder.resolve()) or not found.is_file():
            return None
        return Answer(found.read_bytes(), type_of(found.name))
    except (OSError, RuntimeError, ValueError):  # it may not be read, or no file can have such a name
        return None
