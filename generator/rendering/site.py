"""Turns the course into the site's pages: Markdown by path, and the navigation over them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generator import __version__
from generator.findings.explanation import PAGES as RULE_PAGES
from generator.model.chapter import Chapter
from generator.model.course import WHOLE_COURSE, Course
from generator.model.layout import (
    chapter_file,
    evaluation_file,
    module_file,
    programme_file,
    session_file,
    worksheet_file,
)
from generator.model.module import Module
from generator.prose.citation import sort_key
from generator.prose.markdown import replace_links, replace_media
from generator.rendering.address import SiteAddresses
from generator.rendering.calendar import calendar, first_day
from generator.rendering.environment import environment
from generator.rendering.explanation import Explanations
from generator.rendering.kept import Kept
from generator.rendering.logo import logo_name
from generator.rendering.rules import RuleGroup, rule_groups
from generator.rendering.search import search_language
from generator.rendering.theme import Theme
from generator.translating.status import COUNTED, LanguageStatus
from generator.views.alignment import alignment
from generator.views.course import CourseView, ModuleView, ProgrammeView, course_view
from generator.views.handbook import (
    EVALUATION,
    FACILITATOR,
    ON_REQUEST,
    PRINTABLE,
    Handbook,
    handbooks,
    sheet_path,
    single_sheets,
)

Navigation = list[dict[str, Any] | str]
AMPERSAND: Final = re.compile(r"&(?=[#\w])")
SEARCH_LANGUAGE: Final = "course"
"""What the search calls the language of a site: none of those that it brings along."""
TRANSLATIONS: Final = "contribute/translations.md"
UNTRANSLATED: Final = 'class="untranslated"'
ARCHIVE: Final = "tangguh.zip"
"""The whole output in one file, beside the languages' folders."""


class Pages(Mapping[str, str]):
    """Markdown by path, in the order of the site. A page is written when it is first asked for."""

    def __init__(self) -> None:
        self._writers: dict[str, Callable[[], str]] = {}
        self._written: dict[str, str] = {}
        self._were_written: set[str] = set()

    def add(self, path: str, write: Callable[[], str]) -> None:
        """Let there be a page at this path."""
        self._writers[path] = write

    def __getitem__(self, path: str) -> str:
        if path not in self._written:
            self._written[path] = self._writers[path]()
            self._were_written.add(path)
        return self._written[path]

    def __contains__(self, path: object) -> bool:
        return path in self._writers  # else Mapping would write the page to see whether it can

    def take(self, path: str) -> str:
        """A page that nobody will ask for again: all pages of a large course together are large."""
        text = self[path]
        del self._written[path]
        return text

    def write_all_but(self, path: str) -> None:
        """See that every other page was written once."""
        for other in self._writers:
            if other != path and other not in self._were_written:
                self[other]

    def __iter__(self) -> Iterator[str]:
        return iter(self._writers)

    def __len__(self) -> int:
        return len(self._writers)


@dataclass(frozen=True, slots=True)
class SitePages:
    """One language's site before the engine.

    `pages` are Markdown by their path; `files` are other files by theirs; `navigation` is `nav` as mkdocs.yml
    has it; `sources` are the curriculum's files behind those pages that have one of their own.
    """

    pages: Pages
    files: dict[str, str]
    navigation: Navigation
    name: str
    sources: dict[str, str]


def for_engine(title: str) -> str:
    """A title as the engine's own templates need it: they put it into HTML as it is.

    An ampersand that starts no character reference stays, because some of them do escape it.
    """
    return AMPERSAND.sub("&amp;", title).replace("<", "&lt;")


def render_site(
    course: Course,
    theme: Theme,
    translations: Sequence[LanguageStatus] = (),
    kept: Kept | None = None,
) -> SitePages:
    """The pages of the site in the course's language; `told_last` tells them the rest when all is made.

    Args:
        course: The course in one language.
        theme: Templates, labels and the search's script.
        translations: How far each translation of the course is.
        kept: What was made before and is used again.
    """
    return _SiteRenderer(course, theme, translations, kept).render()


