"""An imprint's stand-in is replaced by the digest in the finished file, and nothing else changes."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf, Stream

from generator.publishing.errors import PrintEngineError
from generator.publishing.imprint import open_imprint, with_digest
from generator.rendering.print import DIGEST_PLACE

STAND_IN = "<" + ">0<".join(f"{glyph:04x}" for glyph in range(0x20, 0x30)) + ">"
"""As an engine writes it: sign after sign with a distance between them."""


def book(*contents: str) -> Pdf:
    pdf = Pdf.new()
    for content in contents:
        page = pdf.add_blank_page()
        page.obj.Contents = Stream(pdf, content.encode())
    return pdf


def written(pdf: Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


def contents(data: bytes) -> list[str]:
    return [page.Contents.read_bytes().decode() for page in Pdf.open(io.BytesIO(data)).pages]


@given(st.text("0123456789abcdef", min_size=16, max_size=64))
def test_the_digest_stands_where_the_stand_in_stood(digest: str) -> None:
    pdf = book("BT (a) Tj ET", f"BT [{STAND_IN}] TJ ET")
    imprint = open_imprint(pdf, STAND_IN)
    first, second = contents(with_digest(written(pdf), imprint, digest))
    signs = [f"{0x20 + DIGEST_PLACE.index(sign):04x}" for sign in digest[:16]]
    assert first == "BT (a) Tj ET"
    assert second == f"BT [<{'>0<'.join(signs)}>] TJ ET"


def test_only_as_many_bytes_change_as_the_page_has() -> None:
    pdf = book(f"[{STAND_IN}] TJ")
    imprint = open_imprint(pdf, STAND_IN)
    before = written(pdf)
    after = with_digest(before, imprint, "f" * 64)
    assert len(after) == len(before)
    assert sum(one != other for one, other in zip(before, after, strict=True)) < len(STAND_IN) + 8


@pytest.mark.parametrize("pages", [(), ("",), (STAND_IN, STAND_IN)])
def test_a_stand_in_that_is_not_on_one_page_is_told(pages: tuple[str, ...]) -> None:
    with pytest.raises(PrintEngineError):
        open_imprint(book(*pages), STAND_IN)


def test_a_file_without_its_imprint_is_told() -> None:
    imprint = open_imprint(book(STAND_IN), STAND_IN)
    with pytest.raises(PrintEngineError):
        with_digest(b"%PDF-1.7", imprint, "0" * 64)
