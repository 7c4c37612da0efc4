"""A page whose every complaint and request is written down, and a server for a folder."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while the caller holds the address."""
    handler = functools.partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


class Watched:
    """A page whose every complaint and request is written down."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.failed: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("requestfailed", self._request_failed)
        page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)

    def assert_silent(self, root: str) -> None:
        assert self.complaints == []
        assert self.hosts <= {urlsplit(root).netloc, ""}
        assert self.failed == []

    def _request_failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # the page was left before all of it was there
            self.failed.append(request.url)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)
