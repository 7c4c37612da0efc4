"""What MkDocs is told of one language's site, and what is left out and mended of what it makes."""

import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from generator.publishing.errors import SiteEngineError
from generator.reading.labels import FALLBACK_LANGUAGE
from generator.rendering.site import SEARCH_LANGUAGE, SitePages

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
INTERFACES: Final = "templates/partials/languages/*.html"
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


def configuration(pages: SitePages, languages: list[dict[str, str]], scheme: str, language: str) -> str:
    """What MkDocs is told of one language's site beside the shared settings, as YAML; it names no folder.

    Args:
        pages: The pages, for name and navigation.
        languages: Code and name of every language, for the switch.
        scheme: What the switch between light and dark is called.
        language: The site's language.
    """
    facts: dict[str, Any] = {
        "site_name": pages.name,
        "nav": pages.navigation,
        "extra": {"languages": languages, "language": language, "scheme": scheme},
    }
    return yaml.dump(facts, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def write_configuration(
    source: SiteSource, told: str, settings: Path, overrides: Path, languages: list[dict[str, str]]
) -> None:
    """Write the derived mkdocs.yml of one language.

    Args:
        source: Where to write it.
        told: What is told of the site.
        settings: The shared mkdocs.yml.
        overrides: The folder of Material's overrides.
        languages: Code and name of every language.
    """
    places: dict[str, Any] = {
        "INHERIT": os.path.relpath(settings, source.folder),
        "docs_dir": "pages",
        "site_dir": "site",
        "theme": {
            "language": _interface(source.language, languages),
            "custom_dir": os.path.relpath(overrides, source.folder),
        },
    }
    text = yaml.safe_dump(places, allow_unicode=True, sort_keys=False) + told
    (source.folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _interface(language: str, languages: list[dict[str, str]]) -> str:
    """The language of Material's own words: that of the site, else the course's source, else English.

    The page says in any case in which language it is; `overrides/partials/language.html` sees to that.
    """
    package = find_spec("material")
    folders = list(package.submodule_search_locations or ()) if package else []
    known = {path.stem for folder in folders for path in Path(folder).glob(INTERFACES)}
    codes = (language, language.partition("-")[0], languages[0]["code"])
    return next((code for code in codes if code in known), FALLBACK_LANGUAGE)


def finished(html: str) -> str:
    """A page as a site has it, of what MkDocs made."""
    return lightened(html)


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
