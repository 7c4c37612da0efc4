"""The theme as rendering needs it: templates, labels, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator.findings.message import severity
from generator.reading.labels import label_files, read_labels
from generator.views.handbook import Setting

PRINT_STYLE_SHEETS: Final = (
    "fonts.css",
    "tokens.css",
    *(
        f"print/{name}.css"
        for name in ("page", "text", "session", "worksheet", "evaluation", "chapter", "figure")
    ),
)
"""What every print document is set with."""


PRINT_SETTINGS: Final = {
    Setting.LARGE_PRINT: "print/large-print.css",
    Setting.BOOKLET: "print/booklet.css",
    Setting.FILLABLE: "print/fillable.css",
}
"""What comes on top for a document that is set otherwise."""


def print_files(theme: Path) -> list[Path]:
    """Everything of the theme that a print depends on besides its templates: style sheets and fonts."""
    sheets = (*PRINT_STYLE_SHEETS, *PRINT_SETTINGS.values())
    return [*(theme / name for name in sheets), *sorted((theme / "fonts").iterdir())]


class ThemeError(Exception):
    """The theme lacks something that a build needs; the message says what."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's folder, and the folders of the course that it is for, which may bring labels along.

    `source` is the course's source language, whose labels stand in for those that another language lacks.
    """

    root: Path
    folders: tuple[Path, ...] = ()
    source: str | None = None
    _read: dict[object, Mapping[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def fonts(self) -> Path:
        return self.root / "fonts"

    @property
    def shared_style_sheets(self) -> tuple[Path, ...]:
        """Letters and colours, the same for site and print."""
        return (self.root / "fonts.css", self.root / "tokens.css")

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def search_script(self) -> str:
        """What the site's search does in the course's language, as JavaScript."""
        return (self.site / "search.js").read_text(encoding="utf-8")

    def labels(self, language: str) -> Mapping[str, Any]:
        """The words that site and handbooks themselves say, in this language.

        Raises:
            ThemeError: The labels cannot be read.
        """
        files = label_files(self.root, self.folders, language, self.source)
        state = language, *(path.stat().st_mtime_ns if path.is_file() else None for path in files)
        if state not in self._read:  # a file that has changed is read again, for who watches while writing
            self._read[state] = self._labels(language)
        return self._read[state]

    def _labels(self, language: str) -> Mapping[str, Any]:
        labels = read_labels(self.root, self.folders, language, self.source)
        errors = [finding for finding in labels.findings if severity(finding) == "error"]
        if errors or not labels.words:
            shown = errors[0].place.source.path if errors else self.root / "labels"
            raise ThemeError(f"{shown}: not readable as labels")
        return labels.words
