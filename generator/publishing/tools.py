"""Tells what everything is made with: the versions of the tools and the generator's own code."""

import sys
from functools import cache
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Final

from generator.publishing.cache import key_of

TOOLS: Final = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pillow",
    "pydyf",
    "pymdown-extensions",
    "pypdfium2",
    "pyyaml",
    "tinycss2",
    "weasyprint",
)
"""Distributions whose version may change what is made."""
GENERATOR: Final = Path(__file__).resolve().parents[1]


@cache
def tools_digest() -> str:
    """A digest that is another one where the same course might give something else."""
    python: tuple[str | bytes, ...] = (sys.version, MAGIC_NUMBER)
    return key_of("tools", *python, *(f"{tool} {version(tool)}" for tool in TOOLS), *_code())


def _code() -> list[bytes]:
    """The generator's files, each after its name."""
    files = sorted((path.relative_to(GENERATOR).as_posix(), path) for path in GENERATOR.rglob("*.py"))
    return [part for name, path in files for part in (name.encode(), path.read_bytes())]
