"""Tells the finished pages of an output what is known last; a page that says so already is left alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.model.course import Course
from generator.publishing.site_folder import SiteFolder
from generator.rendering.theme import Theme
from generator.rendering.told_last import BEGINNING, PrintedFile, ToldLast

MARK: Final = BEGINNING.encode()


def tell_pages(
    folder: Path, theme: Theme, courses: Mapping[str, Course], printed: Mapping[str, PrintedFile], digest: str
) -> None:
    """Tell every page of what is printed, in this build or in an earlier one.

    Args:
        folder: The output, in which all sites and PDFs are in their place.
        theme: Templates and labels.
        courses: The course in each of its languages.
        printed: What is known of the PDFs, by their paths below the output.
        digest: The curriculum's digest.
    """
    for language, course in courses.items():
        home = f"{language}/"
        own = {path.removeprefix(home): facts for path, facts in printed.items() if path.startswith(home)}
        _tell_site(folder / language, ToldLast(course, theme, own, digest))


def _tell_site(site: Path, told: ToldLast) -> None:
    folder = SiteFolder(site)
    for path in sorted(site.rglob("*.html")):
        page = path.read_bytes()
        if MARK in page:
            name = path.relative_to(site).as_posix()
            folder.put(name, told.tell(page.decode(), name).encode())
