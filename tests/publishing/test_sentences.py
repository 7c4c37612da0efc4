"""What publishing says of files and folders, in both languages."""

import re
from string import Formatter

import pytest

from generator.publishing.errors import OutputError, PublishingError
from generator.publishing.sentence import Sentence, sentences
from tests.publishing.built import ROOT


@pytest.mark.parametrize("name", list(sentences()))
def test_a_sentence_stands_in_both_languages_with_the_same_facts(name: str) -> None:
    words = sentences()[name]
    assert set(words) == {"id", "en"}
    facts = [{fact for _, fact, _, _ in Formatter().parse(text) if fact} for text in words.values()]
    assert facts[0] == facts[1]


def test_every_sentence_is_said_and_every_one_that_is_said_is_there() -> None:
    code = "".join(file.read_text("utf-8") for file in (ROOT / "generator").rglob("*.py"))
    assert [name for name in sentences() if f'"{name}"' not in code] == []
    assert set(re.findall(r'Sentence\(\s*"([\w-]+)"', code)) <= set(sentences())


def test_an_error_speaks_the_readers_language_and_else_english() -> None:
    error = OutputError(Sentence("is-file", folder="situs {x}"))
    assert "situs {x} bukan folder" in error.in_language("id")
    assert error.in_language("nl") == error.in_language("en") == str(error)


def test_what_an_engine_said_stays_as_it_said_it() -> None:
    assert PublishingError("undefined").in_language("id") == "undefined"
