"""Writes plain data as YAML that every program reads alike."""

import re
from pathlib import Path
from typing import Any, Final

import yaml

LIKE_A_NUMBER: Final = re.compile(r"[-+.]?\d")


class _Dumper(yaml.CSafeDumper):
    """Quotes what another program may take for a number, a time or a date; lets long texts run over lines."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if LIKE_A_NUMBER.match(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def write_yaml(path: Path, tree: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    path.write_text(text, encoding="utf-8")
