"""What the print engine may read: plain files of the theme and pictures of the course, and no host at all."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher

SHOWN: Final = frozenset({".css", ".woff2", ".svg", ".png", ".jpg", ".jpeg"})
"""What a document is made of, besides itself."""
EMBEDDED: Final = ("data:image/png", "data:image/jpeg", "data:image/svg+xml")


class LocalFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Serves the theme's files and the course's pictures, and nothing else: no host, no other file.

    A picture's address is ``media:`` with its module and its name.
    """

    def __init__(self, theme: Path, media: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True)
        self.media = media
        self.roots = [theme.resolve(), media.resolve()]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """What stands at an address.

        Raises:
            FatalURLFetchingError: It may not be read.
        """
        parts = urlsplit(url)
        if parts.scheme == "media":
            module, _, file = unquote(parts.path).partition("/")
            return self.fetch((self.media / module / "media" / file).absolute().as_uri(), headers)
        if parts.scheme == "file":
            self._look_at(url, parts.netloc, parts.path)
        elif parts.scheme != "data":
            raise FatalURLFetchingError(f"no network while building: {url}")
        elif not url.startswith(EMBEDDED):
            raise FatalURLFetchingError(f"no picture: {url[:60]}")
        return super().fetch(url, headers)

    def _look_at(self, url: str, host: str, path: str) -> None:
        """Where links lead on the way counts, not what the address says; a pipe would never end."""
        try:
            file = Path(unquote(path)).resolve()
            is_ours = not host and any(file.is_relative_to(root) for root in self.roots)
            plain = is_ours and file.is_file()
        except (OSError, RuntimeError, ValueError):  # no file can have such a name
            is_ours = plain = False
        if not is_ours:
            raise FatalURLFetchingError(f"outside curriculum and theme: {url}")
        if not plain or file.suffix not in SHOWN:
            raise FatalURLFetchingError(f"not a picture, style sheet or font: {url}")
