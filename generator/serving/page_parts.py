"""Prepares a page for the preview: adds the preview's own part, and tells page from frame."""

import hashlib
import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final

ARTICLE: Final = re.compile(r"<article\b.*?</article>", re.DOTALL)
CONTENTS: Final = '<nav class="md-nav md-nav--secondary"'
NAV: Final = re.compile(r"<nav\b|</nav>")
HEAD: Final = "</head>"


def version(text: str) -> str:
    """A short digest that differs when the text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def frame(html: str) -> str:
    """What stands around a page's article and its contents: where it changes, the page is loaded anew."""
    return _without_contents(ARTICLE.sub("", html))


def with_preview(html: str, facts: Mapping[str, Any]) -> str:
    """A page with the preview's script and style.

    Args:
        html: The page as a build has it.
        facts: What the script knows of the page.
    """
    known = escape(json.dumps(facts, ensure_ascii=False, sort_keys=True))
    own = (
        '<link rel="stylesheet" href="/preview/preview.css">'
        f'<script src="/preview/preview.js" defer data-preview="{known}"></script>\n'
    )
    return html.replace(HEAD, own + HEAD, 1)


def _without_contents(html: str) -> str:
    while (start := html.find(CONTENTS)) >= 0:
        html = html[:start] + html[_end_of_nav(html, start) :]
    return html


def _end_of_nav(html: str, start: int) -> int:
    """Where the element that starts here ends; it may hold others of its kind."""
    depth = 0
    for tag in NAV.finditer(html, start):
        depth += 1 if tag[0] == "<nav" else -1
        if depth == 0:
            return tag.end()
    return len(html)
