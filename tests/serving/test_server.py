"""The preview's server hands out what the course has, to this machine, and nothing else."""

import http.client
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.serving.routes import Routes
from generator.serving.server import EVENTS, PreviewServer, ServerError, is_loopback
from tests.publishing.html_page import parse
from tests.serving.previewed import PATIENCE, Previewed

SESSION = "/id/listening/sessions/hearing.html"
SECRET = "rahasia"


class Served(Previewed):
    """A preview with its server."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        (place / "secret.yaml").write_text(SECRET, encoding="utf-8")
        (self.root / "modules/listening/media/out.svg").symlink_to(place / "secret.yaml")
        self.server = PreviewServer(self.preview, "127.0.0.1", 0)
        self.server.start()
        self.preview.start()

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def text(self, path: str) -> str:
        answer, body = self.ask(path)
        assert answer.status == HTTPStatus.OK, path
        return body.decode()

    def status(self, path: str) -> int:
        return self.ask(path)[0].status


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("served"))
    served.await_findings("Y24")  # the link that leads out
    yield served
    served.preview.stop()
    served.server.stop()


def test_a_page_comes_with_the_previews_own_part_and_is_never_kept(served: Served) -> None:
    answer, body = served.ask(SESSION)
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    page = parse(body.decode())
    assert page.one("h1").line() == "Mendengar"
    assert body.count(b"data-preview=") == 1


@pytest.mark.parametrize("path", ["/", SESSION, "/preview/preview.js", "/id/nowhere.html"])
def test_a_head_is_what_a_page_begins_with(served: Served, path: str) -> None:
    whole, body = served.ask(path)
    head, nothing = served.ask(path, "HEAD")
    assert nothing == b""
    assert head.status == whole.status
    assert head.headers["Content-Length"] == str(len(body))


def test_everything_that_a_page_loads_is_there(served: Served) -> None:
    for path in (SESSION, "/", "/preview/id/facilitator/listening/hearing", "/id/listening/index.html"):
        loaded = {
            urljoin(path, address)
            for tag, address in parse(served.text(path)).addresses
            if tag in ("script", "link", "img") and not address.startswith("data:")
        }
        assert len(loaded) > 4
        assert [address for address in sorted(loaded) if served.status(address) != HTTPStatus.OK] == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/id/assets/tokens.css", "text/css; charset=utf-8"),
        ("/id/assets/scripts/session.js", "text/javascript; charset=utf-8"),
        ("/id/assets/logo.svg", "image/svg+xml"),
        ("/id/programmes/one-evening.ics", "text/calendar; charset=utf-8"),
        ("/id/media/listening/two-chairs.svg", "image/svg+xml"),
        ("/preview/preview.css", "text/css; charset=utf-8"),
        ("/preview/theme/print/page.css", "text/css; charset=utf-8"),
        ("/preview/id/facilitator/listening/hearing.html", "text/html; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type(served: Served, path: str, kind: str) -> None:
    served.text(SESSION)  # with the first page come its assets
    answer, body = served.ask(path)
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Content-Type"] == kind
    assert body


def test_letters_are_found_where_the_style_sheets_look_for_them(served: Served) -> None:
    served.text(SESSION)
    for folder in ("/id/assets/", "/preview/theme/"):
        (name, *_) = re.findall(r"url\(\"?(fonts/[^\")]+)", served.text(f"{folder}fonts.css"))
        answer, _ = served.ask(folder + name)
        assert answer.headers["Content-Type"] == "font/woff2"


def test_the_front_page_lets_one_choose_a_language(served: Served) -> None:
    page = parse(served.text("/"))
    assert {"id/index.html", "en/index.html"} <= {address for _, address in page.addresses}
    assert served.ask("/id/")[0].headers["Location"] == "/id/index.html"


def test_a_pdf_is_looked_at_in_the_preview(served: Served) -> None:
    answer, _ = served.ask("/en/handbooks/sheets/listening-card.pdf")
    assert answer.status == HTTPStatus.FOUND
    viewer = answer.headers["Location"]
    assert viewer == "/preview/en/sheet/listening-card"
    page = parse(served.text(viewer))
    assert {f"{viewer}.pdf", f"{viewer}.html", "/en/listening/sheets/listening-card.html"} <= {
        address for _, address in page.addresses
    }


@pytest.mark.parametrize(
    "path",
    ["/id/nowhere.html", "/nl/index.html", "/nowhere", "/id/tangguh.zip", "/preview/message.html.j2",
     "/preview/id/sheet/no-such", "/preview/id/facilitator/listening/hearing.exe", "/preview/theme/x.yaml"],
)  # fmt: skip
def test_what_is_not_there_is_told_in_the_language_of_the_messages(served: Served, path: str) -> None:
    answer, body = served.ask(path)
    assert answer.status == HTTPStatus.NOT_FOUND
    page = parse(body.decode())
    assert page.one("html").attributes["lang"] == "id"
    assert page.one("h1").line() == "Halaman ini tidak ada"
    assert "/id/index.html" in {address for _, address in page.addresses}


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.yaml",
        "/id/../../secret.yaml",
        "/id/%2e%2e/%2e%2e/secret.yaml",
        "/id/media/listening/../../../../secret.yaml",
        "/id/media/listening/..%2f..%2f..%2f..%2fsecret.yaml",
        "/id/media/listening/out.svg",
        "/id/media/../../secret.yaml",
        "/preview/theme/../../secret.yaml",
        "/preview/..%5c..%5csecret.yaml",
        "/id/assets/%00",
        "//etc/passwd",
        "/preview/theme//etc/passwd.css",
    ],
)
def test_no_path_leads_out(served: Served, path: str) -> None:
    answer, body = served.ask(path)
    assert answer.status == HTTPStatus.NOT_FOUND
    assert SECRET.encode() not in body
    assert b"root:" not in body


STEPS = st.lists(
    st.sampled_from(
        [
            "id",
            "media",
            "listening",
            "preview",
            "theme",
            "print",
            ".",
            "",
            "secret.yaml",
            "assets",
            "out.svg",
            "/",
        ]
    ),
    max_size=7,
)


@given(STEPS)
def test_any_path_has_an_answer_without_the_secret(served: Served, steps: list[str]) -> None:
    """Paths with steps upwards never come here: see the test before."""
    answer = Routes(served.preview).answer("/".join(steps))
    assert SECRET.encode() not in answer.body
    assert answer.status in (HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.NOT_FOUND)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_it(served: Served, method: str) -> None:
    assert served.ask(SESSION, method)[0].status == HTTPStatus.NOT_IMPLEMENTED


@pytest.mark.parametrize(
    "name", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "", "10.0.0.1"]
)
def test_under_a_foreign_name_it_does_not_answer(served: Served, name: str) -> None:
    answer, body = served.ask(SESSION, Host=name)
    assert answer.status == HTTPStatus.MISDIRECTED_REQUEST
    assert body == b""


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "localhost:8000", "[::1]:8000"])
def test_under_this_machines_names_it_does(served: Served, name: str) -> None:
    assert served.ask(SESSION, Host=name)[0].status == HTTPStatus.OK


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.3.2.1", True), ("0.0.0.0", False),
     ("::", False), ("192.168.1.2", False), ("localhost.evil.example", False)],
)  # fmt: skip
def test_only_a_loopback_address_keeps_others_out(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_for_everyone_it_answers_under_any_name(served: Served) -> None:
    server = PreviewServer(served.preview, "0.0.0.0", 0)
    assert server.names() is None
    assert server.address.startswith("http://localhost:")
    server.server_close()


def test_a_port_that_is_taken_gives_way_to_the_next(served: Served) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = PreviewServer(served.preview, "127.0.0.1", port)
    assert server.server_port > port
    server.server_close()


def test_an_address_that_is_not_this_machines_is_refused_with_the_reason(served: Served) -> None:
    with pytest.raises(ServerError, match=r"\w"):
        PreviewServer(served.preview, "192.0.2.1", 8000)


def test_the_search_finds_every_page_as_it_is_now(served: Served) -> None:
    index = served.text("/id/search/search_index.json")
    assert '"lang":["course"]' in index
    assert "listening/sessions/answering.html" in index
    assert served.text("/id/assets/javascripts/lunr/min/lunr.course.min.js")


def test_what_fails_is_told_and_the_server_goes_on(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(routes: Routes, path: str) -> None:
        raise ZeroDivisionError("<b>oh</b>")

    with monkeypatch.context() as patch:
        patch.setattr(Routes, "answer", fail)
        answer, body = served.ask(SESSION)
    assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert b"ZeroDivisionError" not in body
    assert served.notes.failures.pop() == (SESSION[1:], "ZeroDivisionError: <b>oh</b>")
    assert served.status(SESSION) == HTTPStatus.OK


class Line:
    """An open line to the server, read event by event."""

    def __init__(self, served: Served, page: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", served.server.server_port, timeout=60)
        self.connection.request("GET", f"/{EVENTS}?page={page}")
        self.answer = self.connection.getresponse()

    def next(self) -> tuple[str, str]:
        """The next event's name and data."""
        while not (line := self.answer.readline().decode()).startswith("event: "):
            assert line, "the line was cut"
        return line[7:].strip(), self.answer.readline().decode()[6:].strip()


