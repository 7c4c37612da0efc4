"""Turns a course's texts into a gettext catalogue (PO), as Poedit and Weblate read it, and reads one back.

A message's context is the source file and the way to the text by slugs, so that two texts that are the same
in one language may differ in another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from generator import __version__
from generator.reading.overlay import TextPair
from generator.translating.state import State, States

FUZZY: Final = "fuzzy"
NO_FORMATS: Final = ("python-format", "python-brace-format")
"""What Babel takes for placeholders of a program; in a course's texts a per cent sign is one."""
HEADER: Final = """\
# {title}
# {language}: terjemahan untuk Tangguh. Sesudah selesai: tangguh translate apply {language} BERKAS.po
# {language}: a translation for Tangguh. When done: tangguh translate apply {language} FILE.po
msgid ""
msgstr ""
"Project-Id-Version: {title}\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: {made}\\n"
"PO-Revision-Date: {made}\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"X-Generator: Tangguh {version}\\n"

"""
COMMENTS: Final = {
    "plain": "{key}: satu baris teks biasa / one line of plain text",
    "markdown": "{key}: Markdown; jangan ubah bagian seperti / leave alone parts such as [@…], ](…)",
}
SAFETY: Final = "KESELAMATAN / SAFETY: teks sumber wajib diikuti / keep to the source"


@dataclass(frozen=True, slots=True)
class CatalogueHead:
    """What a catalogue says of itself: the course's title, the language, when it was made."""

    title: str
    language: str
    made: datetime


def write_catalogue(
    head: CatalogueHead,
    pairs: Mapping[str, Iterable[TextPair]],
    states: States,
    earlier: Mapping[str, str] = {},
) -> bytes:
    """All texts of some files as PO.

    Args:
        head: What the file says of itself.
        pairs: The texts of each source file.
        states: Those that are stale or identical are marked fuzzy.
        earlier: For a context, the source's text of an earlier catalogue, for translators to compare.
    """
    catalogue = Catalog(locale=head.language.replace("-", "_"), charset="utf-8")
    for file, texts in pairs.items():
        for pair in texts:
            message = _message(file, pair, states)
            previous = earlier.get(message.context or "")
            if FUZZY in message.flags and previous and previous != message.id:
                message.previous_id = [previous]
            catalogue[message.id] = message
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, include_previous=True)
    return _header(head, catalogue).encode() + body.getvalue()


def context_of(file: str, pair: TextPair) -> str:
    """The name of a text in a catalogue."""
    return f"{file} {pair.key}"


def _header(head: CatalogueHead, catalogue: Catalog) -> str:
    return HEADER.format(
        title=head.title.replace("\\", "").replace('"', ""),
        language=head.language,
        locale=head.language.replace("-", "_"),
        made=head.made.strftime("%Y-%m-%d %H:%M%z"),
        plurals=catalogue.plural_forms,
        version=__version__,
    )


def _message(file: str, pair: TextPair, states: States) -> Message:
    key = next((step for step in reversed(pair.steps) if isinstance(step, str)), "")
    comments = [COMMENTS[pair.markup].format(key=key)]
    if pair.safety:
        comments.append(SAFETY)
    place = pair.source.place
    message = Message(
        pair.source_text,
        pair.translated_text or "",
        locations=[(place.source.path, place.line)],
        flags=[FUZZY] if states.of(file, pair) in (State.STALE, State.IDENTICAL) else [],
        auto_comments=comments,
        context=context_of(file, pair),
    )
    message.flags.difference_update(NO_FORMATS)
    return message


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """An entry of a catalogue: what it translates into what, and the line on which it stands."""

    context: str
    source: str
    translation: str
    fuzzy: bool
    line: int


@dataclass(slots=True)
class CatalogueFile:
    """A catalogue as read. `fault` says why it cannot be read, at `fault_line`."""

    language: str | None = None
    entries: list[TranslatedText] = field(default_factory=list)
    obsolete: int = 0
    fault: str | None = None
    fault_line: int = 1


LINE: Final = re.compile(
    r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?'
)
"""A line of PO; Babel would cut the last letter off a text whose quote is not closed."""
CHARSET: Final = re.compile(rb"charset=([\w-]+)")
LANGUAGE_LINE: Final = re.compile(r'^"Language: *([^\\"]*)\\n"', re.MULTILINE)


def read_catalogue(raw: bytes) -> CatalogueFile:
    """Read PO, whatever the bytes hold."""
    charset = CHARSET.search(raw)
    try:
        text = raw.decode(charset[1].decode() if charset else "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return CatalogueFile(fault="not-utf-8", fault_line=raw.count(b"\n", 0, error.start) + 1)
    except LookupError:
        return CatalogueFile(fault="not-utf-8")
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not LINE.fullmatch(line.strip()):
            return CatalogueFile(fault="not-po", fault_line=number)
    try:
        catalogue = read_po(lines, abort_invalid=True)
    except PoFileError as error:
        return CatalogueFile(fault="not-po", fault_line=(error.lineno or 0) + 1)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return CatalogueFile(fault="not-po")
    language = LANGUAGE_LINE.search(text)
    entries = list(_entries(catalogue))
    if text.strip() and not (entries or language):
        return CatalogueFile(fault="not-po")
    return CatalogueFile(
        language[1].strip().replace("_", "-") if language else None, entries, len(catalogue.obsolete)
    )


def _entries(catalogue: Catalog) -> Iterator[TranslatedText]:
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            translation = message.string if isinstance(message.string, str) else ""
            yield TranslatedText(
                message.context or "", message.id, translation, message.fuzzy, message.lineno or 1
            )
