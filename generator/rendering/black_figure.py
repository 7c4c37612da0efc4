"""The theme's figures as a laser printer can print them: black lines and areas on white."""

import re
from typing import Final
from urllib.parse import quote

LIGHT: Final = frozenset({"#cfe3da", "#fffdf9"})
"""The colours that the figures have for paper and for tinted areas; on paper both are white."""
_COLOUR: Final = re.compile(r'\b(fill|stroke)="(#[0-9a-fA-F]{6})"')


def in_black(svg: str) -> str:
    """The figure with each of its colours made black or white."""
    return _COLOUR.sub(lambda match: f'{match[1]}="{_black_or_white(match[2])}"', svg)


def _black_or_white(colour: str) -> str:
    return "#fff" if colour.lower() in LIGHT else "#000"


def data_address(svg: str) -> str:
    """The picture as an address that holds all of it, for style sheets."""
    return f"data:image/svg+xml,{quote(svg)}"
