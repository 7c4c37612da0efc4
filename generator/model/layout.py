"""Where each part of a course stands in the curriculum's folder, relative to it."""

from typing import Final

COURSE: Final = "course.yaml"
CONTACTS: Final = "contacts.yaml"
GLOSSARY: Final = "glossary.yaml"
REFERENCES: Final = "references.yaml"
SCALES: Final = "scales.yaml"
WORDING: Final = "wording.yaml"
LABELS: Final = "labels.yaml"
"""Stands only in translations: what site and books say themselves, where the theme lacks it."""


def programme_file(programme: str) -> str:
    return f"programmes/{programme}.yaml"


def module_file(module: str) -> str:
    return f"modules/{module}/module.yaml"


def chapter_file(chapter: str) -> str:
    return f"chapters/{chapter}.yaml"


def evaluation_file(module: str | None) -> str:
    """A module's evaluation; the course's own for None."""
    return f"{_home(module)}evaluation.yaml"


def session_file(module: str, session: str) -> str:
    return f"modules/{module}/sessions/{session}.yaml"


def worksheet_file(module: str | None, worksheet: str) -> str:
    """A module's worksheet; one of the course's own for None."""
    return f"{_home(module)}worksheets/{worksheet}.yaml"


def media_file(name: str) -> str:
    """A media file, named as prose does: ``module/file``."""
    module, _, file = name.partition("/")
    return f"modules/{module}/media/{file}"


def _home(module: str | None) -> str:
    return f"modules/{module}/" if module else ""


def translation_file(file: str, language: str) -> str:
    """The file that translates this one: in `translations/` beside the course or the module."""
    parts = file.split("/")
    home = parts[:2] if parts[0] == "modules" else []
    return "/".join([*home, "translations", language, *parts[len(home) :]])


def translated_from(file: str) -> tuple[str, str] | None:
    """The language and the source file of a translation; None for any other file."""
    match file.split("/"):
        case ["translations", language, *rest]:
            return language, "/".join(rest)
        case ["modules", module, "translations", language, *rest]:
            return language, "/".join(["modules", module, *rest])
    return None
