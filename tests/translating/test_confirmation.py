"""The record of confirmed translations: what it keeps, and that nothing in it can hurt."""

from hypothesis import given
from hypothesis import strategies as st

from generator.findings.finding import Place, SourceText
from generator.reading.overlay import TextPair
from generator.reading.tree import Scalar
from generator.translating.confirmation import (
    LINE,
    Confirmation,
    Confirmations,
    confirmation_of,
    digest,
    read_confirmations,
)

NAME = ("en", "scales.yaml", "scales/a/title")
PLACE = Place(SourceText("x.yaml"))


def pair(source: str, translation: str) -> TextPair:
    return TextPair(("scales", "a", "title"), Scalar(source, PLACE), Scalar(translation, PLACE), "plain")


def test_a_digest_is_the_same_however_paragraphs_are_broken_into_lines() -> None:
    assert digest("Satu dua\ntiga.\n\nEmpat.\n") == digest("Satu\ndua tiga.\n\n  Empat.")
    assert digest("Satu.\n\nDua.") != digest("Satu. Dua.")
    assert digest("Satu dua") != digest("Satu Dua")


def test_a_lock_that_is_written_is_read_again() -> None:
    kept = Confirmations().replaced((), {NAME: confirmation_of(pair("Setuju?", "Agree?"))})
    read, findings = read_confirmations(kept.text().encode(), "translations.lock")
    assert findings == []
    assert read.by_name == kept.by_name
    assert read.text() == kept.text()


def test_its_lines_are_sorted_whatever_the_order_of_confirming() -> None:
    names = [("en", f"{letter}.yaml", "title") for letter in "cab"]
    kept = Confirmations().replaced((), {name: Confirmation("0" * 12, "1" * 12) for name in names})
    lines = [line for line in kept.text().splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert all(LINE.fullmatch(line) for line in lines)


def test_a_text_that_moved_together_with_its_translation_is_still_confirmed() -> None:
    kept = Confirmations().replaced((), {NAME: confirmation_of(pair("Setuju?", "Agree?"))})
    moved = ("en", "scales.yaml", "scales/b/title")
    assert kept.of(moved, pair("Setuju?", "Agree?"))
    assert kept.of(moved, pair("Setuju?", "Another")) is None
    assert kept.of(("en", "other.yaml", "title"), pair("Setuju?", "Agree?")) is None


def test_a_better_translation_of_the_same_source_stays_confirmed() -> None:
    kept = Confirmations().replaced((), {NAME: confirmation_of(pair("Setuju?", "Agree?"))})
    confirmed = kept.of(NAME, pair("Setuju?", "Do you agree?"))
    assert confirmed
    assert confirmed.source == digest("Setuju?")


def test_conflicts_damage_and_doubles_are_told_with_their_lines() -> None:
    line = "en a.yaml title 000000000000 111111111111"
    lock = f"# head\n<<<<<<< ours\n{line}\n=======\n{line}\n>>>>>>> theirs\nen a.yaml title 0000\n\n"
    confirmations, findings = read_confirmations(lock.encode(), "translations.lock")
    assert [(finding.place.line, finding.facts["what"]) for finding in findings] == [
        (2, "merge-conflict"),
        (4, "merge-conflict"),
        (5, "second-line"),
        (6, "merge-conflict"),
        (7, "damaged-line"),
    ]
    assert ("en", "a.yaml", "title") in confirmations.by_name


@given(st.binary(max_size=300))
def test_any_bytes_are_confirmations_or_findings(raw: bytes) -> None:
    confirmations, findings = read_confirmations(raw, "translations.lock")
    told = {finding.place.line for finding in findings}
    lines = raw.decode("utf-8", "replace").split("\n")
    kept = [line for number, line in enumerate(lines, 1) if number not in told]
    sound = [line for line in kept if line.strip("\r") and not line.startswith("#")]
    assert len(sound) == len(confirmations.by_name)
