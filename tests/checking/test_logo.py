"""An organisation's logo: a plain picture, or a finding."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pictures import dot

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
UNSAFE = {
    "a script": "<script>1</script>",
    "an event": '<path onload="1" d="M0 0"/>',
    "another file": '<image xlink:href="../../secret.png"/>',
    "another host": '<image href="https://example.org/a.png"/>',
    "a script's address": '<a href=" javascript:1"><path d="M0 0"/></a>',
    "foreign HTML": "<foreignObject/>",
    "a style from elsewhere": "<style>@import 'a.css';</style>",
    "a fill from elsewhere": '<path fill="url(https://example.org/#a)" d="M0 0"/>',
}
DOT = b64encode(dot()).decode()
Check = Callable[[Path], list[str]]
Change = Callable[[Path, str, str], None]


@pytest.fixture
def logo(sample: Path) -> Path:
    """The place of the logo that the sample course then names."""
    course = sample / "course.yaml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("licence: CC", "  logo: media/logo.svg\nlicence: CC"), encoding="utf-8")
    (sample / "media").mkdir()
    return sample / "media/logo.svg"


def codes(findings: list[str]) -> list[str]:
    return [finding.split()[-1] for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        '<path d="M0 0" fill="url(#a)" style="fill: red"/>',
        '<use xlink:href="#a"/><image href="data:image/png;base64,' + DOT + '"/>',
        "<!-- drawn by hand --><style>path { fill: red }</style>",
    ],
)
def test_a_plain_drawing_is_no_fault(sample: Path, logo: Path, check: Check, text: str) -> None:
    logo.write_text(SVG.format(text), encoding="utf-8")
    assert check(sample) == []


@pytest.mark.parametrize("case", UNSAFE)
def test_a_drawing_that_does_something_is_refused(sample: Path, logo: Path, check: Check, case: str) -> None:
    logo.write_text(SVG.format(UNSAFE[case]), encoding="utf-8")
    assert codes(check(sample)) == ["O08"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"\xff\xfe\x00",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 300_000 + b"</svg>",
    ],
)
def test_what_is_no_drawing_or_a_heavy_one_is_refused(
    sample: Path, logo: Path, check: Check, data: bytes
) -> None:
    logo.write_bytes(data)
    assert codes(check(sample)) == ["O08"]


def test_a_logo_that_is_not_there_is_told_at_its_line(sample: Path, logo: Path, check: Check) -> None:
    assert check(sample) == ["course.yaml:16:9 O08"]


def test_a_picture_in_another_format_is_told(sample: Path, logo: Path, check: Check, change: Change) -> None:
    change(sample / "course.yaml", "logo.svg", "logo.png")
    logo.with_suffix(".png").write_bytes(b"GIF89a")
    assert codes(check(sample)) == ["O08"]
    logo.with_suffix(".png").write_bytes(dot())
    assert check(sample) == []


@pytest.mark.parametrize(
    "name", ["logo.gif", "../logo.svg", "media/../logo.svg", "/etc/logo.svg", "media/Logo.svg"]
)
def test_a_logo_stands_in_the_folder_of_media(
    sample: Path, logo: Path, check: Check, change: Change, name: str
) -> None:
    change(sample / "course.yaml", "media/logo.svg", name)
    assert codes(check(sample)) == ["F06"]
