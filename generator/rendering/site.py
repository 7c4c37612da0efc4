"""Turns the course into the site's pages: Markdown by path, and the navigation over them."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generator import __version__
from generator.model.chapter import Chapter
from generator.model.course import WHOLE_COURSE, Course
from generator.model.module import Module
from generator.prose.citation import sort_key
from generator.prose.markdown import replace_links, replace_media
from generator.rendering.environment import environment
from generator.rendering.theme import Theme
from generator.views.audience import Audience
from generator.views.course import CourseView, ModuleView, ProgrammeView, course_view

Navigation = list[dict[str, Any]]
AMPERSAND: Final = re.compile(r"&(?=[#\w])")


@dataclass(frozen=True, slots=True)
class SitePages:
    """One language's site before the engine: pages by their path, and `nav` as mkdocs.yml has it."""

    pages: dict[str, str]
    navigation: Navigation
    name: str


def site_address(scheme: str, slug: str, homes: dict[str, str]) -> str | None:
    """The page and anchor of a cross-reference's target, from the site's root.

    Args:
        scheme: The kind of target.
        slug: Its name.
        homes: For worksheets and evaluation sheets, the folder in which each stands.
    """
    match scheme:
        case "module":
            return f"{slug}/index.html"
        case "session":
            module, _, session = slug.partition("/")
            return f"{module}/sessions/{session}.html"
        case "worksheet":
            return f"{homes[slug]}/sheets/{slug}.html" if slug in homes else None
        case "chapter":
            return f"chapters/{slug}.html"
        case "term":
            return f"glossary.html#term-{slug}"
        case "reference":
            return f"references.html#reference-{slug}"
        case "programme":
            return f"programmes/{slug}.html"
        case _:
            return f"{homes[slug]}/evaluation.html#{scheme}-{slug}" if slug in homes else None


def for_engine(title: str) -> str:
    """A title as the engine's own templates need it: they put it into HTML as it is.

    An ampersand that starts no character reference stays, because some of them do escape it.
    """
    return AMPERSAND.sub("&amp;", title).replace("<", "&lt;")


def render_site(course: Course, theme: Theme) -> SitePages:
    """The pages of the site in the course's language."""
    return _SiteRenderer(course, theme).render()


