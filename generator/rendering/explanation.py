"""Terms and citations explained where they stand: a page brings what it needs, and citations lead back."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from generator.model.course import Course
from generator.model.glossary import Term
from generator.model.reference import Reference

EXPLAINED: Final = re.compile(r'<a\b[^>]*? href="(?P<scheme>term|reference):(?P<slug>[^"]+)"')
ENTRIES: Final = re.compile(r'(?:<dt|<li) id="(?:term|reference)-')
"""How a list of terms or references looks, which explains itself."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """Where a work is cited: the page's title, and the address of the citation from the site's root."""

    title: str
    address: str


class Explanations:
    """Adds to each page the definitions and references that it links to, and remembers who cites what."""

    def __init__(self, course: Course, jinja: Environment) -> None:
        self._terms = {term.slug: term for term in course.glossary}
        self._references = {work.id: work for work in course.references}
        self._jinja = jinja
        self._citing: dict[str, dict[str, CitingPlace]] = {}

    def citing(self, pages: Iterable[str]) -> dict[str, list[CitingPlace]]:
        """For each reference the places that cite it, one a page.

        Args:
            pages: The pages in their order, each added before.
        """
        citing: dict[str, list[CitingPlace]] = defaultdict(list)
        for page in pages:
            for slug, place in self._citing.get(page, {}).items():
                citing[slug].append(place)
        return citing

    def added(self, page: str, path: str, title: str) -> str:
        """The page with its explanations at the end and an anchor at the first citation of every work.

        Args:
            page: The page's Markdown, links not yet replaced.
            path: Its Markdown file from the site's root.
            title: What the list of references calls it.
        """
        if ENTRIES.search(page):
            return page
        terms: dict[str, Term] = {}
        works: dict[str, Reference] = {}
        address = path.removesuffix(".md") + ".html"
        citing = self._citing[path] = {}

        def anchored(match: re.Match[str]) -> str:
            slug = match["slug"]
            if match["scheme"] == "term":
                if slug in self._terms:
                    terms[slug] = self._terms[slug]
            elif slug in self._references and slug not in works:
                works[slug] = self._references[slug]
                citing[slug] = CitingPlace(title, f"{address}#cited-{slug}")
                return match[0].replace("<a", f'<a id="cited-{slug}"', 1)
            return match[0]

        marked = EXPLAINED.sub(anchored, page)
        if not (terms or works):
            return page
        template = self._jinja.get_template("site/explanations.html.j2")
        return marked + template.render(terms=terms.values(), works=works.values())
