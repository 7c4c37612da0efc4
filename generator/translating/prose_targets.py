"""Reads off Markdown what it points to, without turning it into HTML."""

import re
from typing import Final

from generator.prose.markdown import LANGUAGE, NARRATIVE_CITATION

LINK: Final = re.compile(r"(?<!\\)\]\(\s*<?(?P<target>[^)\s>]+)[^)]*\)")
ADDRESS: Final = re.compile(r"<(?P<target>(?:https?|mailto):[^>\s]+)>")
CITATION: Final = re.compile(rf"(?<!\\)\[@[^\]\[]*\]|{NARRATIVE_CITATION}")
KEY: Final = re.compile(r"@([a-z][a-z0-9-]*)")


def links(text: str) -> frozenset[str]:
    """The targets of links, cross-references and images; marks of a language are none."""
    if "](" not in text and "<" not in text:
        return frozenset()
    found = {match["target"] for pattern in (LINK, ADDRESS) for match in pattern.finditer(text)}
    return frozenset(target for target in found if not target.startswith(f"{LANGUAGE}:"))


def citations(text: str) -> frozenset[str]:
    """The keys of the works that a text cites."""
    if "@" not in text:
        return frozenset()
    return frozenset(key for match in CITATION.finditer(without_links(text)) for key in KEY.findall(match[0]))


def without_links(text: str) -> str:
    """The text with the words of its links and without their targets."""
    text = LINK.sub("] ", text) if "](" in text else text
    return ADDRESS.sub(" ", text) if "<" in text else text


def without_targets(text: str) -> str:
    """The text with neither the targets of links nor citations."""
    text = without_links(text)
    return CITATION.sub(" ", text) if "@" in text else text
