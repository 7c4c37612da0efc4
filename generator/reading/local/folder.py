"""The local folder on disk: what may be read of it."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from generator.model import layout
from generator.reading.loading import Curriculum


class LocalFolder(Curriculum):
    """An organisation's folder. What is hidden in it (such as `.git`) or leads out of it is never read."""

    def has(self, file: str) -> bool:
        return super().has(file) and inside(self.root, self.root / file)

    def media(self, module: str) -> list[str]:
        return [name for name in super().media(module) if self.has(layout.media_file(name))]

    def files(self) -> list[str]:
        """Every YAML file of the folder, sorted."""
        return [file for file in super().files() if not is_hidden(file) and self.has(file)]

    def links_out(self) -> list[str]:
        """Links in the folder that lead out of it, sorted."""
        links = (path for path in self.root.rglob("*") if path.is_symlink() and not inside(self.root, path))
        return sorted(path.relative_to(self.root).as_posix() for path in links)


def is_hidden(file: str) -> bool:
    """Whether a file's name or that of a folder around it starts with a dot."""
    return any(step.startswith(".") for step in file.split("/"))


def inside(root: FilePath, path: FilePath) -> bool:
    """Whether a path lies below a folder, also where links on the way are followed."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads back to itself
        return False


def readable_files(root: FilePath) -> Iterator[tuple[str, FilePath]]:
    """Every file of a local folder that may be read, with its path below the folder, sorted."""
    for path in sorted(root.rglob("*")):
        file = path.relative_to(root).as_posix()
        if path.is_file() and not is_hidden(file) and inside(root, path):
            yield file, path
