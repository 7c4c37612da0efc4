"""What a banner is told: the findings of its own page's files first, each in words and with its line."""

from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.findings.finding import Finding
from generator.reading.loading import Curriculum
from generator.serving.told import MOST, told
from tests.today import TODAY

SESSION = "modules/listening/sessions/hearing.yaml"


@pytest.fixture
def findings(sample: Path) -> list[Finding]:
    """Findings of the sample with three faults in different files."""
    for file, old, new in (
        (SESSION, "minutes: 30", "minutes: 31"),
        ("glossary.yaml", "terms:", "termz:"),
        ("contacts.yaml", "contacts:", "contactz:"),
    ):
        path = sample / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return check_curriculum(Curriculum(sample), TODAY).findings


@pytest.mark.parametrize("own", [SESSION, "glossary.yaml", "contacts.yaml"])
def test_findings_of_the_page_come_first(findings: list[Finding], sample: Path, own: str) -> None:
    facts = told(findings, "en", sample.as_posix(), {own})
    first, *others = facts["findings"]
    assert first["own"]
    assert first["place"].startswith(f"{sample.as_posix()}/{own}:")
    assert sum(one["own"] for one in others) < len(others)
    assert sum(facts["counts"].values()) == len(findings)


def test_a_finding_is_told_in_the_language_of_the_messages(findings: list[Finding], sample: Path) -> None:
    messages = {
        language: [one["message"] for one in told(findings, language, sample.as_posix(), ())["findings"]]
        for language in ("id", "en")
    }
    assert len(messages["id"]) == len(messages["en"])
    assert not set(messages["id"]) & set(messages["en"])


def test_a_finding_shows_its_line_with_a_caret(findings: list[Finding], sample: Path) -> None:
    excerpt = next(one["excerpt"] for one in told(findings, "en", sample.as_posix(), {SESSION})["findings"])
    assert "minutes: 31" in excerpt
    assert "^" in excerpt


def test_of_very_many_the_first_are_told_and_the_rest_counted(findings: list[Finding]) -> None:
    facts = told(findings[:1] * (MOST + 3), "en", "", ())
    assert len(facts["findings"]) == MOST
    assert facts["more"] == 3


def test_before_anything_was_checked_nothing_is_claimed() -> None:
    assert told(None, "en", "", ()) == {"checked": False, "counts": {}, "findings": [], "more": 0}
    assert told([], "en", "", ())["checked"]
