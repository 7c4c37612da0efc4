"""The whole output as one file: complete, with a file to read first, and without an offer of itself."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.archive import FOLDER, README, pack, tell_size
from generator.publishing.record import MARK
from generator.rendering.site import ARCHIVE
from tests.publishing.built import LANGUAGES, BuiltSite, CourseInTests
from tests.publishing.html_page import parse


@pytest.fixture
def archive(built_sample: BuiltSite) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(built_sample.output / ARCHIVE) as opened:
        yield opened


def test_everything_is_in_one_folder_of_it(built_sample: BuiltSite, archive: zipfile.ZipFile) -> None:
    files = {
        path.relative_to(built_sample.output).as_posix()
        for path in built_sample.output.rglob("*")
        if path.is_file()
    }
    expected = (files | {README}) - {ARCHIVE, MARK}
    assert {name.removeprefix(f"{FOLDER}/") for name in archive.namelist()} == expected
    assert archive.testzip() is None


def test_all_but_the_pages_of_downloads_is_as_on_the_site(
    built_sample: BuiltSite, archive: zipfile.ZipFile
) -> None:
    differing = [
        name
        for name in archive.namelist()
        if not name.endswith(README)
        and archive.read(name) != (built_sample.output / name.removeprefix(f"{FOLDER}/")).read_bytes()
    ]
    assert differing == [f"{FOLDER}/{language}/downloads.html" for language in sorted(LANGUAGES)]


def test_it_does_not_offer_itself(built_sample: BuiltSite, archive: zipfile.ZipFile) -> None:
    for language in LANGUAGES:
        inside = parse(archive.read(f"{FOLDER}/{language}/downloads.html").decode())
        outside = built_sample.pages[f"{language}/downloads.html"]
        assert [to for _, to in outside.addresses if to.endswith(ARCHIVE)] == [f"../{ARCHIVE}"]
        assert [to for _, to in inside.addresses if to.endswith(ARCHIVE)] == []
        assert "whole-site" not in inside.ids


def test_the_site_says_how_large_it_is(built_sample: BuiltSite) -> None:
    size = (built_sample.output / ARCHIVE).stat().st_size
    for language, sign in (("id", ","), ("en", ".")):
        told = built_sample.pages[f"{language}/downloads.html"].one("span", with_class="archive-size").line()
        assert told == f"{size / 1e6:.1f} MB".replace(".", sign)


def test_the_file_to_read_first_speaks_every_language(
    archive: zipfile.ZipFile, sample_course: CourseInTests
) -> None:
    text = archive.read(f"{FOLDER}/{README}").decode()
    for course in sample_course.courses.values():
        assert course.subtitle in text
    assert "index.html" in text
    assert "\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    for name in ("index.html", "id/downloads.html", "id/book.pdf", MARK, ".gitkeep"):
        (tmp_path / name).write_text(f"<!-- whole site -->{name}<!-- /whole site -->", encoding="utf-8")
    pack(tmp_path, "Baca dulu.\n")
    first = (tmp_path / ARCHIVE).read_bytes()
    for path in tmp_path.rglob("*"):
        path.touch()
    assert pack(tmp_path, "Baca dulu.\n") == len(first)
    assert (tmp_path / ARCHIVE).read_bytes() == first
    with zipfile.ZipFile(tmp_path / ARCHIVE) as opened:
        assert sorted(opened.namelist()) == [
            f"{FOLDER}/{name}" for name in ("README.txt", "id/book.pdf", "id/downloads.html", "index.html")
        ]


def test_a_size_is_told_again_when_it_changes(tmp_path: Path) -> None:
    page = tmp_path / "id" / "downloads.html"
    page.parent.mkdir()
    page.write_text('<span class="archive-size"></span>', encoding="utf-8")
    for size in ("1,5 MB", "2,0 MB"):
        tell_size(tmp_path, {"id": size, "en": "no such page"})
        assert page.read_text(encoding="utf-8") == f'<span class="archive-size">{size}</span>'
