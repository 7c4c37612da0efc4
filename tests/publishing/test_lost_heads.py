"""The head of a table is printed on each of its pages, or the build says that it cannot be."""

import pytest

from generator.publishing.errors import PrintEngineError
from generator.publishing.paper import A4
from generator.publishing.print_engine import PrintEngine
from tests.publishing.built import SAMPLE, THEME


@pytest.fixture(scope="module")
def engine() -> PrintEngine:
    return PrintEngine(THEME.root, SAMPLE / "modules", A4)


def page_of(head: str, *rows: str, height: str = "1cm") -> str:
    body = "".join(f'<tr><td style="height: {height}">{row}</td></tr>' for row in rows)
    table = f"<table><thead><tr><th>{head}</th></tr></thead><tbody>{body}</tbody></table>"
    return f'<!doctype html><html lang="id"><title>Tabel</title><body>{table}</body></html>'


def test_a_head_is_repeated_on_every_page(engine: PrintEngine) -> None:
    assert engine.pdf(page_of("Kepala", *map(str, range(60))), "sheet").pages > 1


def test_a_head_that_leaves_no_room_for_a_row_is_told(engine: PrintEngine) -> None:
    with pytest.raises(PrintEngineError) as caught:
        engine.pdf(page_of("Kepala yang panjang", "baris", height="25cm"), "sheet")
    assert "sheet: kepala tabel “Kepala yang panjang”" in caught.value.in_language("id")


def test_a_head_that_is_lost_in_one_document_is_not_told_of_the_next(engine: PrintEngine) -> None:
    with pytest.raises(PrintEngineError):
        engine.pdf(page_of("Kepala", "baris", height="25cm"), "sheet")
    assert engine.pdf(page_of("Kepala", "baris"), "next").pages == 1
