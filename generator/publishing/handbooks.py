"""Prints handbooks and sheets: each part laid out once and bound into its books; what is kept is not made."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from generator.publishing.binding import Part, bind
from generator.publishing.booklet import impose
from generator.publishing.cache import Cache, key_of
from generator.publishing.errors import PrintEngineError
from generator.publishing.imprint import Imprint, with_digest
from generator.publishing.jobs import FIRST, Call, Done, Job, Kept
from generator.publishing.output import put
from generator.publishing.paper import Paper
from generator.publishing.tools import tools_digest
from generator.rendering.book import AFTER_PARTS, PrintBook, PrintPart
from generator.rendering.print import Printable, PrintDocument
from generator.rendering.theme import print_files
from generator.views.handbook import SHEETS, Setting

MEDIA: Final = re.compile(r'"media:(?P<module>[^/"]+)/(?P<file>[^"]+)"')
"""A picture of the course, as print documents name it."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is printed with (theme, pictures and paper), and the folder of the cache."""

    theme: Path
    media: Path
    paper: Paper
    folder: Path

    @property
    def cache(self) -> Cache:
        """What was made before."""
        return Cache(self.folder)

    def digest(self) -> str:
        """A digest of everything that a print depends on besides its HTML and its pictures."""
        files = [part for path in print_files(self.theme) for part in (path.name, path.read_bytes())]
        return key_of("press", tools_digest(), self.paper.style, *files)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as written to disk; `kept` where an earlier build had made it."""

    path: str
    pages: int
    bytes: int
    kept: bool


@dataclass(frozen=True, slots=True)
class _Print:
    """What is kept of something printed by a key: what is known of it, and its file."""

    key: str
    facts: Mapping[str, Any]
    file: bytes

    @staticmethod
    def find(kept: Cache, key: str) -> "_Print | None":
        content = kept.get(key)
        if content is None:
            return None
        facts, _, file = content.partition(b"\n")
        return _Print(key, json.loads(facts), file)

    def keep(self, kept: Cache) -> None:
        kept.put(self.key, json.dumps(self.facts).encode() + b"\n" + self.file)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a print is kept, and what is known of it: all that others need to be told of it."""

    key: str
    facts: Mapping[str, Any]


class Printing:
    """The jobs that print documents, and what becomes of their results."""

    def __init__(self, documents: Iterable[Printable], press: Press, folder: Path, curriculum: str) -> None:
        """Note what to print.

        Args:
            documents: What to print; the first folder of each path is its language.
            press: What to print with.
            folder: Where to; each document says where below it.
            curriculum: The curriculum's digest, for the imprints.
        """
        self._documents = {document.path: document for document in documents}
        self._press = press
        self._folder = folder
        self._curriculum = curriculum
        self._digest = press.digest()
        self._pictures = cache(self._picture)

    def jobs(self) -> list[Job]:
        """One job for each part, book and sheet."""
        jobs: dict[str, Job] = {}
        for document in self._documents.values():
            if isinstance(document, PrintBook):
                jobs |= {job.name: job for job in self._jobs_of_book(document)}
            else:
                jobs[document.path] = Job(
                    document.path, partial(self._print_sheet, document), len(document.html)
                )
        return list(jobs.values())

    def finish(self, done: Done) -> Printed | None:
        """Write a document that is done to its place; None for a part of one, or for another's job.

        Raises:
            OSError: It cannot be written.
        """
        document = self._documents.get(done.name)
        if document is None:
            return None
        result: _Kept = done.result
        found = _Print.find(self._press.cache, result.key)
        if found is None:
            raise PrintEngineError(f"{document.path}: lost from {self._press.folder} while it was in use")
        pdf = self._finished(document, found)
        path = self._folder / document.path
        put(path, pdf)
        if path.parent.name == SHEETS:
            put(path.with_suffix(".png"), found.file[len(pdf) :])
        return Printed(document.path, int(found.facts["pages"]), len(pdf), done.kept)

    def _finished(self, document: Printable, found: _Print) -> bytes:
        if isinstance(document, PrintDocument):
            return found.file[: int(found.facts["bytes"])]
        imprint = found.facts["imprint"]
        return with_digest(found.file, Imprint(**imprint), self._curriculum) if imprint else found.file

    def _print_sheet(self, document: PrintDocument, _: Mapping[str, Any]) -> Call | Kept:
        key = self._key("sheet", document.html, document.setting)
        return self._kept(key) or Call(
            _print_sheet, (self._press, key, document.html, document.path, document.setting)
        )

    def _jobs_of_book(self, book: PrintBook) -> Iterable[Job]:
        name = partial(_name_in, book)
        marks = {name(part): part.mark for part in book.parts}
        common = tuple(name(part) for part in book.parts if part.is_common)
        for part in book.parts:
            weight, needs = (FIRST, ()) if part.is_common else (len(part.html), common)
            yield Job(name(part), partial(self._lay_out, part, marks), weight, needs)
        shared = tuple(marks)
        yield Job(name(book.own), partial(self._lay_out, book.own, marks), len(book.own.html), shared)
        yield Job(book.path, partial(self._bind, book), FIRST, (name(book.own), *shared))

    def _lay_out(self, part: PrintPart, marks: Mapping[str, str], others: Mapping[str, _Kept]) -> Call | Kept:
        pages: dict[str, str] = {}
        for name, other in others.items():
            pages |= {one: f"{marks[name]}{number}" for one, number in other.facts["ids"].items()}
        html = part.with_pages(pages)
        key = self._key(f"part {part.name}", html, part.setting)
        return self._kept(key) or Call(_lay_out, (self._press, key, html, part.name, part.setting))

    def _bind(self, book: PrintBook, laid_out: Mapping[str, _Kept]) -> Call | Kept:
        name = partial(_name_in, book)
        own = laid_out[name(book.own)]
        parts = [(laid_out[name(part)].key, part.mark) for part in book.parts]
        before = own.facts["ids"][AFTER_PARTS] - 1
        digest = self._curriculum if book.setting is Setting.BOOKLET else None
        made_from = [own.key, str(before), *(one for part in parts for one in part), digest or ""]
        key = key_of("book", self._digest, book.path, *made_from)
        question = (self._press, key, book.path, own.key, before, parts, digest)
        return self._kept(key) or Call(_bind, question)

    def _key(self, kind: str, html: str, setting: Setting) -> str:
        pictures = [self._pictures(found["module"], found["file"]) for found in MEDIA.finditer(html)]
        return key_of(kind, self._digest, setting.value, html, *pictures)

    def _picture(self, module: str, file: str) -> bytes:
        """The digest of a picture."""
        return hashlib.sha256((self._press.media / module / "media" / file).read_bytes()).digest()

    def _kept(self, key: str) -> Kept | None:
        found = _Print.find(self._press.cache, key)
        return Kept(_Kept(key, found.facts)) if found else None


