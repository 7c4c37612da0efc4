"""Keeps the page numbers in contents and references right.

WeasyPrint 70 notes which numbers wait for a target's page, to set them anew when that page moves; but for
`target-counter(attr(href), page)` it notes them without the target's name, so a number that moves late stays
wrong without a warning. Here the name is added where it is noted.
"""

from typing import Any
from urllib.parse import unquote

from weasyprint.css.targets import TargetCollector


def name_targets() -> None:
    """Lets WeasyPrint note the targets of links by their names. Calling it again changes nothing."""
    if TargetCollector.collect_missing_counters is not _collect:
        TargetCollector.collect_missing_counters = _collect


_original = TargetCollector.collect_missing_counters


def _collect(
    collector: Any,
    box: Any,
    css_token: str,
    parse_again: Any,
    missing: Any,
    missing_of_targets: dict[str | None, list[str]],
) -> None:
    address = box.element.get("href", "") if box.element is not None else ""
    if None in missing_of_targets and address.startswith("#"):
        missing_of_targets[unquote(address[1:])] = missing_of_targets.pop(None)
    _original(collector, box, css_token, parse_again, missing, missing_of_targets)
