"""Which file of the curriculum a page comes from, and which page shows a file."""

from collections.abc import Mapping
from typing import Final

from generator.model.course import WHOLE_COURSE
from generator.model.layout import (
    CONTACTS,
    COURSE,
    GLOSSARY,
    REFERENCES,
    WORDING,
    module_file,
    translated_from,
    translation_file,
)

LISTS: Final = {
    "index.md": COURSE,
    "modules/index.md": COURSE,
    "programmes/index.md": COURSE,
    "chapters/index.md": COURSE,
    f"{WHOLE_COURSE}/index.md": COURSE,
    "glossary.md": GLOSSARY,
    "references.md": REFERENCES,
    "wording.md": WORDING,
    "help.md": CONTACTS,
}
"""Pages that show a file of the whole course."""


def markdown_of(page: str) -> str:
    """The Markdown file of a page's address."""
    return page.removesuffix(".html") + ".md"


def page_of_markdown(path: str) -> str:
    """The address of a Markdown file's page."""
    return path.removesuffix(".md") + ".html"


def files_of(page: str, language: str, sources: Mapping[str, str]) -> frozenset[str]:
    """The file behind a page, and its translation.

    Args:
        page: The page's address below its language's site.
        language: The site's language.
        sources: The files that pages name themselves, by the pages' Markdown files.
    """
    path = markdown_of(page)
    file = sources.get(path) or LISTS.get(path)
    if file is None and path.endswith("/alignment.md"):
        file = module_file(path.split("/")[0])
    return frozenset({file, translation_file(file, language)}) if file else frozenset()


def page_of(file: str, sources: Mapping[str, str]) -> tuple[str | None, str] | None:
    """The page that shows a file, with the language for whose sake it is looked at.

    The language is None for a file of the source language.

    Args:
        file: A file of the curriculum.
        sources: As for `files_of`.
    """
    language, source = translated_from(file) or (None, file)
    shown = {shown: path for path, shown in reversed([*LISTS.items(), *sources.items()])}
    return (language, page_of_markdown(shown[source])) if source in shown else None
