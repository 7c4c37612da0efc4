"""Where every part of a course stands on the site."""

import posixpath
from collections.abc import Iterator
from functools import cache

from generator.model.course import WHOLE_COURSE, Course


class SiteAddresses:
    """The pages and anchors of everything that a cross-reference may name."""

    def __init__(self, course: Course) -> None:
        self._homes = dict(_homes_of_sheets(course))
        self._left_out = course.left_out

    def of(self, scheme: str, slug: str) -> str | None:
        """The page and anchor of a target, from the site's root; None for what is not there."""
        if (scheme, slug) in self._left_out:
            return None
        match scheme:
            case "module":
                return f"{slug}/index.html"
            case "session":
                module, _, session = slug.partition("/")
                return f"{module}/sessions/{session}.html"
            case "worksheet":
                return self._in_home(slug, f"sheets/{slug}.html")
            case "chapter":
                return f"chapters/{slug}.html"
            case "term":
                return f"glossary.html#term-{slug}"
            case "reference":
                return f"references.html#reference-{slug}"
            case "programme":
                return f"programmes/{slug}.html"
            case _:
                return self._in_home(slug, f"evaluation.html#{scheme}-{slug}")

    def seen_from(self, page: str, scheme: str, slug: str) -> str | None:
        """The address of a target as a link on another page, given as its Markdown file, has it."""
        target = self.of(scheme, slug)
        if target is None:
            return None
        path, _, anchor = target.partition("#")
        if path == page.removesuffix(".md") + ".html" and anchor:
            return f"#{anchor}"
        relative = _relative(path, posixpath.dirname(page))
        return f"{relative}#{anchor}" if anchor else relative

    def _in_home(self, slug: str, path: str) -> str | None:
        return f"{self._homes[slug]}/{path}" if slug in self._homes else None


@cache
def _relative(path: str, folder: str) -> str:
    return posixpath.relpath(f"/{path}", f"/{folder}")


def _homes_of_sheets(course: Course) -> Iterator[tuple[str, str]]:
    """Every worksheet's and evaluation sheet's slug with the folder of its page."""
    for home, worksheet in course.all_worksheets():
        yield worksheet.slug, home or WHOLE_COURSE
    for home, evaluation in course.all_evaluations():
        for _, part in evaluation.sheets:
            yield part.slug, home or WHOLE_COURSE
