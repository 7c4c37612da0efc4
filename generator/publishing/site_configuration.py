"""What MkDocs is told of one language's site: the derived mkdocs.yml, and the folder that it reads."""

import os
import shutil
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import yaml

from generator.publishing.site_assets import copy_assets, theme_assets
from generator.publishing.site_engine import SiteSource
from generator.reading.labels import FALLBACK_LANGUAGE
from generator.rendering.site import SitePages
from generator.rendering.theme import Theme

INTERFACES: Final = "templates/partials/languages/*.html"


@dataclass(frozen=True)
class Configuration:
    """A site's settings: its name, the shared mkdocs.yml, the theme, its language, and all of the course's
    languages, the source first.
    """

    name: str
    settings: Path
    theme: Theme
    language: str
    languages: tuple[str, ...]

    @cached_property
    def facts(self) -> str:
        """What is told beside the shared settings and the navigation, as YAML; it names no folder."""
        extra = {
            "languages": [self._in_switch(language) for language in self.languages],
            "language": self.language,
            "scheme": self.theme.labels(self.language)["scheme"],
        }
        return _as_yaml({"site_name": self.name, "extra": extra})

    def write(self, source: SiteSource, more: str = "") -> None:
        """Write the derived mkdocs.yml.

        Args:
            source: Where to write it.
            more: What it says besides.
        """
        places: dict[str, Any] = {
            "INHERIT": os.path.relpath(self.settings, source.folder),
            "docs_dir": "pages",
            "site_dir": "site",
            "theme": {
                "language": self._interface(),
                "custom_dir": os.path.relpath(self.theme.site / "overrides", source.folder),
            },
        }
        text = _as_yaml(places) + self.facts + more
        (source.folder / "mkdocs.yml").write_text(text, encoding="utf-8")

    def _in_switch(self, language: str) -> dict[str, str]:
        """A language as one switches to it."""
        words = self.theme.labels(language)
        return {"code": language, "name": words["language_name"], "not_found": words["not_found"]}

    def _interface(self) -> str:
        """The language of Material's own words: that of the site, else the course's source, else English.

        The page says in any case in which language it is; `overrides/partials/language.html` sees to that.
        """
        package = find_spec("material")
        folders = list(package.submodule_search_locations or ()) if package else []
        known = {path.stem for folder in folders for path in Path(folder).glob(INTERFACES)}
        codes = (self.language, self.language.partition("-")[0], self.languages[0])
        return next((code for code in codes if code in known), FALLBACK_LANGUAGE)


def navigation(pages: SitePages) -> str:
    """The navigation as mkdocs.yml has it; where MkDocs' steps are taken one by one, they are told of it."""
    return _as_yaml({"nav": pages.navigation})


def prepare_source(
    source: SiteSource, pages: SitePages, settings: Path, theme: Theme, languages: tuple[str, ...]
) -> None:
    """Lay out what MkDocs reads of a site, but for its pages and pictures, in a new folder.

    Args:
        source: Where to.
        pages: The site's pages.
        settings: The shared mkdocs.yml.
        theme: Overrides, assets and labels.
        languages: All of the course's languages, for the switch.
    """
    shutil.rmtree(source.folder, ignore_errors=True)
    source.pages.mkdir(parents=True)
    copy_assets(theme_assets(theme), source.pages)
    told = Configuration(pages.name, settings, theme, source.language, languages)
    told.write(source, navigation(pages))


def _as_yaml(facts: dict[str, Any]) -> str:
    return yaml.dump(facts, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
