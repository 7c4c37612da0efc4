"""YAML 1.2's simple values, and what readers of other versions would make of a text without quotes."""

import re
from typing import Any, ClassVar, Final

import yaml

YAML_TAG: Final = "tag:yaml.org,2002:"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader with YAML 1.2's implicit types instead of 1.1's."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _name, _pattern, _first in (
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]+\.[0-9]+$", list("-+0123456789")),
):
    Loader.add_implicit_resolver(YAML_TAG + _name, re.compile(_pattern), _first)

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


def read_otherwise(text: str) -> str | None:
    """What another reader would make of this text without quotes; None where it is text for all."""
    if len(text) > LONGEST or text[:1] not in _FIRST:
        return None
    return next((meaning for meaning, pattern in OTHERWISE if pattern.fullmatch(text)), None)