@contextmanager
def line(served: Served, page: str) -> Iterator[Line]:
    opened = Line(served, page)
    yield opened
    opened.answer.close()
    opened.connection.close()


def test_an_open_page_is_told_how_things_stand_then_what_happens(served: Served) -> None:
    with line(served, SESSION) as opened:
        assert opened.answer.headers["Content-Type"] == "text/event-stream"
        assert [opened.next()[0] for _ in range(2)] == ["findings", "page"]
        served.save("modules/listening/sessions/hearing.yaml", "summary: Kita", "summary: Bersama kita")
        name, data = opened.next()
        assert name == "page"
        assert '"outdated": false' in data
        assert "Bersama kita" in served.text(SESSION)
        served.save("modules/listening/sessions/hearing.yaml", "summary: Bersama kita", "summary: Kita")
    assert served.notes.updates[0] == SESSION[1:]


def test_when_the_preview_ends_every_line_is_cut(tmp_path: Path) -> None:
    served = Served(tmp_path)
    with line(served, "/id/index.html") as opened:
        opened.next()
        served.preview.stop()
        while opened.answer.readline():
            pass
    served.server.stop()


def test_a_page_that_is_closed_is_no_longer_followed(served: Served) -> None:
    with line(served, SESSION) as opened:
        opened.next()
        assert served.preview.visitors.pages() == [SESSION[1:]]
    until = time.monotonic() + PATIENCE
    while served.preview.visitors.pages():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_file_that_is_looked_at_by_itself_runs_nothing(served: Served) -> None:
    """A drawing is a document of its own; so is whatever else the course's folder of pictures holds."""
    answer, _ = served.ask("/id/media/listening/two-chairs.svg")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


def test_of_the_pictures_folder_only_pictures_are_handed_out(served: Served) -> None:
    (served.root / "modules/listening/media/evil.html").write_text("<script>1</script>", encoding="utf-8")
    assert served.status("/id/media/listening/evil.html") == HTTPStatus.NOT_FOUND


def test_every_page_says_what_a_browser_may_do_with_it(served: Served) -> None:
    for path in ("/", SESSION, "/nowhere.html", "/preview/id/sheet/listening-card.html"):
        assert b'<meta http-equiv="Content-Security-Policy"' in served.ask(path)[1], path
