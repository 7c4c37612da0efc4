"""Binds parts, each a PDF of its own, into one book: pages, tags, bookmarks, links and form fields.

A book has pages of its own (cover, contents, lists of what it uses) and takes the others from parts that it
shares with other books. A link from one part to another is written as an address that begins with
``book:#``; bound, it leads to where its target stands, or is plain text where the book lacks that.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from generator.publishing.imprint import Imprint, open_imprint
from generator.rendering.book import ELSEWHERE

_TREES: Final = ("/StructTreeRoot", "/Names", "/Outlines", "/AcroForm")
"""What a PDF has beside its pages that says something of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF, and the mark that stands before the number on each of its pages (``2·`` for a module)."""

    data: bytes
    mark: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A book as a PDF, and where its imprint waits for the curriculum's digest."""

    data: bytes
    imprint: Imprint | None


def bind(own: Part, before: int, parts: Sequence[Part], stand_in: str | None = None) -> Bound:
    """Bind a book; the same bytes for the same parts.

    Args:
        own: The book's own pages. Its title and language are the book's.
        before: How many of them come before the parts; the others come after.
        parts: What is bound between them, in this order.
        stand_in: The font codes of what stands in the imprint for the digest, where there is one.
    """
    book = Pdf.open(io.BytesIO(own.data))
    binding = _Binding(book)
    starts = list(accumulate((binding.insert(part, before) for part in parts), initial=before))
    binding.finish()
    imprint = open_imprint(book, stand_in) if stand_in else None
    book.Root.PageLabels = _page_labels(own, before, list(zip(parts, starts[:-1], strict=True)), starts[-1])
    written = io.BytesIO()
    book.save(
        written,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
    )
    return Bound(written.getvalue(), imprint)


def _page_labels(own: Part, before: int, parts: list[tuple[Part, int]], after: int) -> Dictionary:
    """What programs call each page: what is printed on it."""
    runs = [(0, own, 1), *((start, part, 1) for part, start in parts), (after, own, before + 1)]
    numbers: list[Any] = []
    for start, part, first in runs:
        numbers += [start, Dictionary(S=Name.D, P=String(part.mark), St=first)]
    return Dictionary(Nums=Array(numbers))


