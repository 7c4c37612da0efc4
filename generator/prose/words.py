"""Turns a prose field's Markdown into the words that are read, every sign staying where it stood.

What nobody reads (targets of links, keys of citations, signs of emphasis) becomes spaces, so that a position
in the words is the same position in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.prose.markdown import CITATION, LANGUAGE, LOOSE_CITATION, NARRATIVE_CITATION

_LINK: Final = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\))?[^()\s]*)\)")
_AUTOLINK: Final = re.compile(r"<[^<>\s]+>")
_CITATION: Final = re.compile(rf"{CITATION}|{LOOSE_CITATION.pattern}")
_NARRATIVE: Final = re.compile(NARRATIVE_CITATION)
_SIGNS: Final = str.maketrans("*`\\", "   ")
_UNDERSCORES: Final = re.compile(r"(?<!\w)_|_(?!\w)")
_MARKED: Final = re.compile(r"[\[<@*`\\_]")
_QUOTATION: Final = re.compile(r"“[^“”]*”|‘(?:[^‘’]|’(?=\w))*’|\"[^\"\n]*\"|«[^«»]*»")
_QUOTED_BLOCK: Final = re.compile(r"^[ ]{0,3}>.*(?:\n(?![ \t]*\n).*)*", re.MULTILINE)
REMEMBERED: Final = 20_000
"""Texts with signs of Markdown; a course in two languages has some five thousand."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of another language within a text, as ``[musyawarah](lang:id)`` marks them."""

    language: str
    start: int
    end: int


def words(prose: str) -> str:
    """What is read of a prose field; as long as the field itself."""
    return _words(prose) if _MARKED.search(prose) else prose


@lru_cache(REMEMBERED)
def _words(prose: str) -> str:
    read = prose
    if "[" in prose:
        read = _LINK.sub(_link_text, _CITATION.sub(_blank, prose))
    if "@" in read:
        read = _NARRATIVE.sub(_one_word, read)
    if "<" in read:
        read = _AUTOLINK.sub(_one_word, read)
    if "_" in read:
        read = _UNDERSCORES.sub(" ", read)
    return read.translate(_SIGNS)


def without_quotations(text: str) -> str:
    """A text whose quotations are blank: who quotes a word does not use it."""
    return _QUOTATION.sub(_blank, _QUOTED_BLOCK.sub(_blank, text))


def foreign_words(prose: str) -> Iterator[Foreign]:
    """The words of a prose field that are marked as those of another language."""
    for link in _LINK.finditer(prose) if f"]({LANGUAGE}:" in prose else ():
        scheme, _, language = link["target"].partition(":")
        if scheme == LANGUAGE:
            yield Foreign(language, *link.span("text"))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _one_word(match: re.Match[str]) -> str:
    """Stands where a title or an author's name will be read: one word with a capital, of whatever length."""
    return "X" * len(match[0])


def _link_text(match: re.Match[str]) -> str:
    if not match["text"].strip():
        return " " if match[0].startswith("!") else _one_word(match)
    before = match.start("text") - match.start()
    return " " * before + match["text"] + " " * (len(match[0]) - before - len(match["text"]))
