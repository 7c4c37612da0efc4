"""Finds the tables of a prose field, with what their columns are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.prose.words import words

_RULE: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR: Final = re.compile(r"(?<!\\)\|")
_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the words of its cells, row by row, and where its first line stands in the text."""

    head: _Row
    rows: tuple[_Row, ...]
    start: int
    end: int

    @property
    def unnamed_column(self) -> int | None:
        """The first column, counted from 1, that is called nothing.

        The corner above names of rows may be empty.
        """
        names_rows = any(self.head) and bool(self.rows) and all(row[0] for row in self.rows)
        for number, name in enumerate(self.head, 1):
            if not name and not (number == 1 and names_rows):
                return number
        return None


def tables(prose: str) -> Iterator[Table]:
    """The tables of a prose field; rows between bars without a line of hyphens are one without a head."""
    if "|" not in prose:
        return
    position = 0
    for block in re.split(r"(\n[ \t]*\n)", prose):
        yield from _table(block, position)
        position += len(block)


def _table(block: str, position: int) -> Iterator[Table]:
    lines = block.split("\n")
    first = next((index for index, line in enumerate(lines) if _BAR.search(line)), len(lines))
    rows = [line for line in lines[first:] if _BAR.search(line)]
    if len(rows) < 2:
        return
    start = position + sum(len(line) + 1 for line in lines[:first])
    place = start, start + len(lines[first])
    if _is_rule(rows[1]):
        yield Table(_cells(rows[0]), tuple(_cells(row) for row in rows[2:]), *place)
    elif all(row.strip()[0] == row.strip()[-1] == "|" for row in rows):
        body = tuple(_cells(row) for row in rows if not _is_rule(row))
        yield Table(("",) * len(_cells(rows[0])), body, *place)


def _is_rule(line: str) -> bool:
    return bool(_RULE.fullmatch(line))


def _cells(row: str) -> _Row:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(words(cell).strip() for cell in _BAR.split(inner))
