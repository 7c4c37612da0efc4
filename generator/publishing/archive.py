"""Packs the finished output into one ZIP for a USB stick: the same bytes for the same files."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final

from generator.publishing.output import MARK
from generator.rendering.site import ARCHIVE

FOLDER: Final = "tangguh"
"""The one folder in it, so that unpacking spills nothing."""
README: Final = "README.txt"
DOWNLOADS: Final = "downloads.html"
EPOCH: Final = (2020, 1, 1, 0, 0, 0)
PACKED: Final = (".pdf", ".png", ".woff2")
"""What is packed already."""
OFFER: Final = re.compile(r"<!-- whole site -->.*?<!-- /whole site -->\s*", re.DOTALL)
"""Where a page offers the ZIP itself, which the copy inside it does not hold."""
SIZE: Final = re.compile(r'(<span class="archive-size">)[^<]*')


def pack(folder: Path, readme: str) -> int:
    """Write the ZIP into the output's folder; its size in bytes.

    Args:
        folder: The finished output.
        readme: What the file says that one reads first.
    """
    target = folder / ARCHIVE
    target.unlink(missing_ok=True)
    left_out = {folder / MARK, *folder.glob(".*")}
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path not in left_out)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _add(archive, README, readme.replace("\n", "\r\n").encode())
        for path in files:
            data = path.read_bytes()
            if path.name == DOWNLOADS:
                data = OFFER.sub("", data.decode()).encode()
            _add(archive, path.relative_to(folder).as_posix(), data)
    return target.stat().st_size


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", EPOCH)
    entry.external_attr = 0o644 << 16
    packed = PurePosixPath(name).suffix in PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def tell_size(folder: Path, sizes: Mapping[str, str]) -> None:
    """Say on each language's page of downloads how large the ZIP is.

    Args:
        folder: The finished output.
        sizes: The size as each language writes it.
    """
    for language, size in sizes.items():
        page = folder / language / DOWNLOADS
        if page.is_file():
            said = escape(size).replace("\\", r"\\")  # a course may bring the sign before the decimals
            html = SIZE.sub(rf"\g<1>{said}", page.read_text(encoding="utf-8"))
            page.write_text(html, encoding="utf-8")
