"""Turns an edition of the course into its books: each part written once, then put together book by book."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup

from generator.model.course import WHOLE_COURSE
from generator.rendering.book import PrintBook, PrintPart
from generator.rendering.print_links import anchor, ids_of, linked
from generator.views.course import COURSE_NUMBER, CourseView, ModuleView
from generator.views.handbook import Handbook, PrintedEdition

MARK: Final = "·"
"""What stands between a part's number and that of its page: ``2·14``."""
_CONTENT: Final = re.compile(r"<section\b")


def mark_of(view: ModuleView) -> str:
    """What stands before the page numbers of a module."""
    return f"{view.number}{MARK}"


@dataclass(frozen=True)
class _Draft:
    """A part whose cross-references still name their targets, not yet where they lead."""

    name: str
    html: str
    mark: str
    module: ModuleView | None = None
    ids: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", ids_of(self.html))

    def belongs_to(self, module: str | None) -> bool:
        """Whether the book of a module holds it, or for None that of the whole course."""
        return self.module is None or module in (None, self.module.module.slug)


class EditionRenderer:
    """An edition in one language."""

    def __init__(
        self,
        edition: PrintedEdition,
        view: CourseView,
        labels: Mapping[str, Any],
        write: Callable[..., str],
    ) -> None:
        """Note what the edition is made of.

        Args:
            edition: Which one.
            view: The course as its readers see it.
            labels: The words of the theme.
            write: Fills the edition's template; takes its context.
        """
        self.edition = edition
        self.view = view
        self.labels = labels
        self._write = write
        self._written: dict[str, PrintPart] = {}

    def book(self, handbook: Handbook) -> PrintBook:
        """The book of a module or of the whole course."""
        module = handbook.module.slug if handbook.module else None
        own = self._part(self._own_parts[module])
        parts = tuple(self._part(draft) for draft in self._shared if draft.belongs_to(module))
        return PrintBook(handbook.path, own, parts, module, self.edition.setting)

    @cached_property
    def _shared(self) -> list[_Draft]:
        """The parts that books share, in the order in which they stand there: modules, common, keys."""
        modules = [self._of_module("module", view, mark_of(view)) for view in self.view.modules]
        common = self._draft("common", "common", self.view, self.view.course.title, COURSE_NUMBER + MARK)
        keys = [
            self._of_module("key", view, f"K{mark_of(view)}")
            for view in self.view.modules
            if self.edition.has_keys and view.module.evaluation
        ]
        return [draft for draft in (*modules, common, *keys) if _CONTENT.search(draft.html)]

    @cached_property
    def _own_parts(self) -> dict[str | None, _Draft]:
        """Each book's own part, by the slug of its module; for None the whole course's."""
        books = {view.module.slug: view for view in self.view.modules}
        return {None: self._own(None, self.view.course.title)} | {
            slug: self._own(slug, view.module.title) for slug, view in books.items()
        }

    def _own(self, module: str | None, title: str) -> _Draft:
        rest = Markup("").join(Markup(draft.html) for draft in self._shared if draft.belongs_to(module))
        view = self.view.only(module) if module else self.view
        return self._draft(f"own-{module or WHOLE_COURSE}", "own", view, title, "", rest=rest)

    def _of_module(self, part: str, view: ModuleView, mark: str) -> _Draft:
        only = self.view.only(view.module.slug)
        return self._draft(f"{part}-{view.module.slug}", part, only, view.module.title, mark, view)

    def _draft(
        self,
        name: str,
        part: str,
        view: CourseView,
        title: str,
        mark: str,
        module: ModuleView | None = None,
        **context: Any,
    ) -> _Draft:
        html = self._write(part=part, view=view, title=title, mark=mark, edition=self.edition.name, **context)
        return _Draft(f"{self.edition.name}/{name}", html, mark, module)

    def _part(self, draft: _Draft) -> PrintPart:
        if draft.name not in self._written:
            html = linked(draft.html, draft.ids, self._all_ids)
            self._written[draft.name] = PrintPart(
                draft.name,
                html,
                draft.mark,
                self.edition.setting,
                is_common=draft.module is None,
                known=self._first_pages,
                places=self._places,
            )
        return self._written[draft.name]

    @cached_property
    def _all_ids(self) -> Collection[str]:
        drafts = (*self._shared, *self._own_parts.values())
        return frozenset().union(*(draft.ids for draft in drafts))

    @cached_property
    def _first_pages(self) -> dict[str, str]:
        """What is printed on the pages with which modules begin, by the ids of their headings."""
        views = [draft.module for draft in self._shared if draft.module]
        return {anchor("module", view.module.slug): f"{mark_of(view)}1" for view in views}

    @cached_property
    def _places(self) -> dict[str, str]:
        """By what the targets inside modules are found where their page is not known."""
        places: dict[str, str] = {}
        for draft in self._shared:
            if draft.module:
                places |= dict.fromkeys(draft.ids, self._called(draft.module))
                places |= self._named_places(draft.module)
        return places

    def _called(self, view: ModuleView) -> str:
        return str(self.labels["module_number"].format(number=view.number))

    def _named_places(self, view: ModuleView) -> Iterator[tuple[str, str]]:
        for session in view.sessions:
            number = self.labels["session_number"].format(number=session.number)
            yield anchor("session", session.key), f"{self._called(view)}, {number}"
        for sheet in view.sheets:
            number = self.labels["sheet_number"].format(number=sheet.number)
            yield anchor("worksheet", sheet.sheet.slug), number
