"""YAML 1.2's simple values, and what readers of other versions would make of a text without quotes."""

import re
from functools import lru_cache
from typing import Any, Final, Literal

import yaml

YAML_TAG: Final = "tag:yaml.org,2002:"
Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's reader in C where there is one; of both only the events are used, and no types."""


Kind = Literal["bool", "null", "int", "float", "text"]
SIMPLE: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("bool", re.compile(r"true|false")),
    ("null", re.compile(r"~|null")),
    ("int", re.compile(r"[-+]?(?:0|[1-9][0-9]*)")),
    ("float", re.compile(r"[-+]?[0-9]+\.[0-9]+")),
)
"""The types of a value without quotes, as YAML 1.2 has them."""
FIRST_SIGNS: Final = frozenset("tf~n-+0123456789")
"""What a value without quotes starts with where it may be something else than text."""


REMEMBERED: Final = 1024
"""Keys, above all: there are few of them, and each stands in every file."""


@lru_cache(REMEMBERED)
def kind_of(value: str) -> Kind:
    """What a value without quotes is."""
    if not value:
        return "null"
    if value[0] not in FIRST_SIGNS:
        return "text"
    return next((kind for kind, pattern in SIMPLE if pattern.fullmatch(value)), "text")


NUMBER: Final = "read-as-number"
DATE: Final = "read-as-date"
YES_OR_NO: Final = "read-as-yes-or-no"
NOTHING: Final = "read-as-nothing"
SIGN: Final = "read-as-sign"

OTHERWISE: Final = (
    (YES_OR_NO, re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)),
    (NOTHING, re.compile(r"null|~", re.IGNORECASE)),
    (SIGN, re.compile(r"=|<<")),
    (DATE, re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?")),
    (NUMBER, re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")),  # minutes of hours, in sixties
    (NUMBER, re.compile(r"[-+]?0(?:b[01_]+|x[0-9a-fA-F_]+|o[0-7_]+)", re.IGNORECASE)),
    (NUMBER, re.compile(r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?")),
    (NUMBER, re.compile(r"[-+]?\.inf|\.nan", re.IGNORECASE)),
)
"""How readers of YAML 1.1, and of the whole of YAML 1.2, understand what is text for us."""
_FIRST: Final = frozenset("yYnNoOtTfF~=<+-.0123456789")
LONGEST: Final = 40


@lru_cache(REMEMBERED)
def read_otherwise(text: str) -> str | None:
    """What another reader would make of this text without quotes; None where it is text for all."""
    if len(text) > LONGEST or text[:1] not in _FIRST:
        return None
    return next((meaning for meaning, pattern in OTHERWISE if pattern.fullmatch(text)), None)
