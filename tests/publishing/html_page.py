"""Turns a page's HTML into a small tree: its text, ids, links and elements by class."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNREAD = frozenset({"script", "style", "template", "svg"})
"""Elements whose text nobody reads; a drawing's title is heard."""
TITLE = re.compile(r"(?<=<title>).*?(?=</title>)", re.DOTALL)
ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None = field(default=None, repr=False)
    children: list[Element | str] = field(default_factory=list, repr=False)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def walk(self, without: Collection[str] = ()) -> Iterator[Element]:
        """This element and all below, but for the elements of some classes."""
        yield self
        for child in self.children:
            if isinstance(child, Element) and child.classes.isdisjoint(without):
                yield from child.walk(without)

    def all(self, *tags: str, with_class: str | None = None) -> list[Element]:
        return [
            element
            for element in self.walk()
            if (not tags or element.tag in tags) and (with_class is None or with_class in element.classes)
        ]

    def one(self, *tags: str, with_class: str | None = None) -> Element:
        found = self.all(*tags, with_class=with_class)
        assert len(found) == 1, f"{len(found)} times {tags} {with_class}"
        return found[0]

    def by_id(self, name: str) -> Element:
        return next(element for element in self.walk() if element.attributes.get("id") == name)

    def text(self, without: Collection[str] = ()) -> str:
        """The text as it is read, white space as it stands."""
        pieces: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                pieces.append(child)
            elif child.tag == "svg":
                pieces += [title.text() for title in child.all("title")]
            elif child.tag not in UNREAD and child.classes.isdisjoint(without):
                pieces.append(child.text(without))
        return "".join(pieces)

    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text().split())

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.walk() if "id" in element.attributes]

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """Tag and address of everything that is linked or loaded."""
        return [
            (element.tag, element.attributes[name])
            for element in self.walk()
            if (name := ADDRESSES.get(element.tag)) and name in element.attributes
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = self.root
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self.open
        while element is not None and element.tag != tag:
            element = element.parent
        if element is None or element.parent is None:
            self.faults.append(f"</{tag}> closes nothing, line {self.getpos()[0]}")
            return
        if element is not self.open:
            self.faults.append(f"<{self.open.tag}> is not closed before </{tag}>, line {self.getpos()[0]}")
        self.open = element.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def parse(html: str) -> Element:
    """The tree of a page or a part of one."""
    return _read(html).root


def parse_file(path: Path) -> Element:
    return parse(path.read_text(encoding="utf-8"))


def unbalanced(html: str) -> list[str]:
    """The tags that do not match."""
    reader = _read(html)
    if reader.open is not reader.root:
        reader.faults.append(f"<{reader.open.tag}> is never closed")
    return reader.faults


def squashed(text: str) -> str:
    """A text without its white space and soft hyphens, so that only what is read is compared."""
    return "".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def _read(html: str) -> _Reader:
    reader = _Reader()
    # In a title browsers see text only; this version of the parser would see elements.
    reader.feed(TITLE.sub(lambda match: match[0].replace("<", "&lt;"), html, count=1))
    reader.close()
    return reader
