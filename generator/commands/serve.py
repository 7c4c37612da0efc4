"""`tangguh serve`: the course in a browser, following every save."""

import signal
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final

import click

from generator.checking.check import Checked
from generator.commands.checked import summary
from generator.commands.options import (
    MACHINE,
    curriculum_option,
    language_option,
    of_project,
    quiet_option,
)
from generator.findings.report import report
from generator.rendering.theme import Theme

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
        "no_folder": "{folder} is no folder",
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
        "no_folder": "{folder} bukan folder",
        "no_server": "tidak bisa melayani di {host}, porta {port}: {reason}. Pilih --host atau --port lain.",
    },
}


@click.command("serve")
@curriculum_option
@quiet_option
@language_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; other than this machine."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port, or the next free one after it; 0 takes any.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
def serve_command(
    curriculum: Path, quiet: bool, words: str, host: str, port: int, open_browser: bool
) -> None:
    """Show the course in a browser; every save shows by itself."""
    # Imported late: other commands do without it.
    from generator.serving.preview import Preview, PreviewPlan
    from generator.serving.server import PreviewServer, ServerError, is_loopback
    from generator.serving.watching import Watch

    say = WORDS[words]
    if not curriculum.is_dir():
        raise click.BadParameter(say["no_folder"].format(folder=curriculum), param_hint="--curriculum")
    theme = Theme(of_project("theme"))
    plan = PreviewPlan(curriculum, theme, of_project("mkdocs.yml"), of_project("build"), words)
    terminal = _Terminal(words, quiet)
    preview = Preview(plan, terminal)
    try:
        server = PreviewServer(preview, host, port)
    except ServerError as error:
        preview.stop()
        click.echo(say["no_server"].format(host=host, port=port, reason=error.reason), err=True)
        sys.exit(MACHINE)
    terminal.address = server.address
    watch = Watch(curriculum, theme.root)
    _end_with(watch.stop)
    server.start()
    taken = say["other_port"].format(wanted=port) if port and server.server_port != port else ""
    terminal.say(f"{say['address'].format(address=server.address)} {taken}".rstrip())
    if not is_loopback(host):
        terminal.say(say["everyone"].format(host=host))
    terminal.say(say["watching"].format(folders=f"{curriculum}, {theme.root.name}"))
    preview.start()
    if open_browser:
        webbrowser.open(server.address)
    while saved := watch.wait():
        preview.follow(saved)
    preview.stop()
    server.stop()
    watch.close()
    terminal.say(say["ended"])


def _end_with(stop: Callable[[], None]) -> None:
    """Let Ctrl-C and a request to end do the same: what runs is finished, then everything is ended."""

    def end(number: int, frame: FrameType | None) -> None:
        stop()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)


class _Terminal:
    """Says what happens, in the language of the messages; the same findings are not told twice."""

    def __init__(self, words: str, quiet: bool) -> None:
        self.address = ""
        self._words = words
        self._quiet = quiet
        self._told: str | None = None

    def checked(self, checked: Checked) -> None:
        """Everything was checked."""
        found = report(checked.findings, self._words)
        if found == self._told:
            return
        self._told = found
        if found:
            click.echo(found, err=True)
        self.say(summary(checked, self._words))

    def updated(self, page: str, seconds: float) -> None:
        """An open page shows what was saved."""
        self._say("updated", page=page, seconds=seconds)

    def saved(self, page: str | None) -> None:
        """Something was saved that no open page shows."""
        if page is None:
            self._say("unshown")
        else:
            self._say("saved", address=self.address + page)

    def failed(self, what: str, why: str) -> None:
        """Something could not be made."""
        click.echo(WORDS[self._words]["failed"].format(what=what, why=why), err=True)

    def say(self, text: str) -> None:
        """Print a line, unless nothing but what is wrong is to be said."""
        if not self._quiet:
            click.echo(text)

    def _say(self, name: str, **facts: Any) -> None:
        self.say(WORDS[self._words][name].format(**facts))
