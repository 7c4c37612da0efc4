"""The theme as rendering needs it: templates, labels, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.reading.tree import to_data
from generator.reading.yaml_file import read_yaml

FALLBACK_LANGUAGE: Final = "en"
PRINT_STYLE_SHEETS: Final = (
    "fonts.css",
    "tokens.css",
    *(
        f"print/{name}.css"
        for name in ("page", "text", "session", "worksheet", "evaluation", "chapter", "figure")
    ),
)
"""What every print document is set with."""


class ThemeError(Exception):
    """The theme lacks something that a build needs; the message says what."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's folder."""

    root: Path

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
        path = self.root / "labels" / f"{language}.yaml"
        if not path.is_file():
            path = self.root / "labels" / f"{FALLBACK_LANGUAGE}.yaml"
        file = read_yaml(path, path.as_posix())
        data = to_data(file.tree) if file.tree and not file.findings else None
        if not isinstance(data, dict):
            raise ThemeError(f"{path}: not readable as labels")
        return data
