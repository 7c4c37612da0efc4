"""A comment `# ignore CODE: reason` silences within the key or entry that it stands at, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.findings.rule import codes, rule
from generator.findings.silencing import Silencing
from generator.reading.loading import Curriculum
from generator.reading.yaml_file import parse_yaml
from tests.today import TODAY

MODULE = "modules/listening"
HEARING = f"{MODULE}/sessions/hearing.yaml"
TRANSLATED = f"{MODULE}/translations/en/sessions/hearing.yaml"
LOUD = next(code for code in codes() if not rule(code).may_be_silenced)

Change = Callable[[Path, str, str], None]
Check = Callable[[Path], list[str]]

TEXT = """\
title: Sesi
steps:
  - do: Baca.
    say: |
      Halo.
      # ignore Y21: bagian dari teks
  - do: Tulis.
    note: [satu,
      dua]
last: 1
"""


def silencings(text: str) -> list[Silencing]:
    file = parse_yaml(text.encode(), "a.yaml")
    assert file.findings == []
    return file.silencings


def lines(old: str, new: str) -> tuple[int, int]:
    """From and to which line the only comment of the changed text silences."""
    assert TEXT.count(old) == 1
    (found,) = silencings(TEXT.replace(old, new))
    return found.first_line, found.last_line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("title: Sesi", "title: Sesi # ignore Y21: ya", (1, 1), id="behind a value"),
        pytest.param("last: 1", "last: 1 # ignore Y21: ya", (10, 11), id="behind the last value"),
        pytest.param("steps:", "steps: # ignore Y21: ya", (2, 9), id="behind a key, with all below it"),
        pytest.param("- do: Baca.", "- do: Baca. # ignore Y21: ya", (3, 6), id="on an entry's first line"),
        pytest.param("say: |", "say: | # ignore Y21: ya", (4, 6), id="before a block of text"),
        pytest.param("dua]", "dua] # ignore Y21: ya", (9, 9), id="behind an entry in brackets"),
        pytest.param("  - do: Tulis.", "  # ignore Y21: ya\n  - do: Tulis.", (7, 10), id="above an entry"),
        pytest.param("    note:", "    # ignore Y21: ya\n    note:", (8, 10), id="above a key"),
        pytest.param(
            "last: 1", "# ignore Y21: ya\n\n# lain\nlast: 1", (10, 14), id="above, with lines between"
        ),
        pytest.param("title: Sesi", "# ignore Y21: ya\ntitle: Sesi", (1, 2), id="before the first key"),
        pytest.param(
            "title: Sesi", "# lain\n# ignore Y21: ya\ntitle: Sesi", (1, 3), id="before it, in the second line"
        ),
    ],
)
def test_a_comment_counts_for_what_it_stands_at(old: str, new: str, expected: tuple[int, int]) -> None:
    assert lines(old, new) == expected


def test_what_looks_like_a_comment_within_a_text_is_none() -> None:
    assert silencings(TEXT) == []
    assert silencings("a: 'x # ignore Y21: ya'\nb: x# ignore Y21\nc: >\n  # ignore Y21: ya\n") == []


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# ignore Y21: karena", (("Y21",), "karena")),
        ("#ignore y21 , L02:  karena: begitu ", (("Y21", "L02"), "karena: begitu")),
        ("# ignore: Y21: karena", (("Y21",), "karena")),
    ],
)
def test_a_comment_names_codes_and_a_reason(comment: str, expected: tuple[tuple[str, ...], str]) -> None:
    (found,) = silencings(f"a: x {comment}\n")
    assert (found.codes, found.reason) == expected
    assert (found.place.line, found.place.column, found.place.width) == (1, 6, len(comment.rstrip()))


@pytest.mark.parametrize(
    ("comment", "what"),
    [
        ("# ignore", "no-code"),
        ("# ignore: karena", "unknown-code"),
        ("# ignore Y21", "no-reason"),
        ("# ignore Y21:", "no-reason"),
        ("# ignore Y99: karena", "unknown-code"),
        ("# ignore Y21 L02: karena", "unknown-code"),
        (f"# ignore Y21, {LOUD}: karena", "not-to-be-silenced"),
    ],
)
def test_a_comment_that_cannot_silence_is_told_with_the_reason(comment: str, what: str) -> None:
    file = parse_yaml(f"a: x {comment}\n".encode(), "a.yaml")
    (finding,) = file.findings
    assert (finding.code, finding.facts, finding.place.column) == ("I02", {"what": what}, 6)
    assert file.silencings == []
    assert file.is_sound


def test_an_unknown_code_is_told_with_the_nearest_that_may_be_silenced() -> None:
    (finding,) = parse_yaml(b"a: x # ignore A3: ya\n", "a.yaml").findings
    assert finding.nearest == "A03"


def test_a_finding_is_silenced_in_the_file_that_it_stands_in(
    sample: Path, change: Change, check: Check
) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "")
    assert check(sample) == [f"{HEARING}:1:8 L02"]
    change(sample / HEARING, "title: Mendengar\n", "title: Mendengar # ignore L02: Nanti.\n")
    assert check(sample) == []
    checked = check_curriculum(Curriculum(sample), TODAY)
    assert [(one.finding.code, one.reason) for one in checked.silenced] == [("L02", "Nanti.")]


def test_what_is_wrong_in_a_translation_is_silenced_there(sample: Path, change: Change, check: Check) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "title: on # ignore Y21: A word of its own.\n")
    assert check(sample) == []


def test_what_is_said_of_a_file_is_silenced_before_its_first_key(
    sample: Path, change: Change, check: Check
) -> None:
    sheet = sample / MODULE / "worksheets/extra.yaml"
    sheet.write_bytes((sample / MODULE / "worksheets/listening-card.yaml").read_bytes())
    translation = sample / MODULE / "translations/en/worksheets/extra.yaml"
    translation.write_bytes((sample / MODULE / "translations/en/worksheets/listening-card.yaml").read_bytes())
    change(sample / MODULE / "module.yaml", "  - listening-card\n", "  - listening-card\n  - extra\n")
    assert check(sample) == [f"{MODULE}/worksheets/extra.yaml:1:1 A03"]
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(f"# ignore A03: Untuk pertemuan lain.\n{text}", encoding="utf-8")
    assert check(sample) == []


def test_a_comment_that_silences_nothing_is_told(sample: Path, change: Change, check: Check) -> None:
    change(sample / HEARING, "title: Mendengar\n", "title: Mendengar # ignore L02, P06: Nanti.\n")
    assert check(sample) == [f"{HEARING}:1:18 I01"] * 2


def test_while_a_file_is_broken_no_comment_is_told_to_silence_nothing(
    sample: Path, change: Change, check: Check
) -> None:
    change(sample / HEARING, "title: Mendengar\n", "title: Mendengar # ignore L02: Nanti.\n")
    change(sample / "course.yaml", "subtitle:", "subtitel:")
    assert check(sample) == ["course.yaml:2:1 F01"]


def test_a_comment_silences_in_a_file_with_a_fault_of_syntax(
    sample: Path, change: Change, check: Check
) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "")
    change(sample / HEARING, "title: Mendengar\n", "title: Mendengar # ignore L02: Nanti.\n")
    change(sample / HEARING, "minutes: 30\n", "minutes:30\n")
    assert check(sample) == [f"{HEARING}:3:1 Y18"]
