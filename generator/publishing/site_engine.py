"""What is left out and mended of what MkDocs makes of one language's site."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.publishing.errors import SiteEngineError
from generator.publishing.security_policy import with_policy
from generator.rendering.site import SEARCH_LANGUAGE

FIXED_TIME: Final = "1577836800"
"""Seconds since 1970 (1 January 2020) that stand for the build's time: same input, same bytes."""
ENVIRONMENT: Final = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": FIXED_TIME}
"""What MkDocs finds in its environment."""
NOT_NEEDED: Final = (
    "*.map",
    "assets/javascripts/lunr/*.js",
    "assets/javascripts/lunr/min/lunr.??.min.js",
    "assets/javascripts/lunr/min/lunr.multi.min.js",
    "assets/stylesheets/palette.*.css",
    "assets/images/favicon.png",
)
"""Source maps and unused stemmers are dead weight. (Without an address of its own a site has no map, either:
it is not made.)
"""
NOT_FOUND: Final = "404.html"
INDENTATION: Final = re.compile(r"(?P<kept><pre\b.*?</pre>)|\n\s+", re.DOTALL)
"""An eighth of every page: Material's templates are generous with blank lines. What is preformatted stays."""
BUNDLE: Final = "assets/javascripts/bundle.*.min.js"
LOADED_AT_ONCE: Final = ('location.protocol!=="file:"', "!1")
"""As on a copy on disk, the search's index comes when the search is opened, not with every page."""
SEARCHED_IN: Final = ('"lang":["en"]', f'"lang":["{SEARCH_LANGUAGE}"]')
"""The search's language, which Material's settings do not let one choose."""


@dataclass(frozen=True, slots=True)
class SiteSource:
    """Where one language's site is prepared: `folder` holds mkdocs.yml, pages/ and the built site/."""

    folder: Path
    language: str

    @property
    def pages(self) -> Path:
        return self.folder / "pages"

    @property
    def site(self) -> Path:
        return self.folder / "site"


def finished(html: str) -> str:
    """A page as a site has it, of what MkDocs made, with what a browser may do with it.

    Raises:
        SiteEngineError: A script stands in it that nobody knows.
    """
    return with_policy(lightened(html))


def lightened(html: str) -> str:
    """A page without what nobody sees."""
    return INDENTATION.sub(lambda match: match["kept"] or "\n", html)


def is_needed(name: str) -> bool:
    """Whether a site needs a file of Material's; `name` is its path below the site."""
    return not any(PurePosixPath(name).match(pattern) for pattern in NOT_NEEDED)


def mended(name: str, content: bytes) -> bytes:
    """A file of Material's as a site has it.

    Raises:
        SiteEngineError: It is not as expected.
    """
    if not PurePosixPath(name).match(BUNDLE):
        return content
    return replaced(content.decode(), *LOADED_AT_ONCE, name).encode()


def replaced(text: str, old: str, new: str, name: str) -> str:
    """The text with something replaced that stands in it once.

    Raises:
        SiteEngineError: It does not.
    """
    if text.count(old) != 1:
        raise SiteEngineError(f"{name}: expected {old} once; has MkDocs Material changed?")
    return text.replace(old, new)
