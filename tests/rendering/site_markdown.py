"""Turns a page of the site from Markdown into HTML as MkDocs does, with the settings of mkdocs.yml."""

import re
from functools import cache
from typing import Any

import yaml
from markdown import Markdown

from tests.publishing.built import ROOT
from tests.publishing.html_page import Element, parse

BUILT_IN = ("toc", "tables", "fenced_code")
"""What MkDocs itself adds."""


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without running the names of functions in it."""


_Settings.add_multi_constructor("", lambda loader, tag, node: None)


def settings() -> dict[str, Any]:
    """The shared mkdocs.yml."""
    loaded = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)
    assert isinstance(loaded, dict)
    return loaded


def to_html(markdown: str) -> str:
    """The page's HTML."""
    return _converter().reset().convert(re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL))


def to_tree(markdown: str) -> Element:
    return parse(to_html(markdown))


@cache
def _converter() -> Markdown:
    names: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    for entry in settings()["markdown_extensions"]:
        names |= entry if isinstance(entry, dict) else {entry: {}}
    return Markdown(extensions=list(names), extension_configs=names)
