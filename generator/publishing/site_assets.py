"""What lies beside a site's pages and is no page: scripts, style sheets, letters, pictures."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.course import Course
from generator.publishing.pictures import MEDIA
from generator.reading.local.folder import readable_files
from generator.reading.picture import is_picture
from generator.rendering.logo import logo_name
from generator.rendering.theme import Theme


def theme_assets(theme: Theme) -> dict[str, Path]:
    """The files that the theme has for every site, by their path on it."""
    return dict(_theme_assets(theme))


def _theme_assets(theme: Theme) -> Iterator[tuple[str, Path]]:
    assets = theme.site / "assets"
    for folder, place in ((assets, "assets"), (theme.fonts, "assets/fonts")):
        for path in _files(folder):
            yield f"{place}/{path.relative_to(folder).as_posix()}", path
    for sheet in theme.shared_style_sheets:
        yield f"assets/{sheet.name}", sheet


def course_pictures(course: Course, pictures: Path) -> dict[str, Path]:
    """A course's pictures by their path on its site.

    Args:
        course: The course.
        pictures: The folder that holds every picture where a curriculum has it.
    """
    found = {
        f"{MEDIA}/{module.slug}/{file}": path
        for module in course.modules
        for file, path in readable_files(pictures / "modules" / module.slug / MEDIA)
        if is_picture(file)
    }
    if logo := course.organisation.logo:
        found[f"assets/{logo_name(logo)}"] = pictures / logo
    return found


def copy_assets(assets: Mapping[str, Path], folder: Path) -> None:
    """Put them below a folder where a site has them."""
    for name, path in assets.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
