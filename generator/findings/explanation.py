"""Turns a rule into what people are told of it, in one language, on the terminal and on the site."""

from dataclasses import dataclass
from typing import Final

from generator.findings.difference import Line, difference
from generator.findings.finding import Finding, Place, SourceText
from generator.findings.message import message
from generator.findings.rule import MESSAGE_LANGUAGES, Rule, Severity
from generator.findings.words import WORDS

UNTOLD: Final = "…"
"""What stands in a message for a fact that is another one each time."""
PAGES: Final = "contribute/rules"
"""The folder of the rules' pages, below a language's site."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule is, why, how it looks and what to do; `language` is that of its words.

    `message` is what every finding of the rule says, `example_message` what is said of `bad`. `comment`
    leaves a finding as it is, where that may be.
    """

    code: str
    language: str
    severity: Severity
    severity_word: str
    title: str
    message: str
    reason: str
    file: str | None
    example_language: str
    good: tuple[Line, ...]
    bad: tuple[Line, ...]
    example_message: str
    comment: str | None

    @property
    def page(self) -> str:
        """Its page's path below a language's site, without the ending."""
        return page_of(self.code)


def page_of(code: str) -> str:
    return f"{PAGES}/{code.lower()}"


def explanation(rule: Rule, language: str) -> Explanation:
    """A rule in this language, or in English where there are no messages in it."""
    language = language if language in MESSAGE_LANGUAGES else "en"
    words = WORDS[language]
    example = rule.example
    return Explanation(
        code=rule.code,
        language=language,
        severity=rule.severity,
        severity_word=words[rule.severity],
        title=rule.title.in_language(language),
        message=message(Finding(rule.code, NOWHERE, _told(rule, {})), language),
        reason=rule.reason.in_language(language),
        file=example.file,
        example_language=example.language,
        good=difference(example.good, example.bad),
        bad=difference(example.bad, example.good),
        example_message=message(exemplary(rule), language),
        comment=f"# ignore {rule.code}: {words['your-reason']}" if rule.may_be_silenced else None,
    )


NOWHERE: Final = Place(SourceText(""))


def exemplary(rule: Rule) -> Finding:
    """The finding that a rule's example gives; facts that the example does not know are left open."""
    example = rule.example
    return Finding(rule.code, NOWHERE, _told(rule, example.facts), example.found, example.allowed)


def _told(rule: Rule, facts: dict[str, str | int]) -> dict[str, str | int]:
    return dict.fromkeys(rule.facts, UNTOLD) | facts
