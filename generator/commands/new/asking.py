"""Takes from the terminal what options leave open, and says at once what cannot be."""

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import click
from pydantic import TypeAdapter, ValidationError

from generator.authoring.yaml_text import scalar
from generator.commands.new.words import QUESTIONS, REFUSALS
from generator.model.part import ClockTime, Slug, Text
from generator.reading.tree import to_data
from generator.reading.yaml_file import parse_yaml

T = TypeVar("T")
MAX_SLUG: Final = 80
LONGEST_LIST: Final = 20


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks in the language `words`, if somebody is there who can answer and did not say yes to all."""

    words: str
    yes: bool = False

    @property
    def somebody_is_there(self) -> bool:
        return sys.stdin.isatty() and not self.yes

    def require(self, options: Mapping[str, object]) -> None:
        """Where nobody can be asked, every option without a value is named at once."""
        missing = [option for option, value in options.items() if value in (None, ())]
        if missing and not self.somebody_is_there:
            raise click.UsageError(self.refusal("missing", options=", ".join(missing)))

    def answer(
        self,
        option: str,
        given: Any,
        question: str,
        checked: Callable[[Any], T],
        default: Any = None,
        choices: Collection[str] = (),
    ) -> T:
        """What the option gives, or else what is answered, or else the default; checked in any case.

        Args:
            option: Its name, for what is refused.
            given: What was given with it; None where nothing was.
            question: Which question of `QUESTIONS` to ask.
            checked: Makes a value of an answer, or refuses it.
            default: What is offered, and taken where nobody can be asked.
            choices: What may be answered, to be shown with the question.

        Raises:
            click.UsageError: What the option gives, or the default, cannot be.
        """
        if given is None and self.somebody_is_there:
            text = QUESTIONS[self.words][question] + (f" ({_listed(choices)})" if choices else "")
            answer: T = click.prompt(text, default=default, value_proc=checked, err=True)
            return answer
        try:
            return checked(default if given is None else given)
        except click.UsageError as refused:
            raise click.UsageError(f"{option}: {refused.message}") from None

    def agreed(self) -> bool:
        """Whether to write; asked only where somebody answers."""
        return not self.somebody_is_there or click.confirm(
            QUESTIONS[self.words]["write"], default=True, err=True
        )

    def refusal(self, reason: str, **facts: object) -> str:
        return REFUSALS[self.words][reason].format(**facts)

    def refuse(self, reason: str, **facts: object) -> click.UsageError:
        return click.UsageError(self.refusal(reason, **facts))

    def slug(
        self, taken: Mapping[str, str], limit: int = MAX_SLUG, reserved: str | None = None
    ) -> Callable[[str], str]:
        """Checks a new slug against those that are taken, each with the file that has it."""

        def check(value: str) -> str:
            if not _is(Slug, value) or len(value) > limit:
                better = slug_from(value, limit) or "trigger-map"
                raise self.refuse("slug", value=value, limit=limit, better=better)
            if value == reserved:
                raise self.refuse("reserved", value=value)
            if value in taken:
                raise self.refuse("taken", value=value, where=taken[value])
            return value

        return check

    def title(self, value: str) -> str:
        value = value.strip()
        if not _is(Text, value) or not _survives(value):
            raise self.refuse("title")
        return value

    def one_of(self, known: Collection[str], remedy: str = "") -> Callable[[str], str]:
        def check(value: str) -> str:
            if not known:
                raise self.refuse("none", remedy=remedy)
            if value not in known:
                raise self.refuse("unknown", value=value, known=_listed(known))
            return value

        return check

    def some_of(self, known: Collection[str]) -> Callable[[Any], tuple[str, ...]]:
        """Checks several, given one by one or separated by commas."""
        check = self.one_of(known)

        def check_all(values: Any) -> tuple[str, ...]:
            parts = values.split(",") if isinstance(values, str) else values
            return tuple(dict.fromkeys(check(part.strip()) for part in parts))

        return check_all

    def number(self, low: int, high: int) -> Callable[[Any], int]:
        def check(value: Any) -> int:
            text = str(value).strip()
            if not re.fullmatch(r"[0-9]{1,6}", text, re.ASCII) or not low <= int(text) <= high:
                raise self.refuse("number", low=low, high=high)
            return int(text)

        return check

    def clock(self, value: str) -> str:
        if not _is(ClockTime, value):
            raise self.refuse("clock", value=value)
        return value


def slug_from(title: str, limit: int = MAX_SLUG) -> str | None:
    """A slug made of a title, as far as its letters allow."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).lstrip("-0123456789")[:limit].strip("-")
    return slug or None


def _is(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _survives(text: str) -> bool:
    """Whether a file can hold the text: written and read again, without a finding, it is the same."""
    read = parse_yaml(f"title: {scalar(text)}\n".encode(errors="replace"), "")
    return read.tree is not None and not read.findings and to_data(read.tree) == {"title": text}


def _listed(known: Collection[str]) -> str:
    shown = list(known)[:LONGEST_LIST]
    return ", ".join(shown) + (", …" if len(known) > len(shown) else "")
