"""The page of downloads tells of every PDF what it is, how long, how large and how old."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator import __version__
from generator.publishing.build import build
from generator.publishing.record import MARK, read_record
from tests.publishing.built import LANGUAGES, SAMPLE, BuiltSite, CourseInTests, plan, quiet
from tests.publishing.html_page import parse_file
from tests.publishing.pdf_file import PdfFile


def told(output: Path, language: str) -> dict[str, list[str]]:
    """The cells of every PDF's row by its path below the output."""
    page = parse_file(output / language / "downloads.html")
    return {
        f"{language}/{row.all('a')[0].attributes['href']}": [cell.line() for cell in row.all("td")]
        for row in page.all("tr")
        if row.all("a")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pdf_stands_there_with_its_edition_pages_size_and_version(
    built_sample: BuiltSite, language: str
) -> None:
    rows = told(built_sample.output, language)
    assert sorted(rows) == [path for path in built_sample.handbooks if path.startswith(f"{language}/")]
    for path, (edition, pages, paper, size, version) in rows.items():
        file = built_sample.output / path
        assert edition
        assert int(pages) == len(PdfFile(file).pages)
        assert paper == "A4"
        assert size == f"{round(file.stat().st_size / 1000)} kB"
        assert version == __version__


def test_pdfs_of_an_earlier_build_keep_their_facts(sample_course: CourseInTests, tmp_path: Path) -> None:
    """The site alone knows them from the record, with the version and the curriculum that they came from."""
    output = tmp_path / "site"
    (output / "id/handbooks").mkdir(parents=True)
    (output / "id/handbooks/facilitator-course.pdf").write_bytes(b"earlier")
    facts = {"sha256": "", "bytes": 123_456, "pages": 70}
    record = {
        "version": "0.0.9",
        "curriculum": "f00" * 20,
        "files": {"id/handbooks/facilitator-course.pdf": facts},
    }
    (output / MARK).write_text(json.dumps(record), encoding="utf-8")
    build(replace(plan(SAMPLE, tmp_path), handbooks=False), sample_course.courses, quiet)
    rows = told(output, "id")
    assert rows["id/handbooks/facilitator-course.pdf"][1:] == ["70", "A4", "123 kB", "0.0.9 (f00f00f)"]
    assert rows["id/handbooks/participant-course.pdf"][1:] == ["–", "–", "–", "–"]


def test_a_kept_files_version_lasts_over_two_builds(sample_course: CourseInTests, tmp_path: Path) -> None:
    output = tmp_path / "site"
    (output / "id/handbooks").mkdir(parents=True)
    book = output / "id/handbooks/facilitator-course.pdf"
    book.write_bytes(b"earlier")
    digest = "d9f8d2d6b0eeebb3c6cf2ef3f8d9b2a8a1d2a6b8a2f3d6e6ca7ee0b3d3b5a5c4"
    record = {"version": "0.0.9", "curriculum": digest, "files": {}}
    record["files"] = {
        "id/handbooks/facilitator-course.pdf": {
            "sha256": hashlib.sha256(b"earlier").hexdigest(),
            "bytes": 7,
            "pages": 70,
        }
    }
    (output / MARK).write_text(json.dumps(record), encoding="utf-8")
    for _ in range(2):
        build(replace(plan(SAMPLE, tmp_path), handbooks=False, language="id"), sample_course.courses, quiet)
        kept = read_record(output)
        assert kept.made_from("id/handbooks/facilitator-course.pdf") == ("0.0.9", digest)
        assert kept.files["id/handbooks/facilitator-course.pdf"]["pages"] == 70


def test_every_sheet_has_a_thumbnail_in_its_shape(built_sample: BuiltSite) -> None:
    sheets = [path for path in built_sample.handbooks if "/sheets/" in path]
    assert sheets
    for path in sheets:
        width, height = PdfFile(built_sample.output / path).size(1)
        with Image.open((built_sample.output / path).with_suffix(".png")) as picture:
            assert picture.format == "PNG"
            assert max(picture.size) == 240
            assert picture.width / picture.height == pytest.approx(width / height, abs=0.01)
            assert len(picture.convert("L").getcolors() or ()) > 1, "the page is blank"


def test_a_thumbnail_weighs_little(built_sample: BuiltSite) -> None:
    pictures = list(built_sample.output.glob("*/handbooks/sheets/*.png"))
    assert [path.name for path in pictures if path.stat().st_size > 12_000] == []
