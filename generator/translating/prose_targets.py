"""Tells what a text points to, and what is left of it without that."""

import re
from typing import Final

from generator.prose.markdown import LANGUAGE, NARRATIVE_CITATION
from generator.prose.mentions import mentions

LINK: Final = re.compile(r"(?<!\\)\]\(\s*<?[^)\s>]+[^)]*\)")
ADDRESS: Final = re.compile(r"<(?:https?|mailto):[^>\s]+>")
CITATION: Final = re.compile(rf"(?<!\\)\[@[^\]\[]*\]|{NARRATIVE_CITATION}")


def links(text: str) -> frozenset[str]:
    """The targets of links, cross-references and images; marks of a language are none."""
    found = (mention.target for mention in mentions(text) if mention.kind != "citation")
    return frozenset(target for target in found if not target.startswith(f"{LANGUAGE}:"))


def citations(text: str) -> frozenset[str]:
    """The keys of the works that a text cites."""
    return frozenset(mention.target for mention in mentions(text) if mention.kind == "citation")


def without_targets(text: str) -> str:
    """The text with neither the targets of links nor citations."""
    text = LINK.sub("] ", text) if "](" in text else text
    text = ADDRESS.sub(" ", text) if "<" in text else text
    return CITATION.sub(" ", text) if "@" in text else text
