"""The PDFs pass every rule of PDF/UA-1 that a machine can check."""

import page
import pytest

from tests.publishing.built import LANGUAGES, BuiltSite

KINDS = (
    "facilitator-listening",
    "participant-listening",
    "evaluation-listening",
    "sheets/listening-card",
    "sheets/listening-map",
    "sheets/listening-week",
    "sheets/listening-promise",
    "sheets/listening-test--before",
    "sheets/listening-test--after",
    "sheets/listening-test--after--answer-sheet",
    "sheets/listening-confidence",
    "sheets/listening-form",
    "sheets/conversation-rubric",
    "sheets/conversation-rubric--observation",
    # With chapters and figures, both kinds of instrument and worked examples, and everywhere the back cover:
    "facilitator-course",
    "participant-course",
    "evaluation-course",
    "sheets/danger-card",
    "sheets/listeners-list",
    "sheets/listeners-certificate",
    "sheets/group-strength",
    "sheets/group-picture",
    "sheets/group-rubric",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_each_kind_passes_pdf_ua(built_sample: BuiltSite, language: str, kind: str) -> None:
    report = page.validate_pdf(built_sample.output / language / "handbooks" / f"{kind}.pdf", profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.passed == report.rules.total >= 104
