"""The key guide: what each part and key of the curriculum's files is, in words for people who write them.

It stands in `keys/`, one file for each module of the model. A key is looked up at its class, then at the
classes that it is made from, then at what all classes share; what the first of them leaves unsaid the next
one says.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict

from generator.findings.rule import MESSAGE_LANGUAGES, Wording
from generator.model.part import Part

FILES: Final = Path(__file__).parent / "keys"
SHARED: Final = "shared"
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Examples(_Strict):
    """What may stand under a key, for each language of the messages."""

    id: list[Any]
    en: list[Any]

    def in_language(self, language: str) -> list[Any]:
        return self.id if language == "id" else self.en


class Entry(_Strict):
    """What the guide says of a key or a part; for a key with parts under it there may be no examples."""

    title: Wording
    meaning: Wording
    examples: Examples | None = None


def of_part(part: type[Part]) -> Entry:
    """What the guide says of a class of the model.

    Raises:
        KeyError: It says nothing.
    """
    return _entry(_said_of(part.__name__))


def of_key(part: type[Part], key: str) -> Entry:
    """What the guide says of a key, by its name in YAML, where it stands in this class.

    Raises:
        KeyError: It says nothing, or not all that an entry needs.
    """
    said: dict[str, Any] = {}
    for name in _places(part):
        said = _said_of(name).get("keys", {}).get(key, {}) | said
    return _entry(said)


def classes() -> dict[str, str]:
    """The classes of which the guide says something, each with the name of its file."""
    return {
        name: path.stem for path in sorted(FILES.glob("*.yaml")) for name in _file(path) if name != "keys"
    }


def keys_of(name: str) -> tuple[str, ...]:
    """The keys that the guide names at a class, or at `SHARED`."""
    return tuple(_said_of(name).get("keys", {}))


def _places(part: type[Part]) -> Iterator[str]:
    for ancestor in part.__mro__:
        if issubclass(ancestor, Part):
            yield ancestor.__name__
    yield SHARED


def _entry(said: dict[str, Any]) -> Entry:
    meaning = {language: said[language] for language in MESSAGE_LANGUAGES}
    examples = said.get("examples")
    if isinstance(examples, list):  # the same in every language, such as numbers and slugs
        examples = dict.fromkeys(MESSAGE_LANGUAGES, examples)
    return Entry.model_validate({"title": said["title"], "meaning": meaning, "examples": examples})


def _said_of(name: str) -> dict[str, Any]:
    said: dict[str, Any] = _all().get(name, {})
    return said


@cache
def _all() -> dict[str, Any]:
    said: dict[str, Any] = {}
    for path in FILES.glob("*.yaml"):
        said |= {SHARED: _file(path)} if path.stem == SHARED else _file(path)
    return said


@cache
def _file(path: Path) -> dict[str, Any]:
    said: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    return said
