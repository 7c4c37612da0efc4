"""Courses from somebody who means harm, each with one thing that may not be: it is told at its place."""

import json
import os
import struct
import zlib
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase
from typing import Final

import pytest
from PIL import ImageFile

from generator.checking.check import check_curriculum
from generator.findings.annotations import annotations
from generator.findings.finding import Finding
from generator.findings.json_report import json_report
from generator.findings.message import severity
from generator.findings.report import report
from generator.model.limits import (
    MAX_BARS,
    MAX_BRACKETS,
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_ENTRIES,
    MAX_EVENTS,
    MAX_FOLDERS_DEEP,
    MAX_LINE,
    MAX_LINES,
    MAX_PICTURE_BYTES,
    MAX_SCANS,
    MAX_SIDE,
    MAX_SILENCINGS,
)
from generator.reading.loading import Curriculum
from generator.translating.confirmation import LOCK
from tests.conftest import told
from tests.hostile.course import (
    HEARING,
    MEDIA,
    MODULE,
    Change,
    adding,
    drawing,
    folder,
    link,
    listener,
    picture,
    pipe,
    prose,
    replacing,
    text,
    title,
    writing,
)
from tests.pictures import dot
from tests.publishing.built import THEME
from tests.today import TODAY

SUMMARY = f"{HEARING}:2"
EVIL = f"{MEDIA}/evil.svg"
ENGLISH = f"{MODULE}/translations/en/sessions/hearing.yaml"
CHAIRS = f"{MEDIA}/two-chairs.svg"
LABELS = "translations/en/labels.yaml"
L11 = f"{LABELS}:1:10 L11"


def minutes(value: str) -> Change:
    return replacing(HEARING, "minutes: 30\n", f"minutes: {value}\n")


def starting(day: str) -> Change:
    return replacing("programmes/one-evening.yaml", "2027-03-05", day)


