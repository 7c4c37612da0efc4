"""Finds the table heads that a layout left out."""

from collections.abc import Iterator
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import TableBox


def lost_heads(laid_out: Document) -> list[str]:
    """What stands in the heads of tables that begin or go on a page without theirs.

    WeasyPrint leaves a head out, without a word, where it and one row do not fit on a page together.
    """
    return [
        " ".join(" ".join(head.itertext()).split())
        for table in _tables(laid_out)
        if (head := table.element.find("thead")) is not None and not _has_head(table)
    ]


def _tables(laid_out: Document) -> Iterator[Any]:
    for page in laid_out.pages:
        for box in page._page_box.descendants():
            if isinstance(box, TableBox) and box.element is not None:
                yield box


def _has_head(table: Any) -> bool:
    return any(group.is_header for group in table.children)
