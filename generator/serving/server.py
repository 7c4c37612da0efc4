"""The preview's server: hands out answers, and keeps a line open to every open page."""

import json
import select
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from generator.publishing.front import INDEX
from generator.serving.answers import Answer
from generator.serving.preview import Preview
from generator.serving.routes import Routes
from generator.serving.visitors import GOODBYE

EVENTS: Final = "preview/events"
HEARTBEAT: Final = 0.5
"""Seconds after which one looks whether a page is still there: closed, it says so by hanging up."""
OF_PAGES: Final = "frame-ancestors 'none'"
"""No page of another site may hold one of ours in a frame; what else counts stands in the page itself."""
OF_FILES: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing that is looked at by itself is a document, too; it runs nothing and asks for nothing."""
RECONNECT: Final = 500
"""Milliseconds after which a page tries to open its line again."""
NEXT_PORTS: Final = 20
"""How many ports are tried after the one that was asked for."""


class ServerError(Exception):
    """The server cannot be started; the message is what the system said."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class PreviewServer(ThreadingHTTPServer):
    """The server, from when it is made until it is stopped.

    A page of a foreign site may send its visitors' browsers here under a name of its own; where only this
    machine is meant to reach the server, requests under other names than this machine's are refused.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        """Take the port, or the next one that is free; port 0 takes any.

        Raises:
            ServerError: None of them can be had.
        """
        self.preview = preview
        self.routes = Routes(preview)
        self.host = host
        if ":" in host:
            self.address_family = socket.AF_INET6
        ports = range(port, min(port + NEXT_PORTS, 65535) + 1) if port else range(1)
        self._bind_first(host, ports)
        self._thread = Thread(target=self.serve_forever, name="server", daemon=True)

    def _bind_first(self, host: str, ports: range) -> None:
        reason = ""
        for port in ports:
            try:
                super().__init__((host, port), _Handler)
            except OSError as error:
                reason = error.strerror or str(error)
                continue
            return
        raise ServerError(reason)

    @property
    def address(self) -> str:
        """Where to look at the preview, with a slash at its end."""
        name = "localhost" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://{f'[{name}]' if ':' in name else name}:{self.server_port}/"

    def names(self) -> frozenset[str] | None:
        """The names under which it may be asked; None for any."""
        if not is_loopback(self.host):
            return None
        return frozenset({"localhost", "127.0.0.1", "[::1]", self.host})

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more."""
        self.shutdown()
        self.server_close()
        self._thread.join()

    def server_bind(self) -> None:
        """Without asking a name server what this machine is called, which the base class does."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault; nothing else comes here, see `_Handler`."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the base class calls it so
        if not self._may_ask():
            self._send(Answer(b"", "text/plain", HTTPStatus.MISDIRECTED_REQUEST))
            return
        parts = urlsplit(self.path)
        path = unquote(parts.path).removeprefix("/")
        if path == EVENTS:
            self._keep_told(parse_qs(parts.query).get("page", [""])[0])
        else:
            self._send(self._answer(path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        """The terminal is for what was saved and what is wrong."""

    def _may_ask(self) -> bool:
        names = self.server.names()
        name = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        return names is None or name in names

    def _answer(self, path: str) -> Answer:
        routes = self.server.routes
        if "\0" in path or "\\" in path or ".." in path.split("/"):
            path = "preview/"  # nothing is there
        try:
            return routes.answer(path)
        except Exception as error:  # the server goes on, whatever a page made of a broken course
            self.server.preview.reporter.failed(path, f"{type(error).__name__}: {error}")
            return routes.failed()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", OF_PAGES if answer.is_page else OF_FILES)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _keep_told(self, address: str) -> None:
        """Tell an open page what happens, until it is closed (Server-Sent Events)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        self._write(f"retry: {RECONNECT}\n\n")
        visitor = self.server.preview.welcome(_page_of(address))
        try:
            while (event := visitor.next(HEARTBEAT)) != GOODBYE and not self._has_hung_up():
                if event:
                    self._write(_as_text(event))
        except OSError:
            pass  # the page was closed
        finally:
            self.server.preview.visitors.leave(visitor)

    def _has_hung_up(self) -> bool:
        """A page has nothing to say, so that what can be read from it is the end of its line."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable)

    def _write(self, words: str) -> None:
        self.wfile.write(words.encode())
        self.wfile.flush()


def _page_of(address: str) -> str:
    path = unquote(address).removeprefix("/")
    return f"{path}{INDEX}" if path.endswith("/") else path


def _as_text(event: tuple[str, Any]) -> str:
    """An event as it is sent; JSON has no line breaks of its own."""
    name, data = event
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
