"""`tangguh serve` on a copy of the sample, to break and to mend."""

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from tests.publishing.built import ROOT, SAMPLE

PATIENCE = 60
"""Seconds; the machine may be busy with the other half of the suite."""
ADDRESS = re.compile(r"http://[^/\s]+/")


class Serving:
    """The running command; its messages are English. Its first line was read, the rest says `end`."""

    def __init__(self, place: Path, port: int = 0) -> None:
        self.root = place / "kursus"
        if not self.root.exists():
            shutil.copytree(SAMPLE, self.root)
        self._before: dict[str, str] = {}
        command = [sys.executable, "-m", "generator", "serve", "--language", "en"]
        self.process = subprocess.Popen(
            [*command, "--port", str(port), "--curriculum", str(self.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        found = ADDRESS.search(self.process.stdout.readline())
        assert found
        self.address = found[0]

    def save(self, file: str, old: str, new: str) -> None:
        """Replace a text, which must stand there once."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self._before.setdefault(file, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def mend(self) -> None:
        """Put every file back as it was."""
        for file, text in self._before.items():
            (self.root / file).write_text(text, encoding="utf-8")
        self._before.clear()

    def read(self, path: str) -> str:
        """A page as it is handed out now."""
        with urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def wait_for(self, path: str, text: str) -> None:
        """Wait until a page is handed out as this: a page opened sooner may load itself anew."""
        until = time.monotonic() + PATIENCE
        while self.read(path) != text:
            assert time.monotonic() < until, f"{path} is not as it was"
            time.sleep(0.1)

    def end(self, number: signal.Signals = signal.SIGINT) -> str:
        """End it, as Ctrl-C does; what it said since its first line."""
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return str(said)
