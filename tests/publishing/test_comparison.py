"""What a change does to minutes and pages, as a reviewer reads it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.comparison import comparison
from generator.publishing.record import NO_RECORD, Record

numbers = st.dictionaries(st.from_regex(r"(id|en)/[a-z]{1,6}\.pdf", fullmatch=True), st.integers(1, 900))


def record(minutes: dict[str, int], pages: dict[str, int]) -> Record:
    return Record("1", "d", {name: {"pages": number} for name, number in pages.items()}, minutes)


BEFORE = record({"stress/sleep": 90, "stress/breath": 60}, {"id/a.pdf": 10, "id/b.pdf": 2, "en/a.pdf": 11})


def test_only_what_differs_is_named_beside_the_totals() -> None:
    after = record({"stress/sleep": 75, "stress/breath": 60}, {"id/a.pdf": 12, "id/b.pdf": 2, "en/a.pdf": 11})
    assert comparison(BEFORE, after, "en") == "\n".join(
        [
            "| Minutes | before | after | difference |",
            "| --- | ---: | ---: | ---: |",
            "| All sessions | 150 | 135 | -15 |",
            "| `stress/sleep` | 90 | 75 | -15 |",
            "",
            "| Pages | before | after | difference |",
            "| --- | ---: | ---: | ---: |",
            "| All PDFs (en) | 11 | 11 | +0 |",
            "| All PDFs (id) | 12 | 14 | +2 |",
            "| `id/a.pdf` | 10 | 12 | +2 |",
        ]
    )


def test_what_is_only_in_one_of_them_is_told_as_absent_from_the_other() -> None:
    after = record({"stress/breath": 60, "stress/night": 45}, {"id/a.pdf": 10, "id/c.pdf": 3, "en/a.pdf": 11})
    table = comparison(BEFORE, after, "en")
    assert "| `stress/sleep` | 90 | – | -90 |" in table
    assert "| `stress/night` | – | 45 | +45 |" in table
    assert "| `id/c.pdf` | – | 3 | +3 |" in table


def test_a_change_that_moves_nothing_is_said_to_move_nothing() -> None:
    assert comparison(BEFORE, BEFORE, "en").count("Nothing has changed.") == 2
    assert comparison(NO_RECORD, NO_RECORD, "id").count("Tidak ada yang berubah.") == 2


@given(before=numbers, after=numbers)
def test_the_differences_of_the_files_add_up_to_those_of_the_languages(
    before: dict[str, int], after: dict[str, int]
) -> None:
    rows = comparison(record({}, before), record({}, after), "en").split("\n\n")[-2:]
    lines = [
        line.split(" | ") for table in rows for line in table.split("\n") if "/" in line or "PDF" in line
    ]
    differences = {line[0]: int(line[-1].strip(" |")) for line in lines}
    for language in ("id", "en"):
        files = sum(number for name, number in differences.items() if name.startswith(f"| `{language}/"))
        assert differences.get(f"| All PDFs ({language})", 0) == files
