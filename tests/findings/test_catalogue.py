"""The rules themselves: each is told whole, in both languages; none that a build needs may be silenced."""

import re
from pathlib import Path

import pytest

from generator.findings.explanation import exemplary
from generator.findings.family import FAMILIES, families
from generator.findings.message import message
from generator.findings.rule import MESSAGE_LANGUAGES, codes, rule
from generator.prose.limits import exceeds_limits
from generator.prose.markdown import HEADING, LOOSE_CITATION, RAW_HTML

CODE = re.compile(r"`[^`\n]*`")
WRITTEN = [(code, language) for code in codes() for language in MESSAGE_LANGUAGES]
MAY_BE_RIGHT = {"W", "X"}
"""Families whose errors a person may know better: a word that is quoted, an image's description."""


def test_a_code_is_the_letter_of_a_family_and_a_number() -> None:
    assert [code for code in codes() if not re.fullmatch(r"[A-Z][0-9]{2}", code)] == []
    assert {code[0] for code in codes()} <= {family.letter for family in FAMILIES}
    assert [one.code for family in families() for one in family.rules] == sorted(
        codes(), key=lambda code: ([family.letter for family in FAMILIES].index(code[0]), code)
    )


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_every_family_and_rule_has_a_title_of_its_own(language: str) -> None:
    titles = [family.title.in_language(language) for family in FAMILIES]
    titles += [rule(code).title.in_language(language) for code in codes()]
    assert len(titles) == len({title.casefold() for title in titles})


@pytest.mark.parametrize(("code", "language"), WRITTEN)
def test_a_rule_is_written_out(code: str, language: str) -> None:
    one = rule(code)
    title, reason = (part.in_language(language) for part in (one.title, one.reason))
    assert 3 < len(title) <= 60
    assert title[0] == title[0].upper()
    assert title[-1] not in ".,;:"
    assert len(reason) > len(title) + 40, "a reason says what happens if the fault stays"
    assert reason.rstrip()[-1] in ".?!”"
    for text in (title, reason):
        assert code not in text
        assert text.isprintable() or "\n" in text


@pytest.mark.parametrize(("code", "language"), WRITTEN)
def test_a_reason_is_plain_markdown(code: str, language: str) -> None:
    reason = CODE.sub("", rule(code).reason.in_language(language))
    assert not exceeds_limits(reason)
    for pattern in (RAW_HTML, HEADING, LOOSE_CITATION):
        assert pattern.search(reason) is None


@pytest.mark.parametrize("code", codes())
def test_languages_differ_in_words_and_agree_in_facts(code: str) -> None:
    one = rule(code)
    fact = re.compile(r"\{(\w+)\}")
    assert sorted(set(fact.findall(one.message.id))) == sorted(set(fact.findall(one.message.en)))
    for text in (one.title, one.message, one.reason):
        assert text.id != text.en


@pytest.mark.parametrize("code", codes())
def test_an_example_shows_two_different_things(code: str) -> None:
    example = rule(code).example
    assert example.good.strip()
    assert example.bad.strip()
    assert example.good.strip("\n") != example.bad.strip("\n")
    assert example.in_place_of is None or example.file


@pytest.mark.parametrize("code", codes())
def test_an_example_lies_in_the_sample_course(code: str) -> None:
    example = rule(code).example
    assert example.file is None or (Path(__file__).parents[1] / "sample" / example.file).is_file()
    assert example.language in {"id", "en"}


@pytest.mark.parametrize(("code", "language"), WRITTEN)
def test_what_the_check_says_of_an_example_is_whole(code: str, language: str) -> None:
    """An example gives either all the facts of its rule's message or, where they cannot be known, none."""
    one = rule(code)
    given = one.facts & one.example.facts.keys()
    assert given in (one.facts, frozenset())
    assert "{" not in message(exemplary(one), language)


def test_nobody_may_silence_what_lives_or_a_build_hang_on() -> None:
    silenceable = [rule(code) for code in codes() if rule(code).may_be_silenced]
    assert silenceable
    assert [one.code for one in silenceable if one.code[0] == "S"] == []
    errors = [one.code for one in silenceable if one.severity == "error"]
    assert [code for code in errors if code[0] not in MAY_BE_RIGHT] == []
