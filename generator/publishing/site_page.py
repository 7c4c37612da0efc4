"""What MkDocs makes of a site, as it is kept from build to build: a page, and the frame around all pages."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

SEARCH: Final = "search.json"
"""Beside the files of a frame: the settings of the search."""


@dataclass(frozen=True, slots=True)
class LinkedAnchor:
    """A place on a page that another, or the same, links to; `link` is how it is written there."""

    page: str
    anchor: str
    link: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """A finished page with what others must know of it.

    `entries` are its entries of the search's index, each as JSON; `anchors` are the places on it, `linked`
    those that it links to; `classes` are those that its elements have.
    """

    html: str
    entries: tuple[str, ...]
    anchors: tuple[str, ...]
    linked: tuple[LinkedAnchor, ...]
    classes: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """The page as it is kept."""
        linked = [(one.page, one.anchor, one.link) for one in self.linked]
        return json.dumps(
            [self.html, self.entries, self.anchors, linked, self.classes], ensure_ascii=False
        ).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "SitePage":
        """The page that was kept."""
        html, entries, anchors, linked, classes = json.loads(kept)
        links = tuple(LinkedAnchor(*one) for one in linked)
        return cls(html, tuple(entries), tuple(anchors), links, tuple(classes))


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What MkDocs makes besides pages: `files` by their path, and the settings of the search as JSON."""

    files: Mapping[str, bytes]
    search: str

    def to_bytes(self) -> bytes:
        """The frame as it is kept."""
        kept = BytesIO()
        with zipfile.ZipFile(kept, "w") as archive:
            archive.writestr(SEARCH, self.search)
            for name, content in self.files.items():
                archive.writestr(f"files/{name}", content)
        return kept.getvalue()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "SiteFrame":
        """The frame that was kept."""
        with zipfile.ZipFile(BytesIO(kept)) as archive:
            files = {
                name.removeprefix("files/"): archive.read(name)
                for name in archive.namelist()
                if name != SEARCH
            }
            return cls(files, archive.read(SEARCH).decode())
