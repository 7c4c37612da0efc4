"""Limits of a prose field, so that no text makes parser and printer slow or exhausts their stack.

Python-Markdown takes quadratic time over brackets that do not close, and recurses over nested lists and
quotations; WeasyPrint takes quadratic time over paragraphs. What people write comes near no limit.
"""

import re
from functools import lru_cache
from typing import Final

from generator.model.limits import (
    MAX_BARS,
    MAX_BRACKETS,
    MAX_CHARACTERS,
    MAX_INDENTATION,
    MAX_LINES,
    MAX_MARKERS,
)

REMEMBERED: Final = 20_000
"""Texts; a course in two languages has some eleven thousand."""

MOST: Final = {"[": MAX_BRACKETS, "@": MAX_BRACKETS, "<": MAX_BRACKETS, "|": MAX_BARS, "\n": MAX_LINES}
"""How often a sign may stand in a text."""

_DEEP: Final = re.compile(
    rf"^(?: {{{MAX_INDENTATION},}}(?=[-*+>0-9])|[ \t]*(?:(?:>|[-*+]|[0-9]+\.)[ \t]*){{{MAX_MARKERS + 1},}})",
)
_RULE: Final = re.compile(r"^[ \t]*(?:[-*+][ \t]*)+$")


@lru_cache(REMEMBERED)
def exceeds_limits(prose: str) -> bool:
    """Whether a text is too long, may hold too many links, or nests lists and quotations too deeply."""
    if len(prose) > MAX_CHARACTERS or any(prose.count(sign) > most for sign, most in MOST.items()):
        return True
    lines = prose.expandtabs(4).split("\n")
    return any(not _RULE.fullmatch(line) and _DEEP.match(line) for line in lines)
