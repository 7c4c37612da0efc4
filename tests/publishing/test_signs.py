"""Every sign that the check lets through is printed in our fonts, however it is set."""

import re
from html import escape
from pathlib import Path

from generator.checking.signs import DRAWN_WITHOUT_FONT, ORDINARY, check_signs
from generator.findings.finding import Place, SourceText
from generator.publishing.paper import A4
from generator.publishing.print_engine import PrintEngine
from generator.reading.tree import Scalar
from generator.reading.typefaces import signs_of_books
from generator.views.handbook import Setting
from tests.publishing.built import SAMPLE, THEME
from tests.publishing.pdf_file import PdfFile

FACES = "regular", "bold", "italic", "bold italic", "heading"
OUR_FONTS = re.compile("(Atkinson-?Hyperlegible-?Next|Literata)")


def let_through() -> list[str]:
    unseen = re.compile(f"[{ORDINARY}{DRAWN_WITHOUT_FONT}]")
    every = (chr(number) for number in range(0x110000))
    return sorted({sign for sign in every if unseen.fullmatch(sign)} | signs_of_books(THEME.root))


def test_every_sign_that_is_let_through_is_printed_in_our_fonts(tmp_path: Path) -> None:
    signs = let_through()
    assert len(signs) > 300
    text = Scalar("".join(signs), Place(SourceText("signs.yaml")))
    assert list(check_signs([text], THEME.root)) == []
    printed = PrintEngine(THEME.root, SAMPLE / "modules", A4).pdf(document(signs), "signs", Setting.STANDARD)
    (tmp_path / "signs.pdf").write_bytes(printed.data)
    fonts = PdfFile(tmp_path / "signs.pdf").fonts
    assert all(fonts.values())
    assert [name for name in fonts if not OUR_FONTS.match(name)] == []
    assert len(fonts) == len(FACES), "each face is there: a sign was set in it"


def document(signs: list[str]) -> str:
    """A document with each sign in each face, between two letters and in a paragraph of its own."""
    said = [f"a{escape(sign)}b" for sign in signs]
    blocks = "".join(
        f"<p>{one} <strong>{one}</strong> <em>{one}</em> <strong><em>{one}</em></strong></p><h2>{one}</h2>"
        for one in said
    )
    style = "<style>h2 { font-size: 10pt; margin: 0 }</style>"
    return f'<!doctype html><html lang="id"><title>Tanda</title>{style}<body>{blocks}</body></html>'
