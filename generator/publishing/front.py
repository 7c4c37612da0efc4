"""What stands above the languages' sites."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.model.course import Course
from generator.publishing.security_policy import with_policy
from generator.publishing.site_engine import NOT_FOUND
from generator.publishing.site_folder import SiteFolder
from generator.rendering.theme import Theme

INDEX: Final = "index.html"


def put_front(folder: Path, theme: Theme, courses: Mapping[str, Course]) -> None:
    """Put the page that lets one choose a language, and the one for what is not there, for which hosts look
    at the top.

    Args:
        folder: The output, in which the sites are in their place.
        theme: Template and labels.
        courses: The course in each of its languages, the source first.
    """
    front = SiteFolder(folder)
    front.put(INDEX, front_page(theme, courses).encode())
    not_found = folder / next(iter(courses)) / NOT_FOUND
    if not_found.is_file():
        front.put(NOT_FOUND, not_found.read_bytes())


def front_page(theme: Theme, courses: Mapping[str, Course]) -> str:
    """The page that lets one choose a language; it works without JavaScript."""
    jinja = Environment(loader=FileSystemLoader(theme.site), autoescape=True, undefined=StrictUndefined)
    languages = [{"course": course, "t": theme.labels(language)} for language, course in courses.items()]
    return with_policy(jinja.get_template("index.html.j2").render(languages=languages))
