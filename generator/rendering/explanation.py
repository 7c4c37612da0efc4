"""Terms and citations explained where they stand: a page brings what it needs, and citations lead back."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from generator.model.course import Course

EXPLAINED: Final = re.compile(r'<a\b[^>]*? href="(?P<scheme>term|reference):(?P<slug>[^"]+)"')
ENTRIES: Final = re.compile(r'(?:<dt|<li) id="(?:term|reference)-')
"""How a list of terms or references looks, which explains itself."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """Where a work is cited: the page's title, and the address of the citation from the site's root."""

    title: str
    address: str


class Explanations:
    """Adds to each page the definitions and references that it links to, and remembers who cites what.

    `citing` holds for each reference the places that cite it, one a page, in the order of the pages.
    """

    def __init__(self, course: Course, jinja: Environment) -> None:
        self._terms = {term.slug: term for term in course.glossary}
        self._references = {work.id: work for work in course.references}
        self._jinja = jinja
        self.citing: dict[str, list[CitingPlace]] = defaultdict(list)

    def added(self, page: str, path: str, title: str) -> str:
        """The page with its explanations at the end and an anchor at the first citation of every work.

        Args:
            page: The page's Markdown, links not yet replaced.
            path: Its address from the site's root.
            title: What the list of references calls it.
        """
        if ENTRIES.search(page):
            return page
        found: dict[tuple[str, str], None] = {}

        def anchored(match: re.Match[str]) -> str:
            scheme, slug = match["scheme"], match["slug"]
            if (scheme, slug) in found:
                return match[0]
            found[scheme, slug] = None
            if scheme == "term" or slug not in self._references:
                return match[0]
            self.citing[slug].append(CitingPlace(title, f"{path}#cited-{slug}"))
            return match[0].replace("<a", f'<a id="cited-{slug}"', 1)

        marked = EXPLAINED.sub(anchored, page)
        if not found:
            return page
        return marked + self._jinja.get_template("site/explanations.html.j2").render(
            terms=[self._terms[slug] for scheme, slug in found if scheme == "term" and slug in self._terms],
            works=[
                self._references[slug]
                for scheme, slug in found
                if scheme == "reference" and slug in self._references
            ],
        )
