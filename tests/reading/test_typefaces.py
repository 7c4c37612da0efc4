"""The signs of books: those that every face has in which a text may be set."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from generator.reading.typefaces import signs_of_books

STACKS = ':root { --text-face: "Text", sans-serif; --heading-face: "Heading", "Georgia", serif; }'


def font(signs: str) -> bytes:
    """A font that has these signs and no drawing for them."""
    builder = FontBuilder(1000, isTTF=True)
    names = {ord(sign): f"sign{ord(sign):04X}" for sign in signs}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


@pytest.fixture
def signs(tmp_path: Path) -> Callable[..., str]:
    """A function that gives a theme faces (family, what else is said of it, signs), and tells what it has."""

    def signs_of_theme(*faces: tuple[str, str, str], stacks: str = STACKS) -> str:
        rules = []
        for number, (family, said, its_signs) in enumerate(faces):
            (tmp_path / f"{number}.ttf").write_bytes(font(its_signs))
            rules.append(f'@font-face {{ font-family: "{family}"; {said}; src: url({number}.ttf) }}')
        (tmp_path / "fonts.css").write_text("\n".join(rules), encoding="utf-8")
        (tmp_path / "tokens.css").write_text(stacks, encoding="utf-8")
        return "".join(sorted(signs_of_books(tmp_path)))

    return signs_of_theme


BOLD, ITALIC, REGULAR = "font-weight: 700", "font-style: italic", "font-weight: 400; font-style: normal"


def test_a_sign_is_in_the_faces_of_texts_and_of_headings(signs: Callable[..., str]) -> None:
    assert signs(("Text", REGULAR, "abc"), ("Heading", BOLD, "bcd")) == "bc"


def test_a_sign_is_in_every_face_of_its_family(signs: Callable[..., str]) -> None:
    faces = ("Text", "", "abc"), ("Text", BOLD, "ab"), ("Text", ITALIC, "bc"), ("Heading", BOLD, "abc")
    assert signs(*faces) == "b"


def test_files_of_the_same_cut_complete_each_other(signs: Callable[..., str]) -> None:
    faces = ("Text", "", "ab"), ("Text", REGULAR, "č"), ("Heading", BOLD, "abč")
    assert signs(*faces) == "abč"
    assert signs(*faces, ("Text", BOLD, "ab"), ("Text", "font-weight: bold", "č")) == "abč"


def test_a_family_named_after_another_fills_its_gaps(signs: Callable[..., str]) -> None:
    stacks = ':root { --text-face: "Text", "More"; --heading-face: "Heading", "More"; }'
    faces = ("Text", "", "ab"), ("Heading", BOLD, "ab"), ("More", "", "č")
    assert signs(*faces, stacks=stacks) == "abč"
    assert signs(*faces) == "ab", "a font that no style sheet names is not used"


def test_a_font_that_cannot_be_read_has_no_signs(signs: Callable[..., str], tmp_path: Path) -> None:
    signs(("Text", "", "a"), ("Heading", "", "a"))
    (tmp_path / "0.ttf").write_bytes(b"no font")
    assert signs_of_books(tmp_path) == frozenset()
    (tmp_path / "0.ttf").unlink()
    assert signs_of_books(tmp_path) == frozenset()
