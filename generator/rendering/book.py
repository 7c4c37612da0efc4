"""A book in parts: what is laid out once and bound into every book that holds it.

A book has pages of its own (cover, contents, lists of what it uses) and shares the others: a module's with
the whole course's book, the course's sheets and safety chapters with every module's. So a part may not depend
on the book around it. Its pages are numbered from one, with a mark before the number that says which part
it is, and a link to another part says where its target is found in any of the books.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.views.handbook import Setting

ELSEWHERE: Final = "book:#"
"""What the address of a link to another part begins with; the target's id follows."""
AFTER_PARTS: Final = "after-parts"
"""The id of where a book's own pages go on behind the parts."""
_BODY: Final = re.compile(r"<body\b[^>]*>\n?(?P<content>.*)</body>", re.DOTALL)
_AFTER: Final = re.compile(rf'<div id="{AFTER_PARTS}"')
_LINK: Final = re.compile(rf'<a (?P<before>[^>]*?)href="{ELSEWHERE}(?P<name>[^"]+)"')


@dataclass(frozen=True, slots=True)
class PrintPart:
    """A part before it is laid out.

    `name` tells it from all others of its language. Pages that are known only when other parts are laid out
    are not in its HTML yet: `with_pages` adds them.
    """

    name: str
    html: str
    mark: str
    setting: Setting
    is_common: bool = False
    """Whether it belongs to no module: its pages are known to the other parts."""
    known: Mapping[str, str] = field(default_factory=dict)
    """What is printed on the pages where modules begin, by the ids of their headings."""
    places: Mapping[str, str] = field(default_factory=dict)
    """By what else the targets inside modules are found, such as ``Module 2, Session 3``."""

    def with_pages(self, pages: Mapping[str, str]) -> str:
        """The HTML in which links to other parts say where they lead.

        Args:
            pages: What is printed on the pages where targets stand, by their ids, as far as that is known.
        """

        def said(link: re.Match[str]) -> str:
            name = link["name"]
            if page := pages.get(name) or self.known.get(name):
                return f'<a data-page="{page}" {link[0].removeprefix("<a ")}'
            if place := self.places.get(name):
                return f'<a data-place="{place}" {link[0].removeprefix("<a ")}'
            return link[0]

        return _LINK.sub(said, self.html)

    @property
    def content(self) -> str:
        """What stands in its body."""
        found = _BODY.search(self.html)
        return found["content"] if found else ""


@dataclass(frozen=True, slots=True)
class PrintBook:
    """A handbook before the engine: its path below the language's site, its own part and the shared ones.

    `parts` are in the order in which they are bound. `module` is the slug of the module that it belongs to,
    None for those of the whole course.
    """

    path: str
    own: PrintPart
    parts: tuple[PrintPart, ...]
    module: str | None
    setting: Setting

    @property
    def html(self) -> str:
        """All of it as one document, for who looks at it without an engine."""
        shared = "".join(part.content for part in self.parts)
        at = _AFTER.search(self.own.html)
        assert at, "a book's own part says where the others come"
        whole = self.own.html[: at.start()] + shared + self.own.html[at.start() :]
        return whole.replace(f'href="{ELSEWHERE}', 'href="#')