class _SiteRenderer:
    def __init__(self, course: Course, theme: Theme) -> None:
        self.course = course
        self.labels = theme.labels(course.language)
        self.jinja = environment(theme, course, self.labels)
        self.view = course_view(course)
        self.homes = dict(_homes_of_sheets(course))
        self.pages: dict[str, str] = {}

    def render(self) -> SitePages:
        t = self.labels
        self._page("index.md", "course", view=self.view, handbook_of=WHOLE_COURSE)
        modules = [{view.module.title: self._module(view)} for view in self.view.modules]
        programmes = [self._programme(view) for view in self.view.programmes]
        cited = sorted(self.course.references, key=sort_key)
        for name in ("glossary", "references", "wording", "help"):
            self._page(f"{name}.md", name, cited=cited)
        navigation: Navigation = [{t["home"]: "index.md"}, {t["modules"]: modules}]
        if programmes:
            navigation.append({t["programmes"]: programmes})
        if tools := self._course_tools():
            navigation.append({t["course_tools"]: tools})
        if self.view.frame:
            navigation.append({t["frame"]: [self._chapter(chapter) for chapter in self.view.frame]})
        safety: Navigation = [{t["help"]: "help.md"}, *(self._chapter(c) for c in self.view.safety)]
        navigation.append({t["safety"]: safety} if self.view.safety else safety[0])
        navigation += [{t[name]: f"{name}.md"} for name in ("glossary", "references", "wording")]
        return SitePages(self.pages, _escaped(navigation), for_engine(self.course.title))

    def _chapter(self, chapter: Chapter) -> dict[str, str]:
        page = f"chapters/{chapter.slug}.md"
        self._page(page, "chapter", chapter=chapter)
        return {chapter.title: page}

    def _course_tools(self) -> Navigation:
        """The course's own evaluation and sheets, which belong to no module."""
        navigation = self._evaluation(None)
        if sheets := self._sheets(self.view):
            navigation.append({self.labels["all_sheets"]: sheets})
        return navigation

    def _evaluation(self, module: Module | None) -> Navigation:
        """The page of a module's evaluation, or for None of the course's own, where there is one."""
        evaluation = (module or self.course).evaluation
        if evaluation is None:
            return []
        page = f"{_folder(module)}/evaluation.md"
        self._page(page, "evaluation", evaluation=evaluation, module=module, handbook_of=_folder(module))
        home = module.title if module else self.labels["course_tools"]
        return [{f"{self.labels['evaluation']}: {home}": page}]

    def _sheets(self, view: CourseView | ModuleView) -> Navigation:
        """The pages of the course's own sheets or of a module's."""
        module = view.module if isinstance(view, ModuleView) else None
        navigation: Navigation = []
        for sheet in view.sheets:
            page = f"{_folder(module)}/sheets/{sheet.sheet.slug}.md"
            self._page(page, "sheet", view=sheet, module=module, used=view.sessions_using(sheet.sheet.slug))
            navigation.append({f"{sheet.number} {sheet.sheet.title}": page})
        return navigation

    def _module(self, view: ModuleView) -> Navigation:
        t, module = self.labels, view.module
        home = f"{module.slug}/index.md"
        common = {"module": module, "view": view}
        self._page(home, "module", **common, handbook_of=module.slug, evaluation_page="evaluation.html")
        sessions = []
        for session in view.sessions:
            page = f"{module.slug}/sessions/{session.session.slug}.md"
            self._page(page, "session", view=session, session=session.session, objective=view.objective)
            sessions.append({f"{session.number}. {session.session.title}": page})
        sheets = self._sheets(view)
        navigation: Navigation = [{module.title: home}, {t["sessions"]: sessions}, {t["all_sheets"]: sheets}]
        return navigation + self._evaluation(module)

    def _programme(self, view: ProgrammeView) -> dict[str, str]:
        page = f"programmes/{view.programme.slug}.md"
        self._page(page, "programme", view=view)
        return {view.programme.title: page}

    def _page(self, path: str, template: str, **context: Any) -> None:
        root = "../" * path.count("/")
        handbooks = [audience.value for audience in Audience]
        markdown = self.jinja.get_template(f"site/pages/{template}.md.j2").render(
            root=root, version=__version__, handbooks=handbooks, **context
        )
        address = partial(self._relative, path.removesuffix(".md") + ".html")
        linked = replace_links(markdown, address)
        self.pages[path] = replace_media(linked, lambda name: f"{root}media/{name}")

    def _relative(self, page: str, scheme: str, slug: str) -> str | None:
        target = site_address(scheme, slug, self.homes)
        if target is None:
            return None
        path, _, anchor = target.partition("#")
        relative = "" if path == page and anchor else posixpath.relpath(path, posixpath.dirname(page) or ".")
        return f"{relative}#{anchor}" if anchor else relative


def _folder(module: Module | None) -> str:
    """The folder of a module's pages; for None of what belongs to no module."""
    return module.slug if module else WHOLE_COURSE


def _escaped(navigation: Navigation) -> Navigation:
    """The navigation with titles that are safe in HTML."""
    return [
        {for_engine(title): target if isinstance(target, str) else _escaped(target)}
        for entry in navigation
        for title, target in entry.items()
    ]


def _homes_of_sheets(course: Course) -> Iterator[tuple[str, str]]:
    """Every sheet's slug with the folder of its page."""
    for home, worksheet in course.all_worksheets():
        yield worksheet.slug, home or WHOLE_COURSE
    for home, evaluation in course.all_evaluations():
        for _, part in evaluation.sheets:
            yield part.slug, home or WHOLE_COURSE