class _SiteRenderer:
    def __init__(
        self,
        course: Course,
        theme: Theme,
        translations: Sequence[LanguageStatus],
        kept: Kept | None,
    ) -> None:
        self.course = course
        self.translations = translations
        self.theme = theme
        self.labels = theme.labels(course.language)
        self.jinja = environment(theme, course, self.labels, kept)
        self.jinja.globals |= {"version": __version__, "archive": ARCHIVE, "on_request": ON_REQUEST}
        self.jinja.globals |= {"sheet_path": sheet_path, "logo_name": logo_name}
        self.view = course_view(course)
        self.addresses = SiteAddresses(course)
        self.explanations = Explanations(course, self.jinja)
        self.pages = Pages()
        self.files: dict[str, str] = {}
        self.sources: dict[str, str] = {}

    def render(self) -> SitePages:
        self.files[f"assets/javascripts/lunr/min/lunr.{SEARCH_LANGUAGE}.min.js"] = search_language(
            self.course, self.theme.search_script
        )
        navigation = [
            self._entry("home", "index.md", "home", view=self.view),
            *self._modules(),
            *self._programmes(),
            *self._course_tools(),
            *self._about(),
            *self._safety(),
            self._entry("downloads", "downloads.md", "downloads", groups=self._print_groups()),
            self._library(),
        ]
        name = for_engine(self.course.title)
        return SitePages(self.pages, self.files, _escaped(navigation), name, self.sources)

    def _modules(self) -> Navigation:
        t, page = self.labels, "modules/index.md"
        self._page(page, "modules", t["modules"], views=self.view.modules)
        return [
            {
                t["modules"]: [
                    {t["modules"]: page},
                    *({view.module.title: self._module(view)} for view in self.view.modules),
                ]
            }
        ]

    def _module(self, view: ModuleView) -> Navigation:
        t, module = self.labels, view.module
        home = f"{module.slug}/index.md"
        common = {"module": module, "view": view}
        self._page(
            home,
            "module",
            module.title,
            **common,
            file=module_file(module.slug),
            books=handbooks(module),
            evaluation_page="evaluation.html",
        )
        sessions: Navigation = []
        for position, session in enumerate(view.sessions):
            page = f"{module.slug}/sessions/{session.session.slug}.md"
            self._page(
                page,
                "session",
                session.session.title,
                view=session,
                session=session.session,
                objective=view.objective,
                book=Handbook(FACILITATOR, module),
                before=view.sessions[position - 1] if position else None,
                after=view.sessions[position + 1] if position + 1 < len(view.sessions) else None,
                count=len(view.sessions),
                file=session_file(module.slug, session.session.slug),
            )
            sessions.append({f"{session.number}. {session.session.title}": page})
        matrix = f"{module.slug}/alignment.md"
        title = f"{t['alignment']}: {module.title}"
        self._page(matrix, "alignment", title, **common, matrix=alignment(view))
        return [
            {module.title: home},
            {t["sessions"]: sessions},
            {t["all_sheets"]: self._sheets(view)},
            *self._evaluation(module),
            {title: matrix},
        ]

    def _programmes(self) -> Navigation:
        if not self.view.programmes:
            return []
        t, page = self.labels, "programmes/index.md"
        self._page(page, "programmes", t["programmes"], views=self.view.programmes)
        return [{t["programmes"]: [{t["programmes"]: page}, *map(self._programme, self.view.programmes)]}]

    def _programme(self, view: ProgrammeView) -> dict[str, str]:
        slug = view.programme.slug
        modules = {one.module.slug: one.module.title for one in self.view.modules}
        file = calendar(view, self.course.language, self.course.title, modules)
        self.files[f"programmes/{slug}.ics"] = file
        page = f"programmes/{slug}.md"
        title = view.programme.title
        self._page(
            page,
            "programme",
            title,
            view=view,
            first_day=first_day(view),
            calendar=file,
            file=programme_file(slug),
        )
        return {title: page}

    def _course_tools(self) -> Navigation:
        """The course's own evaluation and sheets, which belong to no module."""
        t, page = self.labels, f"{WHOLE_COURSE}/index.md"
        if not (self.view.sheets or self.course.evaluation):
            return []
        self._page(page, "tools", t["course_tools"], view=self.view)
        navigation: Navigation = [{t["course_tools"]: page}, *self._evaluation(None)]
        if sheets := self._sheets(self.view):
            navigation.append({t["all_sheets"]: sheets})
        return [{t["course_tools"]: navigation}]

    def _evaluation(self, module: Module | None) -> Navigation:
        """The page of a module's evaluation, or for None of the course's own, where there is one."""
        evaluation = (module or self.course).evaluation
        if evaluation is None:
            return []
        page = f"{_folder(module)}/evaluation.md"
        home = module.title if module else self.labels["course_tools"]
        title = f"{self.labels['evaluation']}: {home}"
        self._page(
            page,
            "evaluation",
            title,
            evaluation=evaluation,
            module=module,
            book=Handbook(EVALUATION, module),
            file=evaluation_file(module.slug if module else None),
        )
        return [{title: page}]

    def _sheets(self, view: CourseView | ModuleView) -> Navigation:
        """The pages of the course's own sheets or of a module's."""
        module = view.module if isinstance(view, ModuleView) else None
        navigation: Navigation = []
        for sheet in view.sheets:
            slug = sheet.sheet.slug
            page = f"{_folder(module)}/sheets/{slug}.md"
            self._page(
                page,
                "sheet",
                sheet.sheet.title,
                view=sheet,
                module=module,
                used=view.sessions_using(slug),
                file=worksheet_file(module.slug if module else None, slug),
            )
            navigation.append({f"{sheet.number} {sheet.sheet.title}": page})
        return navigation

    def _about(self) -> Navigation:
        t, page = self.labels, "chapters/index.md"
        self._page(page, "about", t["about_course"], chapters=self.view.frame)
        return [{t["about_course"]: [{t["about_course"]: page}, *map(self._chapter, self.view.frame)]}]

    def _safety(self) -> Navigation:
        page = self._entry("help", "help.md", "help", chapters=self.view.safety)
        if not self.view.safety:
            return [page]
        return [{self.labels["safety"]: [page, *map(self._chapter, self.view.safety)]}]

    def _chapter(self, chapter: Chapter) -> dict[str, str]:
        page = f"chapters/{chapter.slug}.md"
        self._page(page, "chapter", chapter.title, chapter=chapter, file=chapter_file(chapter.slug))
        return {chapter.title: page}

    def _library(self) -> dict[str, Any]:
        """What one looks up."""
        entries: Navigation = [
            self._entry("glossary", "glossary.md", "glossary"),
            self._entry("wording", "wording.md", "wording"),
            self._entry(
                "contribute",
                "contribute.md",
                "contribute",
                views=self.view.modules,
                module_file=module_file,
                session_file=session_file,
                evaluation_file=evaluation_file,
                translations=TRANSLATIONS if self.translations else None,
            ),
        ]
        references = "references.md"
        self.pages.add(references, partial(self._references, references))
        listed = {self.labels["references"]: references}
        if self.translations:
            entries.append(self._translations())
        return {self.labels["library"]: [entries[0], listed, *entries[1:], self._rules()]}

    def _references(self, path: str) -> str:
        """The list of references, which says where they are cited: it needs all other pages."""
        self.pages.write_all_but(path)
        cited = sorted(self.course.references, key=sort_key)
        citing = self.explanations.citing(self.pages)
        return self._written(path, "references", self.labels["references"], cited=cited, citing=citing)

    def _rules(self) -> dict[str, Any]:
        """What `tangguh check` may find, a page a rule, in a section that other pages do not open."""
        page, groups = f"{RULE_PAGES}/index.md", rule_groups(self.course.language)
        title = self.labels["rules"]["title"]
        self._page(page, "rules", title, groups=groups)
        return {title: [{title: page}, *map(self._family, groups)]}

    def _family(self, group: RuleGroup) -> dict[str, Any]:
        navigation: Navigation = []
        for told in group.rules:
            page, title = f"{told.page}.md", f"{told.code} {told.title}"
            self._page(page, "rule", title, told=told, group=group)
            navigation.append({title: page})
        return {group.title: navigation}

    def _translations(self) -> dict[str, str]:
        """How far the translations are; not part of the search, which is for who prepares a session."""
        languages = [status.language for status in self.translations]
        return self._entry(
            "translations",
            TRANSLATIONS,
            "translations",
            statuses=self.translations,
            names={language: self.theme.labels(language)["language_name"] for language in languages},
            states=COUNTED,
        )

    def _print_groups(self) -> list[dict[str, Any]]:
        """Everything printed: the whole course's books and sheets, then each module's."""
        homes: tuple[CourseView | ModuleView, ...] = (self.view, *self.view.modules)
        return [
            {
                "module": home.module if isinstance(home, ModuleView) else None,
                "books": handbooks(home.module if isinstance(home, ModuleView) else None, PRINTABLE),
                "sheets": list(single_sheets(self.course, home)),
            }
            for home in homes
        ]

    def _entry(self, label: str, path: str, template: str, **context: Any) -> dict[str, str]:
        """A page that is called by a label, in the navigation too."""
        self._page(path, template, self.labels[label], **context)
        return {self.labels[label]: path}

    def _page(self, path: str, template: str, title: str, **context: Any) -> None:
        self.pages.add(path, partial(self._written, path, template, title, **context))
        if "file" in context:
            self.sources[path] = context["file"]

    def _written(self, path: str, template: str, title: str, **context: Any) -> str:
        root = "../" * path.count("/")
        markdown = self.jinja.get_template(f"site/pages/{template}.md.j2").render(root=root, **context)
        if self.translations and UNTRANSLATED in markdown:
            markdown += self.jinja.get_template("site/untranslated.html.j2").render(page=root + TRANSLATIONS)
        explained = self.explanations.added(markdown, path, title)
        linked = replace_links(explained, partial(self.addresses.seen_from, path))
        return replace_media(linked, lambda name: f"{root}media/{name}")


def _folder(module: Module | None) -> str:
    """The folder of a module's pages; for None of what belongs to no module."""
    return module.slug if module else WHOLE_COURSE


def _escaped(navigation: Navigation) -> Navigation:
    """The navigation with titles that are safe in HTML."""
    escaped: Navigation = []
    for entry in navigation:
        if isinstance(entry, str):
            escaped.append(entry)
        else:
            escaped += [
                {for_engine(title): target if isinstance(target, str) else _escaped(target)}
                for title, target in entry.items()
            ]
    return escaped
