"""The local folder on disk: what may be read of it."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from generator.findings.finding import Finding
from generator.reading.folder import LINK, survey
from generator.reading.loading import Curriculum


class LocalFolder(Curriculum):
    """An organisation's folder. Nothing hidden in it (such as `.git`) is read, and no link is followed."""

    def oddities(self) -> list[Finding]:
        """What stands in the folder and may not be read; links that lead out of it are told elsewhere."""
        out = set(self.links_out())
        return [finding for file, finding in self.survey.unfit.items() if file not in out]

    def links_out(self) -> list[str]:
        """Links in the folder that lead out of it, sorted."""
        links = (file for file, finding in self.survey.unfit.items() if finding.code == LINK)
        return sorted(file for file in links if not inside(self.root, self.root / file))


def inside(root: FilePath, path: FilePath) -> bool:
    """Whether a path lies below a folder, also where links on the way are followed."""
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # it leads nowhere, or back to itself
        return False


def readable_files(root: FilePath) -> Iterator[tuple[str, FilePath]]:
    """Every file of a folder that may be read, with its path below the folder, sorted."""
    return ((file, root / file) for file in sorted(survey(root).files))
