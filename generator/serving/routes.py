"""Finds the answer to an address: a page of a site, what is printed, or the preview's own files."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.publishing.front import INDEX
from generator.publishing.security_policy import with_policy
from generator.reading.picture import is_picture
from generator.serving.answers import Answer, file, moved, page, text, type_of
from generator.serving.language_site import SEARCH_INDEX, LanguageSite, MadePage, PageError
from generator.serving.page_parts import with_preview
from generator.serving.preview import Preview, facts_of
from generator.serving.printing import Wanted, as_page, is_there, printed_address, title_of

STATUS: Final = {
    "not_found": HTTPStatus.NOT_FOUND,
    "broken": HTTPStatus.SERVICE_UNAVAILABLE,
    "not_printed": HTTPStatus.SERVICE_UNAVAILABLE,
    "failed": HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Why there may be no page."""
OF_THEME: Final = (".css", ".woff2", ".svg")
"""What the preview's own pages take from the theme."""


class Routes:
    """The preview's addresses. Every path is without its leading slash, and holds no step upwards."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._plan = preview.plan
        theme = preview.plan.theme.root
        self._jinja = Environment(
            loader=FileSystemLoader(theme / "preview"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def answer(self, path: str) -> Answer:
        """The answer to a path."""
        match path.split("/"):
            case [""]:
                return self._front_page()
            case ["favicon.ico"]:  # what a browser asks for where a page names no icon
                return file(self._plan.theme.site, "assets/logo.svg") or self._message("not_found")
            case ["preview", *rest]:
                return self._own(rest) or self._message("not_found")
            case [language, *rest] if language in self._preview.sites:
                return self._of_site(self._preview.sites[language], "/".join(rest))
        return self._message("not_found") if self._preview.courses else self._message("broken")

    def failed(self) -> Answer:
        """What is answered where answering failed."""
        return self._message("failed")

    # --- Pages of a site ------------------------------------------------------------------------------

    def _front_page(self) -> Answer:
        made = self._preview.front_page()
        return page(with_preview(made.html, self._facts("", made))) if made else self._message("broken")

    def _of_site(self, site: LanguageSite, path: str) -> Answer:
        if not path or path.endswith("/"):
            return moved(f"/{site.language}/{quote(path)}{INDEX}")
        if site.has(path):
            return self._page(site, path)
        if (content := site.file(path)) is not None:
            return text(path, content)
        if address := printed_address(path):
            return moved(f"/preview/{site.language}/{quote(address)}")
        return self._file(site, path) or self._message("not_found" if site.pages else "broken")

    def _page(self, site: LanguageSite, path: str) -> Answer:
        try:
            made = site.made(path)
        except PageError:
            return self._message("broken")
        return page(with_preview(made.html, self._facts(f"{site.language}/{path}", made)))

    def _file(self, site: LanguageSite, path: str) -> Answer | None:
        match path.split("/"):
            case ["media", module, *rest] if rest and is_picture(path):
                return file(self._plan.media / module / "media", "/".join(rest))
        if path == SEARCH_INDEX:
            site.make_search_index()
        return None if path.endswith(".html") else file(site.built(""), path)

    # --- What is printed, and the preview's own files -------------------------------------------------

    def _own(self, parts: list[str]) -> Answer | None:
        match parts:
            case ["theme", *rest] if Path("/".join(rest)).suffix in OF_THEME:
                return file(self._plan.theme.root, "/".join(rest))
            case [name]:
                return file(self._plan.theme.root / "preview", name) if not name.endswith(".j2") else None
            case [language, "facilitator" | "participant" as edition, module, session]:
                stem, dot, suffix = session.partition(".")
                return self._printed(Wanted(language, f"{edition}/{module}/{stem}"), dot + suffix)
            case [language, "sheet" | "handbook" as kind, name]:
                stem, dot, suffix = name.partition(".")
                return self._printed(Wanted(language, f"{kind}/{stem}"), dot + suffix)
        return None

    def _printed(self, wanted: Wanted, ending: str) -> Answer | None:
        """Everything of a printed document: the page it is looked at on, its PDF, its pages as pictures, or
        the document before the engine.
        """
        course = self._preview.courses.get(wanted.language)
        if course is None or not is_there(wanted, course):
            return None
        match ending.split("."):
            case [""]:
                return self._viewer(wanted)
            case ["", "pdf"]:
                return self._pdf(wanted)
            case ["", number, "png"] if number.isdecimal():
                return self._picture(wanted, int(number))
            case ["", "html"]:
                return page(as_page(self._preview.document(wanted), wanted.language))
        return None

    def _viewer(self, wanted: Wanted) -> Answer:
        behind = self._preview.page_behind(wanted.address)
        course = self._preview.courses[wanted.language]
        context = {
            "title": title_of(wanted, course),
            "kind": wanted.name.partition("/")[0],
            "course": course,
            "address": f"/{wanted.address}",
            "back": None if behind == wanted.address else f"/{behind}",
        }
        return page(self._own_page("printed", wanted.address, context))

    def _pdf(self, wanted: Wanted) -> Answer:
        printed = self._preview.printed(wanted)
        if printed is None or printed.pages is None or printed.fault:
            return self._message("not_printed")
        return Answer(printed.pages.pdf, type_of(".pdf"))

    def _picture(self, wanted: Wanted, number: int) -> Answer | None:
        printed = self._preview.last_printed(wanted)
        pictures = printed.pages.pictures if printed and printed.pages else ()
        return Answer(pictures[number - 1], type_of(".png")) if 0 < number <= len(pictures) else None

    # --- The preview's own pages ----------------------------------------------------------------------

    def _message(self, kind: str) -> Answer:
        """A page that says in a few words why there is no other."""
        return page(self._own_page("message", "", {"kind": kind}), STATUS[kind])

    def _own_page(self, template: str, address: str, context: Mapping[str, Any]) -> str:
        html = self._jinja.get_template(f"{template}.html.j2").render(
            t=self._preview.words, language=self._plan.words, courses=self._preview.courses, **context
        )
        return with_preview(with_policy(html), self._facts(address, None))

    def _facts(self, address: str, made: MadePage | None) -> dict[str, Any]:
        """What the script of a page is told from the beginning."""
        known = facts_of(made) if made else {}
        return {
            **known,
            "language": self._plan.words,
            "words": self._preview.words,
            "printed": self._printed_links(address),
        }

    def _printed_links(self, address: str) -> list[dict[str, str]]:
        """Where to look at a page as it is printed."""
        words = self._preview.words["printed"]
        match address.split("/"):
            case [language, module, "sessions", session]:
                slug = session.removesuffix(".html")
                return [
                    {
                        "label": words[edition],
                        "address": f"/preview/{language}/{edition}/{module}/{slug}",
                    }
                    for edition in ("facilitator", "participant")
                ]
            case [language, _, "sheets", sheet]:
                slug = sheet.removesuffix(".html")
                return [{"label": words["sheet"], "address": f"/preview/{language}/sheet/{slug}"}]
        return []
