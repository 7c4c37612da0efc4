"""Puts a site's files in their place: what stands there already is left alone, what is no more goes."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from generator.publishing.archive import SIZE
from generator.publishing.output import remove
from generator.rendering.told_last import BEGINNING, untold


class SiteFolder:
    """The folder of one language's site while its files are put there.

    A file that changes is a new one, not the old one written over: whoever shares the old keeps it.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.written = 0
        self._names: set[str] = set()
        self._folders = {folder}

    def put_page(self, name: str, html: str) -> None:
        """Let there be a page; one that differs only in what pages are told last stays as it is."""
        self._names.add(name)
        old = self._text(name)
        if old is not None and (old == html or (BEGINNING in html and _untold(old) == _untold(html))):
            return
        self._write(name, html.encode())

    def put(self, name: str, content: bytes) -> None:
        """Let there be a file."""
        self._names.add(name)
        path = self.folder / name
        with suppress(OSError):
            if path.stat().st_size == len(content) and path.read_bytes() == content:
                return
        self._write(name, content)

    def clear(self, kept: Collection[str]) -> None:
        """Remove what was not put here, but for folders of these names.

        Args:
            kept: What is not this site's, at the top of its folder.
        """
        for path in self.folder.iterdir():
            if path.name not in kept:
                self._clear(path)

    def _clear(self, path: Path) -> None:
        if path.is_dir() and not path.is_symlink():
            for below in path.iterdir():
                self._clear(below)
            with suppress(OSError):  # it holds something
                path.rmdir()
        elif path.relative_to(self.folder).as_posix() not in self._names:
            path.unlink()

    def _text(self, name: str) -> str | None:
        try:
            return (self.folder / name).read_bytes().decode()
        except (OSError, ValueError):
            return None

    def _write(self, name: str, content: bytes) -> None:
        path = self.folder / name
        self._make_folder(path.parent)
        if path.is_symlink() or path.exists():
            remove(path)
        path.write_bytes(content)
        self.written += 1

    def _make_folder(self, folder: Path) -> None:
        if folder in self._folders:
            return
        for place in (folder, *folder.parents):
            if place == self.folder:
                break
            if place.is_symlink() or place.is_file():
                place.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        self._folders.add(folder)


def _untold(html: str) -> str:
    """A page without all that it is told when everything is made."""
    return SIZE.sub(r"\g<1>", untold(html))
