"""The print engine reads pictures, style sheets and fonts of course and theme; all else stops the print."""

import os
from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from generator.publishing.local_files import LocalFiles

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def files(tmp_path: Path) -> LocalFiles:
    theme, media = tmp_path / "theme", tmp_path / "curriculum/modules"
    (media / "m/media").mkdir(parents=True)
    theme.mkdir()
    (media / "m/media/a.svg").write_bytes(DRAWING)
    (media / "m/secret.yaml").write_text("a: 1")
    (tmp_path / "outside.svg").write_bytes(DRAWING)
    (media / "m/media/out.svg").symlink_to(tmp_path / "outside.svg")
    os.mkfifo(media / "m/media/pipe.svg")
    return LocalFiles(theme, media)


def test_a_picture_of_the_course_is_read_by_its_address(files: LocalFiles) -> None:
    assert files.fetch("media:m/a.svg").read() == DRAWING


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file://evil.example/etc/passwd",
        "file:///proc/self/environ",
        "media:m/out.svg",
        "media:m/pipe.svg",
        "media:m/../secret.yaml",
        "media:m/%2e%2e/secret.yaml",
        "media:../../../outside.svg",
        "media:m/nothing.svg",
        "media:m/a%00.svg",
        "http://evil.example/a.svg",
        "https://evil.example/a.svg",
        "ftp://evil.example/a.svg",
        "javascript:1",
        "data:text/html,<script>1</script>",
        "data:text/css,a{}",
    ],
)
def test_anything_else_stops_the_print(files: LocalFiles, address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        files.fetch(address)