class _Binding:
    """A book while parts are bound into it."""

    def __init__(self, book: Pdf) -> None:
        self.book = book
        self.opened: list[Pdf] = []
        """What was copied is read from its source when the book is saved."""
        tags = book.Root.StructTreeRoot
        self.document: Object = tags.K[0]
        self.elements: list[Any] = [*self.document.K.as_list()]
        self.parents = dict(_pairs(tags.ParentTree.Nums))
        """For each page its tags by the numbers of marked content, for each link and field its tag."""
        self.names = [(str(name), target) for name, target in _pairs(_dests(book.Root))]
        self.bookmarks: list[Object] = list(_siblings(self._title()))
        self.position: int | None = None

    def insert(self, part: Part, before: int) -> int:
        """Put a part's pages after those that were inserted before; how many there are.

        Args:
            part: The part.
            before: How many of the book's own pages come before the first part.
        """
        source = Pdf.open(io.BytesIO(part.data))
        self.opened.append(source)
        position = before if self.position is None else self.position
        for offset, page in enumerate(source.pages):
            self.book.pages.insert(position + offset, page)
        self.position = position + len(source.pages)
        trees = Dictionary({key: source.Root[key] for key in _TREES if key in source.Root})
        pages = self.book.pages[position : self.position]
        self._take_over(self.book.copy_foreign(source.make_indirect(trees)), pages)
        return len(pages)

    def _take_over(self, trees: Object, pages: Sequence[Page]) -> None:
        tags = trees.StructTreeRoot
        first = max(self.parents, default=-1) + 1
        self.parents |= {first + key: value for key, value in _pairs(tags.ParentTree.Nums)}
        for page in pages:
            page.obj.StructParents = first + page.obj.StructParents
            for annotation in page.obj.get(Name.Annots, ()):
                if Name.StructParent in annotation:
                    annotation.StructParent = first + annotation.StructParent
        for element in tags.K[0].K:
            element.P = self.document
            self.elements.append(element)
        self.names += [(str(name), target) for name, target in _pairs(_dests(trees))]
        self.bookmarks += _siblings(trees.get(Name.Outlines))
        if Name.AcroForm in trees:
            self._take_over_form(trees.AcroForm)

    def _take_over_form(self, form: Object) -> None:
        if Name.AcroForm not in self.book.Root:
            self.book.Root.AcroForm = form
            return
        own = self.book.Root.AcroForm
        own.Fields.extend(form.Fields)
        for font, value in form.DR.Font.items():
            if font not in own.DR.Font:
                own.DR.Font[font] = value

    def _title(self) -> Object | None:
        """The one bookmark under which all others stand, where the cover's title is one, else their root."""
        root: Object | None = self.book.Root.get(Name.Outlines)
        if root is None or Name.First not in root:
            return root
        return root.First if Name.Next not in root.First else root

    def finish(self) -> None:
        """Put tags and bookmarks in the order of the pages, and let links lead where they can."""
        order = {page.obj.objgen: position for position, page in enumerate(self.book.pages)}
        self.elements.sort(key=lambda element: order[element.Pg.objgen])
        self.document.K = Array(self.elements)
        self.bookmarks.sort(key=lambda bookmark: order[bookmark.Dest[0].objgen])
        self._join_bookmarks()
        self._join_names()
        self._lead_links()
        tags = self.book.Root.StructTreeRoot
        tags.ParentTree.Nums = Array([one for pair in sorted(self.parents.items()) for one in pair])

    def _join_bookmarks(self) -> None:
        title = self._title()
        if title is None or not self.bookmarks:
            return
        marks, shown = self.bookmarks, 0
        for position, bookmark in enumerate(marks):
            bookmark.Parent = title
            _set(bookmark, Name.Prev, marks[position - 1] if position else None)
            _set(bookmark, Name.Next, marks[position + 1] if position + 1 < len(marks) else None)
            shown += 1 + max(0, int(bookmark.get(Name.Count, 0)))
        title.First, title.Last, title.Count = marks[0], marks[-1], shown
        root = self.book.Root.Outlines
        if title.objgen != root.objgen:
            root.Count = 1 + shown

    def _join_names(self) -> None:
        """Names have to be sorted; of two that are the same the first counts."""
        first: dict[str, Object] = {}
        for name, target in self.names:
            first.setdefault(name, target)
        targets = Array()
        for name in sorted(first, key=_sorted_as):
            targets.extend([String(name), first[name]])
        self.book.Root.Names = Dictionary(Dests=Dictionary(Names=targets))

    def _lead_links(self) -> None:
        there = {name for name, _ in self.names}
        for page in self.book.pages:
            if Name.Annots in page.obj:
                kept = [one for one in page.obj.Annots if self._leads(one, there)]
                page.obj.Annots = Array(kept)

    def _leads(self, annotation: Object, there: set[str]) -> bool:
        """Let a link to another part lead there; False where the book lacks that part."""
        address = _address(annotation)
        if not address.startswith(ELSEWHERE):
            return True
        name = address.removeprefix(ELSEWHERE)
        if name in there:
            del annotation.A
            annotation.Dest = annotation.Contents = String(name)
            return True
        _make_text(self.parents.pop(int(annotation.StructParent)), annotation)
        return False


def _make_text(element: Object, annotation: Object) -> None:
    """Let a link's tag be one of text, without its annotation."""
    element.K = Array([kid for kid in element.K if not _refers_to(kid, annotation)])
    element.S = Name.Span


def _refers_to(kid: Object | int, annotation: Object) -> bool:
    return isinstance(kid, Object) and Name.Obj in kid and kid.Obj.objgen == annotation.objgen


def _address(annotation: Object) -> str:
    action = annotation.get(Name.A)
    return str(action.get(Name.URI, "")) if action is not None else ""


def _dests(root: Object) -> Object | tuple[()]:
    """The names of targets, each followed by where it stands."""
    names = root.get(Name.Names)
    found: Object | tuple[()] = names.Dests.Names if names is not None and Name.Dests in names else ()
    return found


def _pairs(array: "Object | tuple[()]") -> Iterator[tuple[Any, Any]]:
    values = list(array)
    return zip(values[::2], values[1::2], strict=True)


def _siblings(parent: Object | None) -> Iterator[Object]:
    one = parent.get(Name.First) if parent is not None else None
    while one is not None:
        yield one
        one = one.get(Name.Next)


def _set(thing: Object, key: Name, value: Object | None) -> None:
    if value is not None:
        thing[key] = value
    elif key in thing:
        del thing[key]


def _sorted_as(name: str) -> bytes:
    """What PDF sorts a name by: its bytes as they stand in the file."""
    return bytes(String(name))
