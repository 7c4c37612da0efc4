"""Turns the theme's style sheets and fonts into the signs that all of a book can be set in."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

STACKS: Final = ("--text-face", "--heading-face")
"""Where `tokens.css` names the families that texts and headings are set in; a text may stand in either."""
CUT: Final = ("font-weight", "font-style")
"""What tells the faces of a family apart; files of the same cut complete each other."""
USUAL: Final = "normal"
"""What holds where a face does not say it."""
WEIGHTS: Final = {"400": USUAL, "700": "bold"}
Declarations = dict[str, list[Any]]


def signs_of_books(theme: Path) -> frozenset[str]:
    """The signs that texts and headings can be set in, upright or italic, regular or bold.

    Fonts of the machine do not count: another one has others.

    Args:
        theme: The theme's folder; `fonts.css` and `tokens.css` there say which fonts are used.
    """
    families = _families(theme)
    stacks = [frozenset().union(*(families.get(name, ()) for name in names)) for names in _stacks(theme)]
    return frozenset.intersection(*stacks) if stacks else frozenset()


def _families(theme: Path) -> dict[str, frozenset[str]]:
    """Each family's signs: those that all of its faces have."""
    cuts: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for face in _declarations(theme / "fonts.css", "@font-face"):
        cut = tuple(_text(face[name]) if name in face else USUAL for name in CUT)
        for file in _values(face.get("src", []), "url"):
            for family in _values(face.get("font-family", []), "string"):
                cuts[family][cut] |= _signs(theme / file)
    return {family: frozenset(set.intersection(*faces.values())) for family, faces in cuts.items()}


def _stacks(theme: Path) -> list[list[str]]:
    """The families, by name, that each kind of text takes its signs from."""
    rules = _declarations(theme / "tokens.css", ":root")
    return [_values(rule[stack], "string") for rule in rules for stack in STACKS if stack in rule]


def _signs(font: Path) -> set[str]:
    """The signs of a font; none where it cannot be read, which the print engine tells."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with font.open("rb") as file, TTFont(file, lazy=True) as opened:
            return set(map(chr, opened.getBestCmap() or ()))
    except (OSError, TTLibError):
        return set()


def _declarations(sheet: Path, head: str) -> Iterator[Declarations]:
    """What the rules with this head say in a style sheet."""
    import tinycss2  # only here, as is fontTools: few texts have a sign for which anybody has to look it up

    css = sheet.read_text(encoding="utf-8")
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if _head(rule) == head:
            parsed = tinycss2.parse_blocks_contents(rule.content or ())
            yield {one.name: one.value for one in parsed if one.type == "declaration"}


def _head(rule: Any) -> str:
    match rule.type:
        case "at-rule":
            return f"@{rule.lower_at_keyword}"
        case "qualified-rule":
            return _text(rule.prelude)
    return ""


def _values(tokens: list[Any], kind: str) -> list[str]:
    return [token.value for token in tokens if token.type == kind]


def _text(tokens: list[Any]) -> str:
    written = "".join(token.serialize() for token in tokens).strip()
    return WEIGHTS.get(written, written)
