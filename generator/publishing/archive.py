"""Packs the finished output into one ZIP for a USB stick: the same bytes for the same files."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final

from generator.publishing.cache import key_of
from generator.publishing.output import put
from generator.publishing.record import MARK, files_below
from generator.rendering.site import ARCHIVE

FOLDER: Final = "tangguh"
"""The one folder in it, so that unpacking spills nothing."""
README: Final = "README.txt"
DOWNLOADS: Final = "downloads.html"
EPOCH: Final = (2020, 1, 1, 0, 0, 0)
PACKED: Final = (".pdf", ".png", ".woff2")
"""What is packed already."""
LEVEL: Final = 4
"""How hard to pack: half the time of the usual 6, and a twentieth more of what is a tenth of the whole."""
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
    files = {README: readme.replace("\n", "\r\n").encode()}
    for name in sorted(name for name in files_below(folder) if name not in (MARK, ARCHIVE)):
        data = (folder / name).read_bytes()
        is_offer = PurePosixPath(name).name == DOWNLOADS
        files[name] = OFFER.sub("", data.decode()).encode() if is_offer else data
    digest = key_of("zip", *files, *files.values()).encode()  # it stands there as its comment
    if not _holds(target, digest):
        target.unlink(missing_ok=True)  # the old output may share it
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in files.items():
                _add(archive, name, data)
            archive.comment = digest
    return target.stat().st_size


def _holds(target: Path, digest: bytes) -> bool:
    """Whether a ZIP holds this and is sound."""
    try:
        with zipfile.ZipFile(target) as archive:
            return archive.comment == digest and archive.testzip() is None
    except (OSError, zipfile.BadZipFile, zlib.error):
        return False


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", EPOCH)
    entry.external_attr = 0o644 << 16
    packed = PurePosixPath(name).suffix in PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=LEVEL)


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
            html = page.read_text(encoding="utf-8")
            put(page, SIZE.sub(rf"\g<1>{said}", html).encode())
