"""Puts the line that names a file's schema at the top of its text."""

from generator.reading.file_kind import OPENS

BYTE_ORDER_MARK = "\ufeff"


def with_first_line(text: str, line: str) -> str:
    """The text with this first line, in place of one that names another schema; the rest stays as it is."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    first, newline, rest = text.removeprefix(mark).partition("\n")
    end = "\r\n" if first.endswith("\r") else "\n"
    if first.startswith(OPENS.partition("=")[0]):
        return f"{mark}{line}{end if newline else ''}{rest}"
    return f"{mark}{line}{end}{text.removeprefix(mark)}"
