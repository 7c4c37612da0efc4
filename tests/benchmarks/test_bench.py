"""The benchmarks run, and calculate what they say. Nothing is timed here: every step runs once, on the least
course that there can be.
"""

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.bench import Bench, Wanted
from tests.benchmarks.growth import Growing, GrowthSteps
from tests.benchmarks.line import Line, line
from tests.benchmarks.rows import ROWS, lines_of, steps_of
from tests.benchmarks.steps import NEEDS, STEPS
from tests.benchmarks.table import as_json, table, title
from tests.generated.size import TINY

WANTED = Wanted(
    rows=(*ROWS, "growth"),
    course="tiny",
    factors=(1, 2),
    growing=Growing(TINY, TINY.times(2)),
    editions=("participant",),
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Everything that needs neither a browser nor the network, measured once."""
    bench = Bench(tmp_path_factory.mktemp("bench"), WANTED)
    bench.round(lambda step, seconds: None)
    return bench


def test_every_step_is_run_and_every_row_has_its_lines(bench: Bench) -> None:
    (figures,) = bench.rounds
    assert set(STEPS) <= set(figures)
    assert all(figures[step] > 0 for step in STEPS)
    assert {one.row for one in bench.lines} == set(WANTED.rows)
    assert all(one.value == one.low == one.high for one in bench.lines), "one round has no spread"


def test_the_bare_tools_make_as_much_as_the_build(bench: Bench) -> None:
    """Else their time says nothing. A book of parts has a few empty pages more: each part ends a leaf."""
    made, bare = bench.steps.made, bench.steps.bare
    assert 0.8 * made.printed < bare.pages <= made.printed
    sites = [bare.folder / language / "site" for language in bare.languages]
    pages = {path.relative_to(site).as_posix() for site in sites for path in site.rglob("*.html")}
    built = {path.relative_to(bench.steps.whole.output / "id").as_posix()
             for path in (bench.steps.whole.output / "id").rglob("*.html")}  # fmt: skip
    assert pages == built


def test_growth_tells_time_and_memory_a_page(bench: Bench) -> None:
    names = [one.name for one in bench.lines if one.row == "growth"]
    assert {"handbooks time 2", "handbooks worker 2", "site time 2", "site main 2"} <= set(names)


def test_each_line_is_told_in_words(bench: Bench) -> None:
    shown = table(bench.lines)
    assert all(title(one) in shown for one in bench.lines)
    assert json.loads(json.dumps(as_json(bench.lines)))[0]["name"] == "full"


def rounds(**seconds: list[float]) -> list[dict[str, float]]:
    return [dict(zip(seconds, values, strict=True)) for values in zip(*seconds.values(), strict=True)]


def test_a_ratio_is_that_of_the_medians_and_its_spread_that_of_the_rounds() -> None:
    measured = rounds(full=[3.0, 5.0, 100.0], bare_site=[4.0, 4.0, 4.0], bare_print=[4.0, 6.0, 6.0])
    (told,) = lines_of("full", measured)
    assert (told.value, told.low, told.high) == (0.5, 0.375, 10.0)
    assert told.is_met


def test_what_is_unchanged_is_told_in_seconds_beyond_its_imports() -> None:
    (told,) = lines_of("unchanged", rounds(unchanged=[1.5, 1.5], imports=[0.75, 0.75]))
    assert (told.value, told.unit, told.is_met) == (0.75, "seconds", False)


def test_a_line_without_a_goal_is_neither_met_nor_missed() -> None:
    told = line("row", "full", [{"one": 1.0}], lambda figures: figures["one"])
    assert told.is_met is None
    assert "met" not in table([told]).splitlines()[1].replace(title(told), "")


def test_a_page_is_what_growth_is_counted_by(tmp_path: Path) -> None:
    """Of the site only the pages that grow: 100 of them tell of the rules, and take 5 seconds."""
    growth = GrowthSteps(tmp_path, 2, (1, 4), Growing(), ())
    seconds = {"handbooks": {1: 10, 4: 40}, "site": {0: 5, 1: 15, 4: 65}}
    pages = {"handbooks": {1: 20, 4: 80}, "site": {0: 100, 1: 120, 4: 180}}
    figures: dict[str, float] = {}
    for name, found in (("seconds", seconds), ("pages", pages)):
        figures |= {f"{medium} {name} {n}": one for medium, of in found.items() for n, one in of.items()}
    for medium in ("handbooks", "site"):
        figures |= {f"{medium} worker 1": 8, f"{medium} worker 4": 10, f"{medium} main 1": 0}
    told = {one.name: one for one in growth.lines([figures])}
    assert told["handbooks time 4"].value == 1
    assert told["site time 4"].value == 1.5
    assert told["site worker 4"] == Line("growth", "site worker 4", "ratio", 1.25, 1.25, 1.25, 1.5)
    assert "site main 4" not in told, "the system did not tell it"


def test_a_row_asks_for_its_steps_and_for_what_must_run_before() -> None:
    assert steps_of(["full"]) == {"full", "bare_site", "bare_print"}
    order = list(STEPS)
    assert all(order.index(first) < order.index(step) for step, needed in NEEDS.items() for first in needed)


def test_an_unknown_row_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ful"])
    assert ended.value.code == 2
    assert "unknown row ful; possible: full, edited" in capsys.readouterr().err
