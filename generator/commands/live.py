"""Runs the preview at the terminal: starts it, says what happens, and ends it when asked to."""

import signal
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

import click

from generator.checking.check import Checked
from generator.commands.checked import summary
from generator.commands.options import MACHINE, in_project, of_project, source_language
from generator.doctor import install_command, missing
from generator.findings.report import report
from generator.rendering.theme import Theme
from generator.serving.preview import Preview, PreviewPlan
from generator.serving.server import PreviewServer, ServerError, is_loopback
from generator.serving.watching import Watch

WORDS: Final = {
    "en": {
        "address": "Preview: {address}",
        "other_port": "(port {wanted} is taken)",
        "watching": "Watching {folders}. Save a file, and the open page follows. Ctrl-C ends the preview.",
        "everyone": "Warning: --host {host} lets everyone in this network see the preview.",
        "updated": "{page} updated in {seconds:.1f} s",
        "saved": "saved; see {address}",
        "unshown": "saved",
        "failed": "{what} could not be made: {why}",
        "ended": "The preview has ended.",
        "lacking": "To print, this machine lacks {names}. Install it with: {command}",
        "no_folder": "{folder}: {reason}. The preview needs a place to write in.",
        "no_server": "cannot serve at {host}, port {port}: {reason}. Choose another --host or --port.",
    },
    "id": {
        "address": "Pratinjau: {address}",
        "other_port": "(porta {wanted} sedang dipakai)",
        "watching": "Yang dipantau: {folders}. Simpan berkas, lalu halaman yang terbuka menyusul. "
        "Ctrl-C mengakhiri pratinjau.",
        "everyone": "Perhatian: dengan --host {host} semua orang di jaringan ini bisa melihat pratinjau.",
        "updated": "{page} diperbarui dalam {seconds:.1f} detik",
        "saved": "tersimpan; lihat {address}",
        "unshown": "tersimpan",
        "failed": "{what} gagal dibuat: {why}",
        "ended": "Pratinjau selesai.",
        "lacking": "Untuk mencetak, mesin ini belum punya {names}. Pasang dengan: {command}",
        "no_folder": "{folder}: {reason}. Pratinjau perlu tempat menulis.",
        "no_server": "tidak bisa melayani di {host}, porta {port}: {reason}. Pilih --host atau --port lain.",
    },
}


def run(curriculum: Path, words: str, quiet: bool, host: str, port: int, open_browser: bool) -> None:
    """Serve the preview until somebody ends it.

    Args:
        curriculum: The folder with the course.
        words: The language of the messages.
        quiet: Whether to say only what is wrong.
        host: Where to listen.
        port: The port, or the first of those to try.
        open_browser: Whether to open the preview in the browser.
    """
    terminal = _Terminal(words, quiet)
    theme = Theme(of_project("theme"), (curriculum,), source_language(curriculum))
    lacking = _lacking(WORDS[words]["lacking"])
    plan = PreviewPlan(curriculum, theme, of_project("mkdocs.yml"), of_project("build"), words, lacking)
    preview, server = _made(plan, terminal, host, port)
    watch = Watch(curriculum, theme.root)
    _end_with(watch.stop)
    terminal.welcome(server, port, (curriculum, in_project(theme.root.name)))
    preview.start()
    server.start()  # who came before has waited: the port was taken from the beginning
    if open_browser:
        webbrowser.open(server.address)
    while saved := watch.wait():
        preview.follow(saved)
    preview.stop()
    server.stop()
    watch.close()
    terminal.say("ended")


def _made(plan: PreviewPlan, terminal: "_Terminal", host: str, port: int) -> tuple[Preview, PreviewServer]:
    """The preview and its server; where this machine does not let them be, the reason is told."""
    preview = None
    try:
        preview = Preview(plan, terminal)
        return preview, PreviewServer(preview, host, port)
    except ServerError as error:
        terminal.complain("no_server", host=host, port=port, reason=error)
    except OSError as error:
        terminal.complain("no_folder", reason=error.strerror or error, folder=error.filename or "")
    if preview:
        preview.stop()
    sys.exit(MACHINE)


def _lacking(words: str) -> str:
    """What this machine lacks to print, and how to get it; empty where it lacks nothing."""
    needs = missing("build")
    names = ", ".join(need.name for need in needs)
    return words.format(names=names, command=install_command(needs)) if needs else ""


def _end_with(stop: Callable[[], None]) -> None:
    """Let Ctrl-C and a request to end do the same: what runs is finished, then everything is ended.

    Whoever does not want to wait for that asks again.
    """

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        stop()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)


class _Terminal:
    """Says what happens, in the language of the messages; the same findings are not told twice."""

    def __init__(self, words: str, quiet: bool) -> None:
        self._address = ""
        self._language = words
        self._words = WORDS[words]
        self._quiet = quiet
        self._told: str | None = None

    def welcome(self, server: PreviewServer, wanted: int, folders: tuple[Path, ...]) -> None:
        """Say where the preview is, what it watches, and what to do."""
        self._address = server.address
        address = self._words["address"].format(address=server.address)
        if server.server_port != wanted and wanted:
            address += " " + self._words["other_port"].format(wanted=wanted)
        self._print(address)
        if not is_loopback(server.host):
            self.complain("everyone", host=server.host)
        self.say("watching", folders=", ".join(str(folder) for folder in folders))

    def checked(self, checked: Checked) -> None:
        """Everything was checked."""
        found = report(checked.findings, self._language)
        if found == self._told:
            return
        self._told = found
        if found:
            click.echo(found, err=True)
        self._print(summary(checked, self._language))

    def updated(self, page: str, seconds: float) -> None:
        """An open page shows what was saved."""
        self.say("updated", page=page, seconds=seconds)

    def saved(self, page: str | None) -> None:
        """Something was saved that no open page shows."""
        if page is None:
            self.say("unshown")
        else:
            self.say("saved", address=self._address + page)

    def failed(self, what: str, why: str) -> None:
        """Something could not be made."""
        self.complain("failed", what=what, why=why)

    def say(self, name: str, **facts: object) -> None:
        """Print a line, unless only what is wrong is to be said."""
        self._print(self._words[name].format(**facts))

    def complain(self, name: str, **facts: object) -> None:
        """Print a line about what is wrong."""
        click.echo(self._words[name].format(**facts), err=True)

    def _print(self, text: str) -> None:
        if not self._quiet:
            click.echo(text)
