"""Runs MkDocs, once a language; the only place that starts it for a whole site."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import yaml

from generator.publishing.errors import SiteEngineError
from generator.publishing.output import remove
from generator.publishing.security_policy import with_policy
from generator.publishing.style_sheet import without_unused
from generator.reading.labels import FALLBACK_LANGUAGE
from generator.rendering.site import SEARCH_LANGUAGE, SitePages

FIXED_TIME: Final = "1577836800"
"""Seconds since 1970 (1 January 2020) that stand for the build's time: same input, same bytes."""
ENVIRONMENT: Final = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": FIXED_TIME}
"""What MkDocs finds in its environment."""
NOT_NEEDED: Final = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/**/*.map",
    "assets/javascripts/lunr/*.js",
    "assets/javascripts/lunr/min/lunr.??.min.js",
    "assets/javascripts/lunr/min/lunr.multi.min.js",
    "assets/stylesheets/palette.*.css",
    "assets/images/favicon.png",
)
"""Without an address of its own a site has no map; source maps and unused stemmers are dead weight."""
CLASSES: Final = re.compile(r'\bclass="([^"]*)"')
WORD: Final = re.compile(r"[\w-]+")
INTERFACES: Final = "templates/partials/languages/*.html"
STYLE_SHEET: Final = "assets/stylesheets/main.*.css"
INDENTATION: Final = re.compile(r"(?P<kept><pre\b.*?</pre>)|\n\s+", re.DOTALL)
"""An eighth of every page: Material's templates are generous with blank lines. What is preformatted stays."""
REPLACED: Final = (
    ("search/search_index.*", '"lang":["en"]', f'"lang":["{SEARCH_LANGUAGE}"]'),
    ("assets/javascripts/bundle.*.min.js", 'location.protocol!=="file:"', "!1"),
)
"""Of Material's own: the search's language, which its settings do not let one choose, and when it loads.

As on a copy on disk, the index comes when the search is opened, not with every page.
"""


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


def write_configuration(
    source: SiteSource,
    pages: SitePages,
    settings: Path,
    overrides: Path,
    languages: list[dict[str, str]],
    scheme: str,
) -> None:
    """Write the derived mkdocs.yml of one language.

    Args:
        source: Where to write it.
        pages: The pages, for name and navigation.
        settings: The shared mkdocs.yml.
        overrides: The folder of Material's overrides.
        languages: Code and name of every language, for the switch.
        scheme: What the switch between light and dark is called.
    """
    configuration: dict[str, Any] = {
        "INHERIT": os.path.relpath(settings, source.folder),
        "site_name": pages.name,
        "docs_dir": "pages",
        "site_dir": "site",
        "nav": pages.navigation,
        "theme": {
            "language": _interface(source.language, languages),
            "custom_dir": os.path.relpath(overrides, source.folder),
        },
        "extra": {"languages": languages, "language": source.language, "scheme": scheme},
    }
    text = yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)
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


def start_mkdocs(source: SiteSource) -> "subprocess.Popen[str]":
    """Start building one language's site; `finish_mkdocs` waits for it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    return subprocess.Popen(
        [*command, "--config-file", str(source.folder / "mkdocs.yml")],
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def stop_mkdocs(process: "subprocess.Popen[str]") -> None:
    """End it where it still runs, and let go of it."""
    with process:
        process.kill()


def _but_progress(output: str) -> Iterator[str]:
    """What MkDocs said besides its progress; told to be quiet, it would keep its warnings to itself, too."""
    progress = False
    for line in output.splitlines():
        progress = line.startswith("INFO") or (progress and line.startswith(" "))
        if line.strip() and not progress:
            yield line


def finish_mkdocs(source: SiteSource, process: "subprocess.Popen[str]") -> None:
    """Wait for MkDocs, remove what the site does not need, and mend what is Material's.

    Raises:
        SiteEngineError: It failed, or said anything: a warning is an error.
    """
    output, _ = process.communicate()
    said = "\n".join(_but_progress(output))
    if process.returncode or said:
        raise SiteEngineError(said or f"MkDocs: {process.returncode}")
    for pattern in NOT_NEEDED:
        for path in list(source.site.glob(pattern)):
            remove(path)
    for pattern, old, new in REPLACED:
        replace_in(source.site, pattern, old, new)
    _lighten(source.site)


def _lighten(site: Path) -> None:
    """Leave out of pages and of Material's style sheet what nobody sees."""
    used: set[str] = set()
    for page in site.rglob("*.html"):
        html = lightened(page.read_text(encoding="utf-8"))
        page.write_text(html, encoding="utf-8")
        used.update(name for names in CLASSES.findall(html) for name in names.split())
    for script in (site / "assets").rglob("*.js"):
        used.update(WORD.findall(script.read_text(encoding="utf-8")))
    for sheet in site.glob(STYLE_SHEET):
        sheet.write_text(without_unused(sheet.read_text(encoding="utf-8"), used), encoding="utf-8")


def lightened(html: str) -> str:
    """A page without what nobody sees, and with what a browser may do with it.

    Raises:
        SiteEngineError: A script stands in it that nobody knows.
    """
    return with_policy(INDENTATION.sub(lambda match: match["kept"] or "\n", html))


def replace_in(site: Path, pattern: str, old: str, new: str) -> None:
    """Replace what stands once in each of these files.

    Raises:
        SiteEngineError: There is no such file, or it is not as expected.
    """
    paths = list(site.glob(pattern))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise SiteEngineError(f"{path.name}: expected {old} once; has MkDocs Material changed?")
        path.write_text(text.replace(old, new), encoding="utf-8")
    if not paths:
        raise SiteEngineError(f"no {pattern}; has MkDocs Material changed?")
