"""Measures how soon a save is on screen: from the file's time of writing to the text in Chromium's page.

    ./tangguh bench serve [--rounds N]

It copies the real course, starts `tangguh serve` on the copy, and opens a page for every edit.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.memory import processes
from tests.browser.conftest import chromium

ROOT: Final = Path(__file__).resolve().parents[2]
MODULE: Final = "modules/relapse-prevention"
URGE: Final = "sessions/riding-the-urge"
EDITS: Final = {
    "a session's summary": (f"{MODULE}/{URGE}.yaml", "summary", "id", URGE),
    "its translation": (f"{MODULE}/translations/en/{URGE}.yaml", "summary", "en", URGE),
    "a sheet's title": (f"{MODULE}/worksheets/urge-diary.yaml", "title", "id", "sheets/urge-diary"),
    "its translation too": (
        f"{MODULE}/translations/en/worksheets/urge-diary.yaml", "title", "en", "sheets/urge-diary"),
    "a module's purpose": (f"{MODULE}/module.yaml", "purpose", "id", "index"),
    "a module's test": (f"{MODULE}/evaluation.yaml", "stem", "id", "evaluation"),
    "the contacts": ("contacts.yaml", "use_for", "id", "/help"),
    "the glossary": ("glossary.yaml", "definition", "id", "/glossary"),
    "its other language": ("translations/en/glossary.yaml", "definition", "en", "/glossary"),
    "a chapter": ("chapters/overdose.yaml", "summary", "id", "/chapters/overdose"),
    "words to avoid": ("wording.yaml", "reason", "id", "/wording"),
    "a session's title": (f"{MODULE}/sessions/our-plan.yaml", "title", "id", "sessions/our-plan"),
}  # fmt: skip
"""What is edited: the file, the key whose first text grows, and the page that shows it. Titles stand in the
navigation of every page, so that the open one is loaded anew.
"""


def text_of(key: str) -> re.Pattern[str]:
    """The first text of a key, on its line or the next one."""
    return re.compile(rf"^( *(?:- )?{key}: *(?:[|>]-?\n *)?[\"']?)(?=\w)", re.MULTILINE)


def cpu_seconds(pid: int) -> float:
    """What a process and those below it have worked so far."""
    total = 0
    for one in processes(pid):
        fields = Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def seconds_to_see(page: Page, file: Path, key: str, word: str) -> float:
    """Put a word at the beginning of a text; how long after the save the page shows it."""
    text = file.read_text(encoding="utf-8")
    edited, number = text_of(key).subn(rf"\g<1>{word} ", text, count=1)
    assert number == 1, f"no {key} in {file}"
    file.write_text(edited, encoding="utf-8")
    page.locator("article", has_text=word).wait_for()
    return time.time() - file.stat().st_mtime


def measure(
    page: Page, address: str, course: Path, server: int, rounds: int
) -> Iterator[tuple[str, float, float]]:
    """Each edit with its seconds on the clock and on the processors, its check included."""
    for number in range(rounds):
        for name, (file, key, language, place) in EDITS.items():
            path = place[1:] if place.startswith("/") else f"{MODULE.split('/')[1]}/{place}"
            page.goto(f"{address}{language}/{path}.html")
            page.wait_for_selector(".preview-bar[data-worst]", state="attached")
            page.wait_for_timeout(3000)
            before = cpu_seconds(server)
            seconds = seconds_to_see(page, course / file, key, f"Kata{number}x{abs(hash(name)) % 997}")
            page.wait_for_timeout(4000)
            yield name, seconds, cpu_seconds(server) - before


def main(rounds: int = 1) -> None:
    """Print a line for each edit, then median and worst."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        course = shutil.copytree(ROOT / "curriculum", Path(folder) / "curriculum")
        command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--curriculum", str(course)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split()[-1]
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page()
            page.set_default_timeout(60_000)
            taken = []
            for name, seconds, worked in measure(page, address, course, server.pid, rounds):
                print(f"{seconds:6.2f} s  {worked:5.1f} s of processors  {name}", flush=True)
                taken.append(seconds)
            browser.close()
        finally:
            server.terminate()
            server.wait()
        print(f"median {statistics.median(taken):.2f} s, worst {max(taken):.2f} s, {len(taken)} edits")
