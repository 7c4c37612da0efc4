"""Puts what the key guide says into a schema: title and description in both languages, and examples."""

from typing import Any

from generator.authoring import guide
from generator.authoring.example import examples_of
from generator.authoring.guide import Entry
from generator.findings.rule import MESSAGE_LANGUAGES
from generator.model.part import Part


def described(entry: Entry) -> dict[str, Any]:
    """A schema's title and description, Indonesian first."""
    title, meaning = entry.title, entry.meaning
    same = title.id == title.en
    return {
        "title": title.id if same else f"{title.id} / {title.en}",
        "description": f"{meaning.id}\n\n{meaning.en}",
    }


def key_in_words(part: type[Part], key: str) -> dict[str, Any]:
    """Title, description and examples of a key where it stands in this class."""
    if key == "kind":
        return described(guide.of_part(part))
    examples: list[Any] = []
    for language in MESSAGE_LANGUAGES:
        examples += [one for one in examples_of(part, key, language) if one not in examples]
    return described(guide.of_key(part, key)) | {"examples": examples}
