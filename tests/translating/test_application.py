"""What a catalogue changes, what it leaves out, and what then counts as looked at."""

from dataclasses import replace

import pytest

from generator.findings.finding import Place, SourceText
from generator.reading.overlay import TextPair
from generator.reading.tree import Scalar
from generator.translating.application import Application, fitted, head_of, work_out
from generator.translating.catalogue import CatalogueFile, TranslatedText, read_catalogue, write_catalogue
from generator.translating.confirmation import Confirmation, Confirmations, digest
from generator.translating.state import States
from tests.translating.conftest import HEAD, TranslatedSample

FILE = "scales.yaml"
NAME = ("en", FILE, "title")
PLACE = Place(SourceText("x.yaml"))
PAIR = TextPair(("title",), Scalar("Setuju?", PLACE), Scalar("Agree?", PLACE), "plain")
ENTRY = TranslatedText("scales.yaml title", "Setuju?", "Do you agree?", False, 9)
CONFIRMED = Confirmations().replaced((), {NAME: Confirmation(digest("Setuju?"), digest("Agree?"))})
STALE = Confirmations().replaced((), {NAME: Confirmation(digest("Cocok?"), digest("Agree?"))})


def applied(
    entry: TranslatedText, lock: Confirmations = CONFIRMED, fuzzy: bool = False, pair: TextPair = PAIR
) -> Application:
    pairs = {FILE: [pair]}
    return work_out(CatalogueFile("en", [entry]), pairs, States("en", pairs, lock), fuzzy)


def test_a_catalogue_as_it_was_written_changes_and_confirms_nothing(translated: TranslatedSample) -> None:
    for states in (translated.states, States("en", translated.pairs, Confirmations())):
        back = read_catalogue(write_catalogue(HEAD, translated.pairs, states))
        found = work_out(back, translated.pairs, states, with_fuzzy=True)
        assert (found.count, found.confirmed, found.left_out) == (0, {}, [])


def test_another_text_changes_just_that_text_and_counts_as_confirmed() -> None:
    found = applied(ENTRY)
    assert found.texts == {FILE: {("title",): "Do you agree?"}}
    assert found.changed == {FILE: {("title",)}}
    assert found.confirmed == {NAME: Confirmation(digest("Setuju?"), digest("Do you agree?"))}


def test_what_the_translator_doubts_is_taken_only_when_asked_for_and_never_confirmed() -> None:
    doubted = replace(ENTRY, fuzzy=True)
    assert (applied(doubted).count, applied(doubted).fuzzy) == (0, 1)
    assert applied(doubted, fuzzy=True).count == 1
    assert applied(doubted, fuzzy=True).confirmed == {}


def test_a_stale_text_that_fits_after_all_is_confirmed_by_taking_its_mark_away() -> None:
    unchanged = replace(ENTRY, translation="Agree?")
    assert applied(unchanged, STALE).confirmed.keys() == {NAME}
    assert applied(replace(unchanged, fuzzy=True), STALE).confirmed == {}
    assert applied(unchanged, Confirmations()).confirmed == {}


def test_an_empty_entry_takes_nothing_away() -> None:
    assert applied(replace(ENTRY, translation="")).count == 0


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"context": "scales.yaml titel"}, "unknown-context"),
        ({"source": "Cocok?"}, "stale-source"),
        ({"translation": "Do you\nagree?"}, "two-lines"),
        ({"translation": " Do you agree?"}, "space-around"),
        ({"translation": "x" * 401}, "too-long"),
        ({"translation": "Do\x00you"}, "bad-character"),
    ],
)
def test_what_does_not_fit_is_left_out_with_its_line(changes: dict[str, str], why: str) -> None:
    found = applied(replace(ENTRY, **changes))
    assert [(entry.line, entry.why) for entry in found.left_out] == [(9, why)]
    assert (found.count, found.confirmed) == (0, {})


def test_line_breaks_at_the_ends_are_those_of_the_source() -> None:
    assert fitted("One.", "Satu.\n") == "One.\n"
    assert fitted("One.\n\n", "Satu.") == "One."
    assert fitted("\nOne.\n\nTwo.\n", "Satu.\n\nDua.\n") == "One.\n\nTwo.\n"


def test_line_breaks_that_a_program_adds_at_the_ends_change_nothing() -> None:
    block = replace(PAIR, source=Scalar("Setuju?\n", PLACE), markup="markdown")
    assert applied(replace(ENTRY, source="Setuju?\n", translation="Agree?\n"), pair=block).count == 0


def test_a_new_file_begins_as_its_translation_into_another_language_does() -> None:
    assert head_of([None, "# schema\n# more\ntitle: x\n# not this\n", "# other\n"]) == "# schema\n# more\n"
    assert head_of([None]) == ""
