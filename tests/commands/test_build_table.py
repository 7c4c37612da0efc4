"""The table at the end of a build."""

from generator.commands.build_table import build_table
from generator.publishing.tally import Tally


def tally() -> Tally:
    made = Tally()
    made.add("id", "site", new=2, kept=10, pages=12, seconds=1.25)
    made.add("id", "handbooks", new=1, pages=130, seconds=20)
    made.add("id", "handbooks", kept=1, pages=70)
    return made


def test_each_kind_has_a_row_and_the_last_one_is_the_sum() -> None:
    assert build_table(tally(), 11.04, "en").splitlines() == [
        "Made           new  kept  pages  seconds",
        "id: handbooks    1     1    200     20.0",
        "id: site         2    10     12      1.2",
        "All              3    11    212     11.0",
    ]


def test_numbers_are_written_as_the_language_does() -> None:
    table = build_table(tally(), 11.04, "id").splitlines()
    assert table[0].split() == ["Yang", "dibuat", "baru", "tersimpan", "halaman", "detik"]
    assert table[-1].split() == ["Semua", "3", "11", "212", "11,0"]