def minutes_label(value: str) -> Change:
    return writing(LABELS, f"minutes: '{value}'\n")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes, *more: bytes) -> bytes:
    """A PNG whose head promises a size, whatever its pixels are."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) + packed + chunk(b"IEND", b"")


def masked(number: int) -> str:
    return f'<rect mask="url(#m{number})"/>'


def doubled(times: int) -> str:
    """Groups that each use the one before twice."""
    groups = (
        f'<g id="g{number}"><use href="#g{number - 1}"/><use href="#g{number - 1}"/></g>'
        for number in range(1, times)
    )
    return f'<defs><rect id="g0" width="1" height="1"/>{"".join(groups)}</defs><use href="#g{times - 1}"/>'


BOMB = "a: &a [x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise("abcdefghij")
)
"""Each line nine times the one before."""

FILES: Final[dict[str, tuple[Change, str]]] = {
    "a link in the place of a file": (link("glossary.yaml", "/etc/passwd"), "glossary.yaml:1:1 Y24"),
    "a link in the place of a session": (link(HEARING, "/etc/passwd"), f"{HEARING}:1:1 Y24"),
    "a link in the place of the course": (link("course.yaml", "/etc/passwd"), "course.yaml:1:1 Y24"),
    "a link in the place of a translation": (link(ENGLISH, "/etc/passwd"), f"{ENGLISH}:1:1 Y24"),
    "a link in the place of all translations": (link("translations", "/etc"), "translations:1:1 Y24"),
    "a link in the place of a module": (link(MODULE, "/"), f"{MODULE}:1:1 Y24"),
    "a link in the place of the modules": (link("modules", "/"), "modules:1:1 Y24"),
    "a link in the place of the pictures": (link(MEDIA, "/etc"), f"{MEDIA}:1:1 Y24"),
    "a link in the place of a picture": (link(CHAIRS, "/etc/passwd"), f"{CHAIRS}:1:1 Y24"),
    "a link beside everything": (link("beside", "/"), "beside:1:1 Y24"),
    "a link to itself": (link("glossary.yaml", "glossary.yaml"), "glossary.yaml:1:1 Y24"),
    "a link to the folder around it": (link("loop", "."), "loop:1:1 Y24"),
    "a link to nothing": (link("gone.yaml", "/nowhere"), "gone.yaml:1:1 Y24"),
    "a link to a file of the same course": (link("worksheets/b.yaml", "a.yaml"), "worksheets/b.yaml:1:1 Y24"),
    "a link in the place of the lock": (link(LOCK, "/etc/passwd"), f"{LOCK}:1:1 Y24"),
    "a link in the place of labels": (link(LABELS, "/etc/passwd"), f"{LABELS}:1:1 Y24"),
    "a link to a device": (link("wording.yaml", "/dev/zero"), "wording.yaml:1:1 Y24"),
    "a link to a process": (link("wording.yaml", "/proc/self/environ"), "wording.yaml:1:1 Y24"),
    "a pipe in the place of a file": (pipe("wording.yaml"), "wording.yaml:1:1 Y25"),
    "a pipe in the place of the course": (pipe("course.yaml"), "course.yaml:1:1 Y25"),
    "a pipe in the place of a picture": (pipe(CHAIRS), f"{CHAIRS}:1:1 Y25"),
    "a pipe in the place of the lock": (pipe(LOCK), f"{LOCK}:1:1 Y25"),
    "a pipe in the place of labels": (pipe(LABELS), f"{LABELS}:1:1 Y25"),
    "a socket in the place of a file": (listener("wording.yaml"), "wording.yaml:1:1 Y25"),
    "a folder in the place of a session": (folder(HEARING), f"{MODULE}/module.yaml:25:5 R02"),
    "a folder in the place of the glossary": (folder("glossary.yaml"), "glossary.yaml:1:1 R03"),
    "a name with a line break": (writing("a\nb.yaml", ""), "a�b.yaml:1:1 Y26"),
    "a name with a command of a terminal": (writing("a\x1b[2Jb.yaml", ""), "a�[2Jb.yaml:1:1 Y26"),
    "a name that turns round": (writing("a\u202elmay.exe", ""), "a�lmay.exe:1:1 Y26"),
    "a name with a drive": (writing("C:evil.yaml", ""), "C:evil.yaml:1:1 Y26"),
    "a name with a path of another system": (writing("a\\evil.yaml", ""), "a\\evil.yaml:1:1 Y26"),
    "a picture whose name ends an attribute": (picture('a".svg', "<svg/>"), f'{MEDIA}/a".svg:1:1 Y26'),
    "a picture whose name means more in an address": (
        picture("a#b.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        f"{MEDIA}/a#b.svg:1:1 X04",
    ),
    "folders in folders without end": (
        writing("/".join("d" * (MAX_FOLDERS_DEEP + 30)) + "/a.yaml", ""),
        "/".join("d" * (MAX_FOLDERS_DEEP + 1)) + ":1:1 Y27",
    ),
}  # fmt: skip
"""What stands in the folder and is no plain file of a course."""

YAML: Final[dict[str, tuple[Change, str]]] = {
    "a tag that makes an object": (
        text("!!python/object/apply:os.system ['touch pwned']"), f"{SUMMARY}:10 Y05"
    ),
    "a tag that reads the environment": (text("!ENV HOME"), f"{SUMMARY}:10 Y05"),
    "a tag that includes a file": (text("!include /etc/passwd"), f"{SUMMARY}:10 Y05"),
    "a binary": (text("!!binary aGFsbG8="), f"{SUMMARY}:10 Y05"),
    "an alias bomb": (writing("glossary.yaml", BOMB), "glossary.yaml:1:4 Y04"),
    "an alias to itself": (writing("glossary.yaml", "terms: &a [*a]"), "glossary.yaml:1:8 Y04"),
    "a merged key": (writing("glossary.yaml", "terms: []\n<<: {a: 1}\n"), "glossary.yaml:2:1 F01"),
    "100,000 levels of brackets": (
        writing("glossary.yaml", "[" * 100_000), f"glossary.yaml:1:{MAX_DEPTH + 1} Y07"
    ),
    "100,000 levels of braces": (
        writing("glossary.yaml", "{a: " * 100_000), f"glossary.yaml:1:{4 * MAX_DEPTH + 1} Y07"
    ),
    "1,000 levels by indentation": (
        writing("glossary.yaml", "".join(" " * n + "a:\n" for n in range(1000))),
        f"glossary.yaml:{MAX_DEPTH + 1}:{MAX_DEPTH + 1} Y07",
    ),
    "a file of many values": (
        writing("glossary.yaml", "[" + "1," * MAX_EVENTS + "]"), f"glossary.yaml:1:{2 * MAX_EVENTS - 2} Y10"
    ),
    "a file too large": (writing("glossary.yaml", "#" * (MAX_BYTES + 1)), "glossary.yaml:1:1 Y06"),
    "a line of a million characters": (
        writing("glossary.yaml", "terms: []\n#" + "a" * (MAX_LINE + 1)), "glossary.yaml:2:1 Y28"
    ),
    "thousands of terms": (
        writing("glossary.yaml", "terms:\n" + "  - {}\n" * (MAX_ENTRIES + 1)), "glossary.yaml:2:3 F08"
    ),
    "thousands of sessions": (
        replacing(f"{MODULE}/module.yaml", "sessions:\n", "sessions:\n" + "".join(
            f"  - s{n}\n" for n in range(MAX_ENTRIES))), f"{MODULE}/module.yaml:25:3 F08"
    ),
    "thousands of keys": (
        writing("glossary.yaml", "".join(f"k{n}: 1\n" for n in range(MAX_ENTRIES + 1))),
        "glossary.yaml:1:1 F08",
    ),
    "a number of 5,000 digits": (minutes("9" * 5000), f"{HEARING}:3:10 Y13"),
    "a thousand million minutes": (minutes("1000000000"), f"{HEARING}:3:10 F07"),
    "a negative length": (minutes("-1"), f"{HEARING}:3:10 F07"),
    "a million lines to write on": (
        replacing(f"{MODULE}/worksheets/listening-week.yaml", "lines: 2\n", "lines: 1000000\n"),
        f"{MODULE}/worksheets/listening-week.yaml:F07",
    ),
    "a scale of 10,000 points": (
        adding("scales.yaml", "  - slug: huge\n    title: T\n    points:\n" + "".join(
            f"      - value: {n % 100}\n" for n in range(1000))), "scales.yaml:F08",
    ),
    "a course that begins in the year 1": (
        starting("0001-01-01"), "programmes/one-evening.yaml:F06"
    ),
    "a course that ends beyond all calendars": (
        starting("9999-12-31"),
        "programmes/one-evening.yaml:F06",
    ),
    "hundreds of languages": (
        replacing("course.yaml", "  - id\n  - en\n", "".join(f"  - a{one}\n" for one in ascii_lowercase)),
        "course.yaml:F08",
    ),
    "silencing comments by the hundred": (
        writing("glossary.yaml", "terms: []\n" + "# ignore W01: x\n" * (MAX_SILENCINGS + 1)),
        f"glossary.yaml:{MAX_SILENCINGS + 2}:1 I02",
    ),
    "two bytes a letter": (writing("glossary.yaml", "terms: []\n".encode("utf-16")), "glossary.yaml:1:1 Y02"),
    "bytes that are no text": (writing("glossary.yaml", b"terms: \xff\xfe"), "glossary.yaml:1:8 Y02"),
    "nothing but zeros": (writing("glossary.yaml", b"\0" * 900_000), "glossary.yaml:1:1 Y12"),
    "a command of a terminal": (text('"\x1b]0;x\x07"'), f"{SUMMARY}:11 Y12"),
    "an escaped command of a terminal": (text(r'"\e[2J"'), f"{SUMMARY}:10 Y12"),
    "text that turns round": (text("a\u202eb"), f"{SUMMARY}:11 Y22"),
    "a slug that leads out": (
        replacing(f"{MODULE}/module.yaml", "  - hearing\n", "  - ../../../etc/passwd\n"),
        f"{MODULE}/module.yaml:25:5 F06",
    ),
    "a module that leads out": (replacing("course.yaml", "- listening\n", "- /etc\n"), "course.yaml:F06"),
    "a logo that leads out": (
        replacing("course.yaml", "licence: CC", "  logo: media/../../x.svg\nlicence: CC"), "course.yaml:F06"
    ),
}  # fmt: skip
"""What stands in a YAML file."""

TEXTS: Final[dict[str, tuple[Change, str]]] = {
    "a script": (prose("<script>window.pwned=1</script>"), f"{SUMMARY}:11 P01"),
    "an image that reacts": (prose("<img src=x onerror=window.pwned=1>"), f"{SUMMARY}:11 P01"),
    "an open tag": (prose("<svg onload=window.pwned=1"), f"{SUMMARY}:11 P01"),
    "a comment": (prose("<!-- x -->"), f"{SUMMARY}:11 P01"),
    "a style": (prose("<style>@import 'http://evil.example'</style>"), f"{SUMMARY}:11 P01"),
    "a script's address": (prose("[a](javascript:window.pwned=1)"), f"{SUMMARY}:15 P03"),
    "a script's address in capitals": (prose("[a](JaVaScRiPt:window.pwned=1)"), f"{SUMMARY}:15 P03"),
    "a script's address in entities": (prose("[a](&#106;avascript:x)"), f"{SUMMARY}:P03"),
    "a script's address with a tab": (prose("[a](java\tscript:x)"), f"{SUMMARY}:P03"),
    "a script's address in brackets": (prose("[a](<javascript:x>)"), f"{SUMMARY}:P03"),
    "a script's address by itself": (prose("<javascript:window.pwned=1>"), f"{SUMMARY}:11 P01"),
    "another script's address": (prose("[a](vbscript:x)"), f"{SUMMARY}:15 P03"),
    "a page in an address": (prose("[a](data:text/html,<script>1</script>)"), f"{SUMMARY}:P01"),
    "a file's address": (prose("[a](file:///etc/passwd)"), f"{SUMMARY}:15 P03"),
    "another computer's share": (prose(r"[a](\\\\evil.example\\share)"), f"{SUMMARY}:P03"),
    "an address without a scheme": (prose("[a](//evil.example/)"), f"{SUMMARY}:15 P03"),
    "a path upwards": (prose("[a](../../../../etc/passwd)"), f"{SUMMARY}:15 P03"),
    "a letter with a second head": (
        prose("[a](mailto:a@b.id?subject=x%0D%0ABcc:c@d.id)"), f"{SUMMARY}:15 P03"
    ),
    "a letter with a file": (prose("[a](mailto:a@b.id?attach=/etc/passwd)"), f"{SUMMARY}:15 P03"),
    "a picture of a host": (prose("![a b c](http://evil.example/a.png)"), f"{SUMMARY}:P04"),
    "a picture of a file": (prose("![a b c](file:///etc/passwd)"), f"{SUMMARY}:P04"),
    "a picture that leads out": (prose("![a b c](media:listening/../../x.svg)"), f"{SUMMARY}:P04"),
    "a picture that leads out, encoded": (prose("![a b c](media:listening/%2e%2e/x.svg)"), f"{SUMMARY}:P04"),
    "a picture that leads out, absolutely": (prose("![a b c](media://etc/passwd)"), f"{SUMMARY}:P04"),
    "a picture in an address": (prose("![a b c](data:image/svg+xml,x)"), f"{SUMMARY}:P04"),
    "a picture that is no picture": (prose("![a b c](media:listening/../module.yaml)"), f"{SUMMARY}:P04"),
    "a heading": (prose("# Judul {: onclick=window.pwned=1 }"), f"{SUMMARY}:P02"),
    "a text too long": (prose("a " * MAX_CHARACTERS), f"{SUMMARY}:10 P07"),
    "brackets that never close": (prose("[" * (MAX_BRACKETS + 1)), f"{SUMMARY}:10 P07"),
    "thousands of citations": (prose("@a " * (MAX_BRACKETS + 1)), f"{SUMMARY}:10 P07"),
    "thousands of addresses": (prose("<https://a.id> " * (MAX_BRACKETS + 1)), f"{SUMMARY}:10 P07"),
    "thousands of paragraphs": (prose("a\n\n" * MAX_LINES), f"{SUMMARY}:10 P07"),
    "a table of thousands of columns": (prose("|" + "a|" * MAX_BARS), f"{SUMMARY}:10 P07"),
    "quotations in quotations": (prose("> " * 5000 + "a"), f"{SUMMARY}:10 P07"),
    "lists in lists": (prose("\n".join("    " * n + "- a" for n in range(60))), f"{SUMMARY}:10 P07"),
    "a title of 10,000 characters": (title("a" * 10_000), f"{HEARING}:1:8 F11"),
    "a title over two lines": (title('"a\\n---\\nb: c"'), f"{HEARING}:1:8 F06"),
    "a work's title of 100,000 characters": (
        adding("references.yaml", f"  - id: huge\n    type: book\n    title: {'a' * 50_000}\n"),
        "references.yaml:F11",
    ),
    "a work at a script's address": (
        adding("references.yaml", "  - id: evil\n    type: webpage\n    title: a\n    URL: 'javascript:x'\n"),
        "references.yaml:F06",
    ),
    "a contact at a script's address": (
        replacing("contacts.yaml", 'dial: "119"', "dial: 'javascript:window.pwned=1'"), "contacts.yaml:F06"
    ),
    "labels that ask for a million spaces": (minutes_label("{number} {number:999999999}"), L11),
    "labels that look into the program": (minutes_label("{number} {number.__class__}"), L11),
    "labels that cannot be filled in": (minutes_label("{number} {"), L11),
}  # fmt: skip
"""What stands in a text."""

PICTURES: Final[dict[str, Change]] = {
    "a script": drawing("<script>window.pwned=1</script>"),
    "a script of another language": drawing('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>'),
    "an image of another language": drawing('<i xmlns="http://www.w3.org/1999/xhtml" src="x"/>'),
    "an event": drawing("", 'onload="window.pwned=1"'),
    "an event in capitals": drawing("", 'ONLOAD="window.pwned=1"'),
    "foreign HTML": drawing("<foreignObject><p/></foreignObject>"),
    "a link to a script": drawing('<a href="javascript:window.pwned=1"><rect/></a>'),
    "a movement that sets a link": drawing('<a><animate attributeName="href" to="javascript:x"/></a>'),
    "a movement": drawing('<rect><animate attributeName="x" to="9" dur="1s"/></rect>'),
    "a picture of a host": drawing('<image href="http://evil.example/a.png"/>'),
    "a picture of a file": drawing('<image xlink:href="file:///etc/passwd"/>'),
    "a picture beside it": drawing('<image href="../../course.yaml"/>'),
    "a drawing within": drawing('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "a drawing disguised as a photograph": drawing('<image href="data:image/png;base64,PHN2Zy8+"/>'),
    "a part of another drawing": drawing('<use href="http://evil.example/a.svg#b"/>'),
    "a part of another drawing beside it": drawing('<use xlink:href="two-chairs.svg#b"/>'),
    "a style of a host": drawing("<style>@import url(http://evil.example/a.css);</style>"),
    "a style of a host in other letters": drawing(r"<style>@\69mport 'a.css'</style>"),
    "a fill of a host": drawing('<rect fill="url(http://evil.example/a#b)"/>'),
    "a fill of a host in a style": drawing('<rect style="fill: url( \'http://evil.example/a\')"/>'),
    "a fill of a host in other letters": drawing(r'<rect style="fill: \75rl(http://evil.example/a)"/>'),
    "a picture set in a style": drawing('<style>rect { background: image-set("a.png" 1x) }</style>'),
    "an address for all": drawing("", 'xml:base="http://evil.example/"'),
    "a style sheet beside it": picture(
        "evil.svg", '<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    ),
    "an entity": picture(
        "evil.svg", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"/>'
    ),
    "an entity in two bytes a letter": picture(
        "evil.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16")
    ),
    "another encoding": picture(
        "evil.svg", '<?xml version="1.0" encoding="latin1"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    ),
    "use of use of use": drawing(doubled(40)),
    "use of itself": drawing('<g id="a"><use href="#a"/></g>'),
    "marks at 10,000 corners": drawing(
        f'<defs><marker id="m">{"<rect/>" * 100}</marker></defs>'
        f'<path marker-mid="url(#m)" d="M{" 1 2" * 10_000}"/>'
    ),
    "a mask of masks": drawing(
        "".join(f'<mask id="m{n}">{masked(n + 1) * 2}</mask>' for n in range(40))
        + masked(0)
    ),
    "a filter": drawing('<filter id="f"><feTurbulence/></filter>'),
    "a pattern": drawing('<pattern id="p" width=".001" height=".001"/>'),
    "dashes without end": drawing('<path d="M0 0H9" stroke-dasharray="0.00001"/>'),
    "a path of a million points": drawing(f'<path d="M{"0 1 " * 200_000}"/>'),
    "thousands of elements": drawing("<rect/>" * (MAX_ELEMENTS + 1)),
    "100,000 levels": drawing("<g>" * 100_000 + "</g>" * 100_000),
    "a width of a thousand million": drawing("", 'width="1000000000" height="1"'),
    "a height that is no number": drawing("", 'width="nan" height="inf"'),
    "numbers beyond all paper": drawing('<rect width="1e300" height="1"/>'),
    "a shape like a thread": drawing("", 'width="9000" height="1"'),
    "no size at all": picture("evil.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>'),
    "no drawing": picture("evil.svg", "<html xmlns='http://www.w3.org/1999/xhtml'><script/></html>"),
    "half a drawing": picture("evil.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g>'),
    "a photograph as a drawing": picture("evil.svg", dot()),
    "a heavy file": picture("evil.svg", " " * (MAX_PICTURE_BYTES + 1)),
    "nothing": picture("evil.svg", ""),
    "a page called a photograph": picture("evil.png", "<html><script>window.pwned=1</script></html>"),
    "a drawing called a photograph": picture("evil.png", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "a head of 50,000 by 50,000": picture("evil.png", png(50_000, 50_000, b"")),
    "a photograph larger than a screen wall": picture("evil.png", png(MAX_SIDE, MAX_SIDE, b"\0" * 100)),
    "a photograph that unpacks to more": picture("evil.png", png(2, 2, b"\0" * 60_000_000)),
    "half a photograph": picture("evil.png", dot(size=(200, 200))[:80]),
    "a moving photograph": picture(
        "evil.png", png(1, 1, b"\0\0", chunk(b"acTL", struct.pack(">II", 2, 0)), chunk(b"fcTL", b"\0" * 26))
    ),
    "a JPEG of endless passes": picture("evil.jpg", dot("JPEG") + b"\xff\xda" * (MAX_SCANS + 1)),
    "a page called a JPEG": picture("evil.jpg", "<script>window.pwned=1</script>"),
    "a page": picture("evil.html", "<script>window.pwned=1</script>"),
    "a program": picture("evil.js", "window.pwned=1"),
    "a picture of an unknown kind": picture("evil.gif", b"GIF89a"),
    "a picture with two ends": picture("evil.svg.html", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
}  # fmt: skip
"""What stands among the pictures."""


def findings_of(root: Path) -> list[Finding]:
    findings = check_curriculum(Curriculum(root), TODAY, THEME.root).findings
    for shown in (report(findings, "id"), annotations(findings, "en", str), json_report(findings, [], "id")):
        lines = shown.replace("\t", " ").split("\n")
        assert all(line.isprintable() for line in lines), "it may be shown on a terminal"
        shown.encode()
    json.loads(json_report(findings, [], "en"))
    return findings


def assert_told(root: Path, expected: str) -> None:
    """Where `expected` names no column, or no line, any will do."""
    found = [told(finding, root) for finding in findings_of(root)]
    place, code = expected.rpartition(" ")[::2] if " " in expected else expected.rpartition(":")[::2]
    assert any(one.startswith(place) and one.endswith(f" {code}") for one in found), found


@pytest.mark.parametrize("case", FILES)
def test_what_is_no_plain_file_is_told_and_not_read(sample: Path, case: str) -> None:
    change, expected = FILES[case]
    change(sample)
    assert_told(sample, expected)


@pytest.mark.parametrize("case", YAML)
def test_what_no_file_may_hold_is_told_at_its_line(sample: Path, case: str) -> None:
    change, expected = YAML[case]
    change(sample)
    assert_told(sample, expected)


@pytest.mark.parametrize("case", TEXTS)
def test_what_no_text_may_hold_is_told_at_its_line(sample: Path, case: str) -> None:
    change, expected = TEXTS[case]
    change(sample)
    assert_told(sample, expected)


@pytest.mark.parametrize("case", PICTURES)
def test_what_no_picture_may_be_is_told_at_its_file(sample: Path, case: str) -> None:
    PICTURES[case](sample)
    found = [finding for finding in findings_of(sample) if severity(finding) == "error"]
    assert [finding.code for finding in found] == ["X04"]
    assert "/media/evil" in found[0].place.source.path


def test_half_a_picture_is_told_where_pillow_was_told_to_draw_what_there_is(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint tells it so, for every process that imports it."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    PICTURES["half a photograph"](sample)
    assert "X04" in [finding.code for finding in findings_of(sample)]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_name_that_is_no_text_is_told(sample: Path) -> None:
    Path(os.fsdecode(bytes(sample) + b"/a\xff\xfe.yaml")).touch()
    assert_told(sample, "a��.yaml:1:1 Y26")


def test_a_folder_that_nobody_may_open_is_told(sample: Path) -> None:
    closed = sample / "worksheets"
    closed.chmod(0)
    try:
        found = [finding.code for finding in findings_of(sample)]
    finally:
        closed.chmod(0o755)
    assert "Y11" in found or not found, "who may open everything finds nothing"
