"""Turns a prose field's Markdown into sanitised HTML that still names its targets.

Cross-references stay as ``href="worksheet:trigger-map"`` and citations as ``href="reference:key"``:
the medium that uses the HTML decides where they lead.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from functools import cached_property
from html import escape, unescape
from threading import Lock
from typing import Final

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.model.part import LANGUAGE_PATTERN
from generator.prose.limits import exceeds_limits
from generator.prose.memory import Names, NotedNames, ProseMemory

CROSS_REFERENCES: Final = (
    "module",
    "session",
    "worksheet",
    "term",
    "instrument",
    "rubric",
    "knowledge-test",
    "evaluation-form",
    "programme",
    "chapter",
)
WEB_SCHEMES: Final = ("http", "https", "mailto", "tel")
BEGINNING: Final = 400
"""Characters of a text that is too much to process."""
LANGUAGE: Final = "lang"
"""The scheme of what is no link: ``[musyawarah](lang:id)`` says in which language these words are."""
CITATION: Final = r"\[@([a-z][a-z0-9-]*(?:\s*;\s*@[a-z][a-z0-9-]*)*)\]"
NARRATIVE_CITATION: Final = r"(?<![\w@.\\\[\x03])@([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
"""A citation as a part of the sentence, as Pandoc writes it: ``@key``. Markdown ends a sign that was
escaped with ``\\x03``."""
LOOSE_CITATION: Final = re.compile(r"(?<!\\)\[@(?P<keys>[^\]\n]*)\]")
"""What was meant as a citation, well formed or not."""
RAW_HTML: Final = re.compile(r"(?<!\\)<(?!https?:|mailto:)[a-zA-Z/!?][^>\n]*>?")
HEADING: Final = re.compile(r"^ {0,3}(?P<heading>#{1,6}[ \t].*)$", re.MULTILINE)
_ENTRY: Final = r"(?:[-*+]|[0-9]{1,2}\.)[ ]"
RUN_ON: Final = re.compile(
    rf"^(?!{_ENTRY}|[|]|[ ])\S.*\n(?P<first>[ ]{{0,3}}{_ENTRY}.*|[|].*[|])$"
    rf"|^{_ENTRY}.*\n[ ]{{1,3}}(?P<nested>{_ENTRY}.*)$",
    re.MULTILINE,
)
"""A list or table that Markdown takes for a part of the line above it."""

ALLOWED_TAGS: Final = {
    "a", "blockquote", "br", "code", "em", "hr", "img", "li", "ol", "p", "span", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES: Final = {
    "a": {"href", "class", "lang"},
    "span": {"class", "lang"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class", "scope"},
}


class _CitationPattern(InlineProcessor):
    """What both ways to cite share: the names of the works, and the link to the list of references."""

    def __init__(self, pattern: str, names: Names) -> None:
        super().__init__(pattern)
        self.names = names

    def name(self, key: str) -> str:
        return self.names.citation(key) or key

    def link(self, span: ElementTree.Element, key: str, words: str) -> ElementTree.Element:
        link = ElementTree.SubElement(span, "a", {"href": f"reference:{key}"})
        if language := self.names.citation_language(key):
            link.set("lang", language)
        link.text = words
        return link


class _Citations(_CitationPattern):
    """``[@key; @other]`` becomes author and year in parentheses, linked to the reference.

    Inside a parenthesis of the text it goes without its own, as APA style has it.
    """

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Markdown's name)
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        span = ElementTree.Element("span", {"class": "citation"})
        before = data[: match.start(0)]
        opening, closing = ("", "") if before.rfind("(") > before.rfind(")") else ("(", ")")
        span.text = opening
        for key in (part.strip().removeprefix("@") for part in match[1].split(";")):
            link = self.link(span, key, self.name(key))
            link.tail = "; "
        link.tail = closing
        return span, match.start(0), match.end(0)


class _NarrativeCitations(_CitationPattern):
    """``@key`` becomes the author and, in parentheses, the year, linked to the reference."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Markdown's name)
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        author, comma, year = self.name(match[1]).rpartition(", ")
        span = ElementTree.Element("span", {"class": "citation"})
        self.link(span, match[1], f"{author} ({year})" if comma else year)
        return span, match.start(0), match.end(0)


class _CrossReferences(Treeprocessor):
    """Gives a cross-reference without text its target's title."""

    def __init__(self, markdown: Markdown, names: Names) -> None:
        super().__init__(markdown)
        self.names = names

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag in ("td", "th"):
                self._alignment(element)

    def _link(self, element: ElementTree.Element) -> None:
        scheme, _, slug = target_of(element).partition(":")
        if is_language(scheme, slug):
            element.tag = "span"
            element.attrib = {"lang": slug}
        elif scheme in CROSS_REFERENCES:
            element.set("class", "term" if scheme == "term" else "cross-reference")
            if not (element.text or len(element)):
                element.text = self.names.title(scheme, slug) or slug

    def _alignment(self, cell: ElementTree.Element) -> None:
        """Markdown writes alignment as a style; a class survives every content security policy."""
        align = cell.attrib.pop("style", "").removeprefix("text-align: ").removesuffix(";")
        if align:
            cell.set("class", f"align-{align}")
        if cell.tag == "th":
            cell.set("scope", "col")


