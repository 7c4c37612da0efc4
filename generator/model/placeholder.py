"""Placeholders stand in a first draft where somebody still has to write: ``(TULIS judul sesi)``."""

import re
from collections.abc import Iterator
from typing import Final

MARKS: Final = {"id": "TULIS", "en": "WRITE"}
"""The word that opens a placeholder, by language; in any other language it is the English one."""
_PLACEHOLDER: Final = re.compile(rf"\((?:{'|'.join(MARKS.values())}) [^()]*\)")


def placeholder(what: str, language: str) -> str:
    """The placeholder for a text, by what is to be written there."""
    return f"({MARKS.get(language, MARKS['en'])} {what})"


def is_placeholder(text: str) -> bool:
    """Whether nothing of a text is written yet."""
    return bool(_PLACEHOLDER.fullmatch(text.strip()))


def placeholders(text: str) -> Iterator[str]:
    """The placeholders that stand in a text."""
    return (found[0] for found in _PLACEHOLDER.finditer(text))
