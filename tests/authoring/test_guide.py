"""The guide explains every key that may stand in a file, in both languages, and no other."""

import json

import pytest
from pydantic import ValidationError

from generator.authoring import guide
from generator.authoring.example import example_of, examples_of
from generator.findings.rule import MESSAGE_LANGUAGES
from generator.model.part import Part
from generator.model.shape import fields
from tests.authoring.parts import all_parts

PARTS = all_parts()
KEYS = [(part, key) for part in PARTS for key in fields(part)]
IN_EVERY_LANGUAGE = {"licence", "also", "title"}
"""CC BY-SA, an abbreviation, and the course's own name."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_part_is_explained(part: type[Part]) -> None:
    entry = guide.of_part(part)
    for language in MESSAGE_LANGUAGES:
        assert entry.title.in_language(language).strip()
        assert entry.meaning.in_language(language).strip()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type[Part]) -> None:
    for key in fields(part):
        entry = guide.of_key(part, key)
        assert entry.meaning.id != entry.meaning.en
        for language in MESSAGE_LANGUAGES:
            title, meaning = entry.title.in_language(language), entry.meaning.in_language(language)
            assert not set("()") & set(title), "a title is what a placeholder asks for"
            assert meaning.endswith((".", ")")), meaning


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_example_may_stand_where_it_is_given(part: type[Part], language: str) -> None:
    whole = example_of(part, language)
    for key in fields(part):
        for example in examples_of(part, key, language):
            try:
                part.model_validate_json(json.dumps(whole | {key: example}))
            except ValidationError as error:
                pytest.fail(f"{part.__name__}.{key}: {example!r}: {error}")


def test_sentences_that_serve_as_examples_stand_in_their_own_language() -> None:
    for part, key in KEYS:
        given = guide.of_key(part, key).examples
        if given and given.id == given.en and key not in IN_EVERY_LANGUAGE:
            assert not any(str(one).endswith((".", "?")) for one in given.id), (part, key)


def test_the_guide_names_no_class_and_no_key_that_is_not_there() -> None:
    known: dict[str, set[str]] = {guide.SHARED: set()}
    home = {}
    for part in PARTS:
        for ancestor in part.__mro__:
            if issubclass(ancestor, Part):
                known.setdefault(ancestor.__name__, set()).update(fields(part))
                home[ancestor.__name__] = ancestor.__module__.rpartition(".")[2]
        known[guide.SHARED] |= set(fields(part))
    for name, file in guide.classes().items():
        assert name in known, name
        assert file == home[name], f"{name} belongs into keys/{home[name]}.yaml"
        assert set(guide.keys_of(name)) <= known[name], name
    assert set(guide.keys_of(guide.SHARED)) <= known[guide.SHARED]


def test_what_is_shared_is_used() -> None:
    """What every class explains anew for itself says nothing to anyone."""
    for key in guide.keys_of(guide.SHARED):
        shared = guide.of_key(Part, key)
        holders = [guide.of_key(part, name) for part, name in KEYS if name == key]
        assert any(one.meaning == shared.meaning or one.title == shared.title for one in holders), key
