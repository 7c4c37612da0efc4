"""Cross-references in print: from what the curriculum calls their targets to ids in the document."""

import re
from collections.abc import Collection
from typing import Final

from generator.prose.markdown import replace_links
from generator.rendering.book import ELSEWHERE

_ID: Final = re.compile(r'\bid="([^"]+)"')
_LED: Final = re.compile(r'href="#(?P<id>[^"]+)"')
_WHOLE_LINK: Final = re.compile(
    r'(<a\b[^>]*>)(<(em|strong|span class="untranslated")[^>]*>)([^<]*)(</(?:em|strong|span)>)(</a>)'
)
_LINK: Final = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<content>(?:(?!</a>).)*)</a>", re.DOTALL)
_MARK: Final = re.compile(r'<span class="untranslated"(?P<attributes>[^>]*)>(?P<text>[^<]*)</span>')
_CLASS: Final = re.compile(r' class="([^"]*)"')
_SPACE_BEFORE_ELEMENT: Final = re.compile(r" (<(?:a|span|em|strong)\b)")
ZERO_WIDTH_SPACE: Final = "\u200b"


def anchor(scheme: str, slug: str) -> str:
    """The id that a cross-reference's target has in a print document."""
    return f"{scheme}-{slug.replace('/', '--')}"


def ids_of(html: str) -> frozenset[str]:
    """The ids that a document has."""
    return frozenset(_ID.findall(html))


def linked(html: str, here: Collection[str], anywhere: Collection[str] = frozenset()) -> str:
    """HTML whose cross-references lead to ids, in its own part of a book or in another.

    Args:
        html: As a template writes it.
        here: The ids that it has itself.
        anywhere: Those that any part has. To what has none a link becomes plain text.
    """

    def address(scheme: str, slug: str) -> str | None:
        target = anchor(scheme, slug)
        if target in here:
            return f"#{target}"
        return f"{ELSEWHERE}{target}" if target in anywhere else None

    finished = _unbroken_lines(_plain_links(replace_links(html, address)))
    return _LED.sub(
        lambda link: link[0] if link["id"] in here else f'href="{ELSEWHERE}{link["id"]}"', finished
    )


def _plain_links(html: str) -> str:
    """Puts a link inside the element that it holds: WeasyPrint would tag the inner one as a second link,
    which PDF/UA-1 forbids.
    """
    return _LINK.sub(_marked_as_a_whole, _WHOLE_LINK.sub(r"\2\1\4\6\5", html))


def _marked_as_a_whole(link: re.Match[str]) -> str:
    """A link of which a part is marked as untranslated is marked itself, for the same reason."""
    mark = _MARK.search(link["content"])
    if not mark:
        return link[0]
    own = _CLASS.search(link["attributes"])
    classes = f"{own[1]} untranslated" if own else "untranslated"
    attributes = _CLASS.sub("", link["attributes"]) + f' class="{classes}"{mark["attributes"]}'
    return f"<a{attributes}>{_MARK.sub(lambda match: match['text'], link['content'])}</a>"


def _unbroken_lines(html: str) -> str:
    """Marks the break before an inline element: WeasyPrint 70 breaks a line once more, in its middle, where
    the text fits, the space after it does not, and an element follows.
    """
    return _SPACE_BEFORE_ELEMENT.sub(rf" {ZERO_WIDTH_SPACE}\1", html)
