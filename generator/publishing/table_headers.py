"""Keeps the names of table headers apart where several PDFs are bound into one."""

from typing import Any

import pydyf


def name_headers(pdf: pydyf.PDF, part: str) -> None:
    """Let the names by which cells find their headers begin with the part's.

    WeasyPrint counts them anew in each file. The same name object stands at the header and at its cells.

    Args:
        pdf: A part of a book, not yet written.
        part: A name that no other part of the book has.
    """
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("S") == "/TH" and "ID" in thing:
            name: Any = thing["ID"]
            name.string = f"{part}/{name.string}"
