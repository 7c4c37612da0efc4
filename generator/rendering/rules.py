"""Turns the rules of `tangguh check` into what their pages on the site show."""

from dataclasses import dataclass

from generator.findings.explanation import Explanation, explanation
from generator.findings.family import families


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one family; `letter` begins their codes, `language` is that of all their words."""

    letter: str
    title: str
    language: str
    rules: tuple[Explanation, ...]


def rule_groups(language: str) -> tuple[RuleGroup, ...]:
    """The families with their rules, in this language, or in English where there are no messages in it."""
    return tuple(
        RuleGroup(family.letter, family.title.in_language(language), told[0].language, told)
        for family in families()
        if (told := tuple(explanation(rule, language) for rule in family.rules))
    )
