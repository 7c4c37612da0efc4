"""Turns the records of two builds into a table: what a change adds to minutes and pages, or takes away."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.publishing.record import Record

WORDS: Final = {
    "id": {
        "minutes": "Menit",
        "pages": "Halaman",
        "before": "sebelum",
        "after": "sesudah",
        "difference": "selisih",
        "sessions": "Semua sesi",
        "files": "Semua PDF ({language})",
        "same": "Tidak ada yang berubah.",
    },
    "en": {
        "minutes": "Minutes",
        "pages": "Pages",
        "before": "before",
        "after": "after",
        "difference": "difference",
        "sessions": "All sessions",
        "files": "All PDFs ({language})",
        "same": "Nothing has changed.",
    },
}
ABSENT: Final = "–"
"""What stands for a session or file that is only in the other build."""


def comparison(before: Record, after: Record, language: str) -> str:
    """Two Markdown tables, of minutes and of pages: the totals, and every session and PDF that differs.

    Args:
        before: The record of the build without the change; one without files gives a table of what is new.
        after: The record of the build with it.
        language: Of the headings: ``id``, or any other for English.
    """
    words = WORDS["id" if language == "id" else "en"]
    minutes = [(words["sessions"], sum(before.minutes.values()), sum(after.minutes.values()))]
    pages = list(_pages_of_languages(_pages(before), _pages(after), words["files"]))
    return "\n\n".join(
        [
            _table("minutes", [*minutes, *_differing(before.minutes, after.minutes)], words),
            _table("pages", [*pages, *_differing(_pages(before), _pages(after))], words),
        ]
    )


Row = tuple[str, int | None, int | None]
"""What it is, and its number before and after; None where it is not there."""


def _pages(record: Record) -> dict[str, int]:
    return {name: int(facts["pages"]) for name, facts in record.files.items() if "pages" in facts}


def _pages_of_languages(before: Mapping[str, int], after: Mapping[str, int], name: str) -> Iterator[Row]:
    for language in sorted({path.partition("/")[0] for path in (*before, *after)}):
        yield name.format(language=language), _sum(before, language), _sum(after, language)


def _sum(pages: Mapping[str, int], language: str) -> int:
    return sum(number for path, number in pages.items() if path.startswith(f"{language}/"))


def _differing(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Row]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield f"`{name}`", before.get(name), after.get(name)


def _table(title: str, rows: list[Row], words: Mapping[str, str]) -> str:
    head = f"| {words[title]} | {words['before']} | {words['after']} | {words['difference']} |"
    lines = [head, "| --- | ---: | ---: | ---: |", *map(_line, rows)]
    if all(before == after for _, before, after in rows):
        lines += ["", words["same"]]
    return "\n".join(lines)


def _line(row: Row) -> str:
    name, before, after = row
    difference = (after or 0) - (before or 0)
    cells = [str(number) if number is not None else ABSENT for number in (before, after)]
    return f"| {name} | {cells[0]} | {cells[1]} | {difference:+d} |"
