"""Tells a site's pages what is known only when everything is made: what of it is printed, and from what.

A page holds places between comments, ``<!-- told facts handbooks/….pdf -->`` and ``<!-- /told -->``. So sites
need not wait for print, a page does not change with the PDFs that it names, and what a later build prints is
told on the pages of an earlier one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.model.course import Course
from generator.rendering.environment import environment
from generator.rendering.theme import Theme
from generator.views.handbook import PRINTABLE, handbooks

TEMPLATE: Final = "site/told-last.html.j2"
BEGINNING: Final = "<!-- told "
PLACE: Final = re.compile(
    rf"(?P<begin>{BEGINNING}(?P<what>\w+)(?: (?P<path>\S+))? -->).*?(?P<end><!-- /told -->)",
    re.DOTALL,
)
MADE_FROM: Final = re.compile(r'data-curriculum="(\w+)"')


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """What is known of a PDF: its pages, its bytes, what it was made from, and its paper."""

    pages: int
    bytes: int
    version: str
    curriculum: str
    paper: str


@dataclass(frozen=True, slots=True)
class _Pdf:
    """A PDF as a place on a page tells of it; without `facts` there is none. `edition` is a handbook's."""

    address: str
    facts: PrintedFile | None
    edition: str | None


class ToldLast:
    """What one language's pages are told."""

    def __init__(self, course: Course, theme: Theme, printed: Mapping[str, PrintedFile], digest: str) -> None:
        """Note what there is to tell.

        Args:
            course: The course in the pages' language.
            theme: Templates and labels.
            printed: What is known of the PDFs, by their paths below the language's site.
            digest: That of the curriculum that the pages were made from.
        """
        jinja = environment(theme, course, theme.labels(course.language))
        jinja.globals["curriculum"] = digest
        self._words: Any = jinja.get_template(TEMPLATE).module
        self._printed = printed
        self._editions = {
            book.path: book.edition.name
            for module in (None, *course.modules)
            for book in handbooks(module, PRINTABLE)
        }

    def tell(self, page: str, path: str) -> str:
        """A page's HTML with everything told anew.

        Args:
            page: The HTML, told before or not.
            path: Where the page stands, below the language's site.
        """
        root = "../" * path.count("/")
        return PLACE.sub(lambda place: f"{place['begin']}{self._said(place, root)}{place['end']}", page)

    def _said(self, place: re.Match[str], root: str) -> str:
        say = getattr(self._words, place["what"])
        if place["path"] is None:
            return str(say()).strip()
        file = place["path"].replace("~~", "--")  # a comment may not hold two hyphens
        return str(say(_Pdf(root + file, self._printed.get(file), self._editions.get(file)))).strip()


def curriculum_of(page: str) -> str | None:
    """The digest of the curriculum that a page was made from, where it tells that."""
    told = MADE_FROM.search(page)
    return told[1] if told else None


def untold(page: str) -> str:
    """A page's HTML without what it was told: two pages differ by more only if they were made apart."""
    return PLACE.sub(r"\g<begin>\g<end>", page)
