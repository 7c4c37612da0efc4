"""Tells the finished pages of an output what is known last; a page that says so already is left alone."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.model.course import Course
from generator.publishing.archive import DOWNLOADS
from generator.publishing.site_folder import SiteFolder
from generator.rendering.theme import Theme
from generator.rendering.told_last import BEGINNING, PrintedFile, ToldLast, curriculum_of

MARK: Final = BEGINNING.encode()


def tell_pages(
    folder: Path,
    theme: Theme,
    courses: Mapping[str, Course],
    printed: Mapping[str, PrintedFile],
    digest: str,
    made: Collection[str],
) -> None:
    """Tell every page of what is printed, in this build or in an earlier one.

    Args:
        folder: The output, in which all sites and PDFs are in their place.
        theme: Templates and labels.
        courses: The course in each of its languages.
        printed: What is known of the PDFs, by their paths below the output.
        digest: The curriculum's digest.
        made: The languages whose sites this build made; the others say what they were made from.
    """
    for language, course in courses.items():
        site, home = folder / language, f"{language}/"
        if not site.is_dir():
            continue
        own = {path.removeprefix(home): facts for path, facts in printed.items() if path.startswith(home)}
        made_from = (None if language in made else _made_from(site)) or digest
        _tell_site(site, ToldLast(course, theme, own, made_from))


def _made_from(site: Path) -> str | None:
    with suppress(OSError, ValueError):
        return curriculum_of((site / DOWNLOADS).read_text(encoding="utf-8"))
    return None


def _tell_site(site: Path, told: ToldLast) -> None:
    folder = SiteFolder(site)
    for path in sorted(site.rglob("*.html")):
        page = path.read_bytes()
        if MARK in page:
            name = path.relative_to(site).as_posix()
            folder.put(name, told.tell(page.decode(), name).encode())