def _name_in(book: PrintBook, part: PrintPart) -> str:
    """What a part's job is called: books of the same language share it."""
    return f"{book.path.partition('/')[0]}/{part.name}"


@cache
def _engine(press: Press) -> Any:
    """This process's engine, started once."""
    # Imported late: it takes most of a second.
    from generator.publishing.print_engine import PrintEngine

    return PrintEngine(press.theme, press.media, press.paper)


def load_engine() -> None:
    """Import the engine before there is something to print; it takes most of a second."""
    from generator.publishing import print_engine, thumbnail  # noqa: F401


def _print_sheet(press: Press, key: str, html: str, name: str, setting: Setting) -> _Kept:
    from generator.publishing.thumbnail import thumbnail

    pdf = _engine(press).pdf(html, name, setting)
    facts = {"pages": pdf.pages, "bytes": len(pdf.data)}
    return _keep(press, key, facts, pdf.data + thumbnail(pdf.data))


def _lay_out(press: Press, key: str, html: str, name: str, setting: Setting) -> _Kept:
    part = _engine(press).part(html, name, setting)
    facts = {"pages": part.pages, "ids": part.ids, "stand_in": part.stand_in}
    return _keep(press, key, facts, part.data)


def _bind(
    press: Press,
    key: str,
    name: str,
    own_key: str,
    before: int,
    parts: list[tuple[str, str]],
    digest: str | None,
) -> _Kept:
    """Bind a book; one that is a booklet gets its digest at once, and is put on sheets."""
    own = _take(press, name, own_key)
    shared = [_take(press, name, key) for key, _ in parts]
    marked = [Part(part.file, mark) for part, (_, mark) in zip(shared, parts, strict=True)]
    bound = bind(Part(own.file, ""), before, marked, own.facts["stand_in"])
    pages = sum(int(part.facts["pages"]) for part in (own, *shared))
    if digest is None:
        imprint = asdict(bound.imprint) if bound.imprint else None
        return _keep(press, key, {"pages": pages, "imprint": imprint}, bound.data)
    told = with_digest(bound.data, bound.imprint, digest) if bound.imprint else bound.data
    data, sides = impose(told, press.paper)
    return _keep(press, key, {"pages": sides, "imprint": None}, data)


def _take(press: Press, name: str, key: str) -> _Print:
    found = _Print.find(press.cache, key)
    if found is None:
        raise PrintEngineError(f"{name}: a part was lost from {press.folder} while it was in use")
    return found


def _keep(press: Press, key: str, facts: Mapping[str, Any], file: bytes) -> _Kept:
    _Print(key, facts, file).keep(press.cache)
    return _Kept(key, facts)
