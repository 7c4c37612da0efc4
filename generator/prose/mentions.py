"""Finds what prose points to: its links, images and citations.

Most texts point to nothing, and what a text points to depends on nothing else: a text is read by paragraphs,
only those that may hold a mention, and each of them once, however often a course is checked.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Final, Literal

from markdown import Markdown

from generator.prose.markdown import course_markdown, is_language, target_of

_MARKS: Final = re.compile(r"[\[<@]")
_BETWEEN_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_SIMPLE: Final = re.compile(
    r"\[(?P<keys>@[a-z][a-z0-9-]*(?: *; *@[a-z][a-z0-9-]*)*)\]"
    r"|(?P<mark>!?)\[(?P<text>[^][|@<`\\\n]*)\]\((?P<target>[^][()|<>&\"'`\\\s]+)\)"
)
"""A citation, a link or an image that cannot be read in two ways."""
_UNCLEAR: Final = re.compile(r"[\[<@`\\\x02\x03]")
"""What, beside simple mentions, may be one, or may change what they are."""
REMEMBERED: Final = 20_000
"""Paragraphs; those with mentions in a course in two languages are a tenth of that."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that prose points to; `text` is what stands for it, maybe with signs of emphasis."""

    kind: Literal["link", "image", "citation"]
    target: str
    text: str


class _Nameless:
    """Names of no course: what is pointed to is the same whether it is there or not."""

    def title(self, scheme: str, slug: str) -> str | None:
        return None

    def citation(self, key: str) -> str | None:
        return None

    def citation_language(self, key: str) -> str | None:
        return None


def mentions(prose: str) -> Iterator[Mention]:
    """The links, images and citations of a prose field, paragraph by paragraph."""
    if _MARKS.search(prose):
        for paragraph in _BETWEEN_PARAGRAPHS.split(prose):
            if _MARKS.search(paragraph):
                yield from _mentions(paragraph)


@lru_cache(REMEMBERED)
def _mentions(paragraph: str) -> tuple[Mention, ...]:
    if not _UNCLEAR.search(_SIMPLE.sub("", paragraph)):
        return tuple(_read(paragraph))
    with _lock:
        return tuple(_found(_tree(paragraph)))


def _read(paragraph: str) -> Iterator[Mention]:
    """The mentions of a paragraph in which there are simple ones only; this takes no tenth of the time."""
    for simple in _SIMPLE.finditer(paragraph):
        if simple["keys"]:
            yield from (Mention("citation", key, key) for key in re.findall(r"@([a-z0-9-]+)", simple["keys"]))
        elif simple["mark"]:
            yield Mention("image", simple["target"], simple["text"])
        else:
            yield from _link(simple["target"], simple["text"])


def _tree(paragraph: str) -> ElementTree.Element:
    """The paragraph's elements; they are not turned into HTML, which would take as long again."""
    markdown = _markdown()
    markdown.reset()
    lines = paragraph.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    markdown.parser.parseDocument(lines)
    markdown.treeprocessors["inline"].run(markdown.parser.root)
    return markdown.parser.root


@cache
def _markdown() -> Markdown:
    return course_markdown(_Nameless())


def _found(root: ElementTree.Element) -> Iterator[Mention]:
    for element in root.iter():
        if element.tag == "img":
            yield Mention("image", element.get("src", ""), element.get("alt", ""))
        elif element.tag == "a":
            yield from _link(target_of(element), "".join(element.itertext()))


def _link(target: str, text: str) -> Iterator[Mention]:
    scheme, _, slug = target.partition(":")
    if scheme == "reference":
        yield Mention("citation", slug, text)
    elif not is_language(scheme, slug):
        yield Mention("link", target, text)


_lock: Final = Lock()
