"""Rules: what may be wrong with a curriculum, each in a file of its own, read when somebody asks for it."""

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["error", "warning", "advice"]
MESSAGE_LANGUAGES: Final = ("id", "en")
FILES: Final = Path(__file__).parent / "rules"
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Wording(_Strict):
    """The same thing in each language of the messages."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """In this language; any but Indonesian is answered in English."""
        return self.id if language == "id" else self.en


class Example(_Strict):
    """A piece of a curriculum file as it should be and as it should not be.

    Where `file` is given the pair is an experiment. The tests' sample course, whose `file` holds the lines
    `good` (or holds `in_place_of`, for which `good` may stand), is sound; with `bad` in their place its only
    finding of this code tells `facts`, and names the word `found` and those `allowed` where a finding does.
    Without `file` the pair is only shown, because what is wrong cannot be written down as lines of one file.
    """

    file: str | None = None
    in_place_of: str | None = None
    good: str
    bad: str
    facts: dict[str, str | int] = {}
    found: str | None = None
    allowed: Annotated[tuple[str, ...], Field(strict=False)] = ()

    @property
    def language(self) -> str:
        """The language of its texts: the sample course's own, or that of the translation they stand in."""
        _, _, below = f"/{self.file or ''}".partition("/translations/")
        return below.partition("/")[0] or "id"


class Rule(_Strict):
    """One rule. In `message` stand a finding's facts as `{...}`; `title` names the fault in a few words,
    `reason` says why it is one, in Markdown.

    An error stops a build, a warning does not, advice may be left aside. What `may_be_silenced` can be left
    as it is, with a comment in the file that says why.
    """

    code: str
    severity: Severity
    may_be_silenced: bool = False
    title: Wording
    message: Wording
    reason: Wording
    example: Example

    @property
    def facts(self) -> frozenset[str]:
        """The names of what its message tells of a finding."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.message.en) if name)


def codes() -> tuple[str, ...]:
    """The codes of all rules, sorted."""
    return tuple(sorted(path.stem for path in FILES.glob("*.yaml")))


@cache
def rule(code: str) -> Rule:
    """The rule with this code.

    Raises:
        KeyError: There is none.
    """
    try:
        text = (FILES / f"{code}.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(code) from None
    return Rule.model_validate({"code": code} | yaml.load(text, Loader=_Loader))