def target_of(link: ElementTree.Element) -> str:
    """Where a link leads."""
    href = link.get("href", "")
    if AMP_SUBSTITUTE in href:  # so Markdown hides the letters of an e-mail address in angle brackets
        href = unescape(href.replace(AMP_SUBSTITUTE, "&"))
    return href


def is_language(scheme: str, slug: str) -> bool:
    """Whether this is no link but says in which language its text is."""
    return scheme == LANGUAGE and bool(re.fullmatch(LANGUAGE_PATTERN, slug))


def course_markdown(names: Names) -> Markdown:
    """The Markdown of the course. Its extensions are not named, since Markdown would look for them among all
    that is installed, which takes longer than to read a course's prose.
    """
    extensions = [TableExtension(), SaneListExtension(), _CourseMarkdown(names)]
    return Markdown(extensions=extensions, output_format="html")


class _CourseMarkdown(Extension):
    """Markdown without raw HTML, headings, code blocks by indentation and reference definitions."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        for registry, names in (
            (md.preprocessors, ("html_block",)),
            (md.inlinePatterns, ("html",)),
            (md.parser.blockprocessors, ("hashheader", "setextheader", "code", "reference")),
        ):
            for name in names:
                registry.deregister(name)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "<"]
        md.ESCAPED_CHARS.append("@")
        md.inlinePatterns.register(_Citations(CITATION, self.names), "citation", 175)
        md.inlinePatterns.register(
            _NarrativeCitations(NARRATIVE_CITATION, self.names), "narrative-citation", 174
        )
        md.treeprocessors.register(_CrossReferences(md, self.names), "cross-reference", 5)


class ProseRenderer:
    """Renders prose for one course in one language; every text is turned into HTML once.

    Threads take turns, as a preview's do: Markdown reads one text at a time, and mixes two without a word.
    """

    def __init__(self, names: Names, memory: ProseMemory | None = None) -> None:
        """Note what the course's parts are called.

        Args:
            names: The names.
            memory: What texts of the language became before.
        """
        self._names = NotedNames(names)
        self._memory = memory or ProseMemory()
        self._html: dict[str, str] = {}
        self._turn = Lock()

    def html(self, prose: str) -> str:
        """The sanitised HTML of a prose field, one or more blocks."""
        if prose not in self._html:
            with self._turn:
                self._html[prose] = self._memory.html(prose, self._names, self._made)
        return self._html[prose]

    @cached_property
    def _markdown(self) -> Markdown:
        return course_markdown(self._names)

    def _made(self, prose: str) -> str:
        if exceeds_limits(prose):  # the check tells it, the preview shows how it begins
            return f"<p>{escape(prose[:BEGINNING])}…</p>"
        self._markdown.reset()
        return sanitise(self._markdown.convert(prose))


def sanitise(html: str) -> str:
    """Keep the elements that prose may have, and only links whose scheme is known."""
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes={*WEB_SCHEMES, *CROSS_REFERENCES, "reference", "media"},
        link_rel=None,
    )


def inline(html: str) -> str:
    """A single paragraph's content without the paragraph; longer HTML as it is."""
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html.startswith("<p>") and "<p>" not in inner and "</p>" not in inner else html


def replace_links(html: str, address: Callable[[str, str], str | None]) -> str:
    """Give cross-references and citations their addresses.

    Args:
        html: HTML as `ProseRenderer.html` returns it.
        address: Takes a scheme and a slug, returns the address; None turns the link into plain text.
    """

    def with_address(match: re.Match[str]) -> str:
        target = address(match["scheme"], match["slug"])
        kind = match["before"] + match["after"]
        if target is None:
            return f"<span{kind}>{match['text']}</span>"
        return f'<a href="{target}"{kind}>{match["text"]}</a>'

    return _OWN_LINK.sub(with_address, html)


_OWN_LINK: Final = re.compile(
    rf'<a(?P<before>[^>]*?) href="(?P<scheme>{"|".join((*CROSS_REFERENCES, "reference"))}):(?P<slug>[^"]*)"'
    r"(?P<after>[^>]*)>(?P<text>.*?)</a>",
    re.DOTALL,
)
_MEDIA: Final = re.compile(r'src="media:(?P<file>[^"]*)"')


def replace_media(html: str, address: Callable[[str], str]) -> str:
    """Give images their addresses; `address` takes ``module/file``."""
    return _MEDIA.sub(lambda match: f'src="{address(match["file"])}"', html)
