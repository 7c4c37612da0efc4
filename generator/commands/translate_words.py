"""Turns the name of a sentence and its facts into what `tangguh translate` says."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

FILE: Final = Path(__file__).with_suffix(".yaml")


def say(name: str, words: str, **facts: Any) -> str:
    """A sentence, in the language of the messages."""
    return sentences()[name][words].format(**facts)


@cache
def sentences() -> dict[str, dict[str, str]]:
    """All sentences by their names, in each language of the messages."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded
