"""Citations in running text and entries of the list of references, after APA's seventh edition.

The processors for CSL styles on the Python index do not cover Indonesian and misprint several of the
types used here; the few forms that a course needs are written out instead.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from generator.model.reference import PersonName, Reference

_ABBREVIATION: Final = re.compile(r"\(([A-Z][A-Za-z-]+)\)$")
Words = Mapping[str, str]
"""The words that a list of references needs, in the page's language."""


def in_text(reference: Reference, words: Words) -> str:
    """Author and year, such as ``Marlatt & Gordon, 1985``; a work without author goes by its title.

    An institution that gives its abbreviation, ``World Health Organization (WHO)``, is cited by that.
    """
    people = reference.author or reference.editor
    names = [person.family or _abbreviated(person.literal or "") for person in people]
    if not names:
        lead = f"“{reference.title_short or _short_title(reference.title)}”"
    elif len(names) == 1:
        lead = names[0]
    elif len(names) == 2:
        lead = f"{names[0]} & {names[1]}"
    else:
        lead = f"{names[0]} {words['and_others']}"
    return f"{lead}, {_year(reference, words)}"


def entry(reference: Reference, words: Words, language: str) -> str:
    """One entry of the list of references, as HTML.

    Args:
        reference: The work.
        words: What the list says itself.
        language: The language of the page; a title in another one is marked.
    """
    words = {name: escape(word) for name, word in words.items()}  # a course may bring its own
    title = _marked(reference.title, reference, language)
    year = f"({_year(reference, words)})"
    standalone = reference.type in ("book", "report", "webpage", "legislation")
    main = f"<em>{title}</em>" if standalone else title
    edition = f" ({words['edition'].format(number=reference.edition)})" if reference.edition else ""
    people = _people(reference, words)
    stop = "" if reference.title.endswith(("?", "!", ".")) and not edition else "."
    head = f"{people} {year}. {main}{edition}{stop}" if people else f"{main}{edition}{stop} {year}."
    rest = (_container(reference, words, language), _publisher(reference), _address(reference, words))
    return " ".join(filter(None, (head, *rest)))


def sort_key(reference: Reference) -> tuple[str, int]:
    """Alphabetical by author, or by title where there is none, then by year."""
    people = reference.author or reference.editor
    lead = " ".join(person.family or person.literal or "" for person in people) or reference.title
    return lead.casefold(), reference.issued or 0


def _abbreviated(institution: str) -> str:
    abbreviation = _ABBREVIATION.search(institution)
    return abbreviation[1] if abbreviation else institution


def _year(reference: Reference, words: Words) -> str:
    return str(reference.issued) if reference.issued else words["no_date"]


def _short_title(title: str, words: int = 4) -> str:
    head = title.split(":")[0].split()
    return " ".join(head[:words])


def _name(person: PersonName) -> str:
    if person.literal:
        return escape(person.literal)
    initials = _initials(person)
    return escape(f"{person.family}, {initials}" if initials else person.family or "")


def _initials(person: PersonName) -> str:
    return " ".join(f"{name[0]}." for name in (person.given or "").replace("-", " ").split())


def _people(reference: Reference, words: Words) -> str:
    if reference.author:
        return _list(reference.author)
    if reference.editor:
        return f"{_list(reference.editor)} {_editors_mark(reference, words)}."
    return ""


def _editors_mark(reference: Reference, words: Words) -> str:
    return f"({words['editors' if len(reference.editor) > 1 else 'editor']})"


def _editors_of_container(reference: Reference, words: Words) -> str:
    """The editors of the book that a chapter stands in, initials first."""
    if not (reference.author and reference.editor):
        return ""
    names = [
        escape(" ".join(filter(None, (_initials(person), person.literal or person.family))))
        for person in reference.editor
    ]
    last = f" &amp; {names[-1]}" if len(names) > 1 else ""
    return f"{', '.join(names[:-1] or names)}{last} {_editors_mark(reference, words)}, "


def _list(people: tuple[PersonName, ...]) -> str:
    names = [_name(person) for person in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, &amp; {names[-1]}"


def _marked(title: str, reference: Reference, language: str) -> str:
    if reference.language in (None, language):
        return escape(title)
    return f'<span lang="{reference.language}">{escape(title)}</span>'


def _container(reference: Reference, words: Words, language: str) -> str:
    if not reference.container_title:
        return ""
    name = f"<em>{_marked(reference.container_title, reference, language)}</em>"
    pages = escape(reference.page or "").replace("-", "–")
    if reference.type == "article-journal":
        volume = f", <em>{reference.volume}</em>" if reference.volume else ""
        issue = f"({reference.issue})" if reference.issue else ""
        return f"{name}{volume}{issue}{f', {pages}' if pages else ''}."
    in_pages = f" ({words['pages']} {pages})" if pages else ""
    return f"{words['in']} {_editors_of_container(reference, words)}{name}{in_pages}."


def _publisher(reference: Reference) -> str:
    return f"{escape(reference.publisher)}." if reference.publisher else ""


def _address(reference: Reference, words: Words) -> str:
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    if not address:
        return ""
    link = f'<a href="{escape(address)}">{escape(address)}</a>'
    if reference.accessed and not reference.doi:
        return f"{words['accessed'].format(date=reference.accessed)} {link}"
    return link
