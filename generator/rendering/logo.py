"""An organisation's logo as site and print documents show it."""

from base64 import b64encode
from pathlib import Path, PurePosixPath

from generator.model.limits import MAX_LOGO_BYTES
from generator.reading.picture import fault_of_picture
from generator.rendering.black_figure import data_address


def logo_name(file: str) -> str:
    """What the copy of the logo is called among the site's assets; `logo.svg` there is the course's own."""
    return f"organisation{PurePosixPath(file).suffix}"


def logo_address(path: Path) -> str | None:
    """The picture as an address that holds all of it; None where it cannot be used, which the check tells."""
    if path.is_symlink() or fault_of_picture(path, MAX_LOGO_BYTES):
        return None
    if path.suffix == ".svg":
        return data_address(path.read_text(encoding="utf-8-sig"))
    return f"data:image/png;base64,{b64encode(path.read_bytes()).decode()}"
