"""`./tangguh bench`: measures builds side by side in one run, and prints ratios of medians.

    ./tangguh bench                     the rows that end in some minutes
    ./tangguh bench full edited         some of them
    ./tangguh bench growth peers serve  those that take longer, or need the network or a browser

Rounds are interleaved: each runs every step once, so that a machine whose speed drifts treats all alike.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final

from generator.views.handbook import PRINTABLE
from tests.benchmarks import serve
from tests.benchmarks.bench import Bench, Wanted
from tests.benchmarks.courses import COURSES
from tests.benchmarks.growth import FACTORS
from tests.benchmarks.project import MeasuredError
from tests.benchmarks.rows import ROWS
from tests.benchmarks.table import as_json, table
from tests.benchmarks.words import say

LONGER: Final = ("growth", "peers", "serve")
"""Measured only when asked for."""
CORES: Final = 2
"""What the goals are stated for."""


def main(arguments: list[str] | None = None) -> int:
    """Measure; 0 when that was possible, whatever came out, 1 when a build failed."""
    options = _options(arguments)
    rows = options.rows or list(ROWS)
    measured = [row for row in rows if row != "serve"]
    try:
        if measured:
            _measure(measured, options)
    except MeasuredError as error:
        print(error, file=sys.stderr)
        return 1
    if "serve" in rows:
        serve.main(options.rounds)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tangguh bench",
        description="Measure builds side by side in one run, and print ratios of medians.",
    )
    rows = (*ROWS, *LONGER)
    parser.add_argument(
        "rows",
        nargs="*",
        metavar="ROW",
        help=f"{', '.join(ROWS)} (these, if none is named); {', '.join(LONGER)}",
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="run each step so often (3)")
    parser.add_argument("--course", choices=COURSES, default=COURSES[0], help=f"what is built ({COURSES[0]})")
    parser.add_argument(
        "--factors", type=int, nargs="+", default=FACTORS, metavar="N", help="sizes for growth (1 4 16)"
    )
    parser.add_argument("--jobs", type=int, default=CORES, metavar="N", help=f"processes at once ({CORES})")
    parser.add_argument(
        "--edition",
        action="append",
        dest="editions",
        default=[],
        choices=PRINTABLE,
        help="print this edition only; may be given more than once",
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write everything that was measured there, too"
    )
    options = parser.parse_args(arguments)
    if unknown := [row for row in options.rows if row not in rows]:
        parser.error(f"unknown row {unknown[0]}; possible: {', '.join(rows)}")
    if options.rounds < 1 or options.jobs < 1:
        parser.error("--rounds and --jobs are 1 at least")
    return options


def _measure(rows: list[str], options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="tangguh-bench-") as folder:
        wanted = Wanted(
            tuple(rows),
            options.course,
            options.jobs,
            tuple(options.factors),
            editions=tuple(options.editions),
        )
        bench = Bench(Path(folder), wanted)
        for number in range(1, options.rounds + 1):
            print(say("round", n=number), file=sys.stderr)
            bench.round(_told)
        print("\n".join((_heading(options), *bench.remarks, "", table(bench.lines, wanted.factors[0]))))
        if options.json:
            facts = {
                "course": options.course,
                "editions": options.editions,
                "jobs": options.jobs,
                "cores": os.cpu_count(),
                "made": asdict(bench.made) if bench.made else None,
                "rounds": bench.rounds,
                "lines": as_json(bench.lines),
            }
            text = json.dumps(facts, indent=1, ensure_ascii=False)
            options.json.write_text(f"{text}\n", encoding="utf-8")


def _heading(options: argparse.Namespace) -> str:
    facts = say("rounds", n=options.rounds, jobs=options.jobs, cores=os.cpu_count())
    return "; ".join((say(options.course), facts, *options.editions))


def _told(step: str, seconds: float) -> None:
    print(f"  {seconds:8.2f} s  {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
