"""Works out what a translator's catalogue changes in the translation's files; nothing is written here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.reading.overlay import Steps, TextPair
from generator.reading.yaml_file import parse_yaml
from generator.translating.catalogue import CatalogueFile, TranslatedText, context_of
from generator.translating.confirmation import Confirmation, TextName, digest
from generator.translating.state import State, States

LONGEST_LINE: Final = 400
"""So many characters a text of one line may have."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that is not applied, and why: a code that is put into words by who tells it."""

    line: int
    why: str
    context: str


@dataclass(slots=True)
class Application:
    """What a catalogue changes.

    `texts` are for each source file all translated texts as they are to be, `changed` the ways to those that
    change; `confirmed` are the entries that may count as looked at.
    """

    texts: dict[str, dict[Steps, str]] = field(default_factory=dict)
    changed: dict[str, set[Steps]] = field(default_factory=dict)
    confirmed: dict[TextName, Confirmation] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    fuzzy: int = 0
    empty: int = 0

    @property
    def count(self) -> int:
        return sum(map(len, self.changed.values()))


def work_out(
    catalogue: CatalogueFile, pairs: Mapping[str, Iterable[TextPair]], states: States, with_fuzzy: bool
) -> Application:
    """Compare a catalogue with a translation.

    Args:
        catalogue: A catalogue that could be read.
        pairs: The texts of each source file, with their translations.
        states: How they stand.
        with_fuzzy: Whether entries that the translator is not sure of are taken, too.
    """
    known = {context_of(file, pair): (file, pair) for file, texts in pairs.items() for pair in texts}
    found = Application()
    for entry in catalogue.entries:
        if not entry.translation.strip():
            found.empty += 1
        elif entry.context not in known:
            found.left_out.append(LeftOut(entry.line, "unknown-context", entry.context))
        else:
            _take(found, entry, *known[entry.context], states, with_fuzzy)
    for file in found.changed:
        now = {pair.steps: pair.translated_text for pair in pairs[file]}
        found.texts[file] = {steps: text for steps, text in now.items() if text} | found.texts[file]
    return found


def _take(
    found: Application,
    entry: TranslatedText,
    file: str,
    pair: TextPair,
    states: States,
    with_fuzzy: bool,
) -> None:
    if not _same(entry.source, pair.source_text):
        found.left_out.append(LeftOut(entry.line, "stale-source", entry.context))
        return
    text = fitted(entry.translation, pair.source_text)
    differs = not _same(entry.translation, pair.translated_text or "")
    if entry.fuzzy and not with_fuzzy:
        found.fuzzy += differs
        return
    if differs:
        if fault := _fault(text, pair):
            found.left_out.append(LeftOut(entry.line, fault, entry.context))
            return
        found.changed.setdefault(file, set()).add(pair.steps)
        found.texts.setdefault(file, {})[pair.steps] = text
    if not entry.fuzzy and (differs or states.of(file, pair) is State.STALE):
        name = (states.language, file, pair.key)
        found.confirmed[name] = Confirmation(digest(pair.source_text), digest(text))


def fitted(translation: str, source: str) -> str:
    """A translation with its source's line breaks at the ends: translators' programs change them."""
    middle = source.strip("\n")
    before = source[: source.index(middle)]
    after = source[len(before) + len(middle) :]
    return before + translation.strip("\n") + after


def _same(one: str, other: str) -> bool:
    return one.strip("\n") == other.strip("\n")


def _fault(text: str, pair: TextPair) -> str | None:
    """What forbids a text to stand in a course."""
    if pair.markup == "plain" and "\n" in text:
        return "two-lines"
    if pair.markup == "plain" and text != text.strip() and pair.source_text == pair.source_text.strip():
        return "space-around"
    if pair.markup == "plain" and len(text) > LONGEST_LINE:
        return "too-long"
    return None if is_readable(text) else "bad-character"


def is_readable(text: str) -> bool:
    """Whether a file may hold this text, however it is written."""
    lines = "\n".join(f"  {line}" for line in ["x", *text.split("\n"), "x"])
    return not parse_yaml(f"k: |\n{lines}\n".encode(), "").findings


def head_of(files: Iterable[str | None]) -> str:
    """The comments with which the first of these files begins that is there: they name its schema."""
    return "".join(next((list(_comments(text)) for text in files if text is not None), []))


def _comments(text: str) -> Iterator[str]:
    for line in text.removeprefix("\ufeff").splitlines(keepends=True):
        if not line.startswith("#"):
            return
        yield line
