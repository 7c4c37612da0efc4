"""Checking translations: the labels of a course, and that one cause gives one finding."""

from collections.abc import Callable
from pathlib import Path

from generator.checking.check import check_curriculum
from generator.reading.loading import Curriculum
from tests.conftest import told
from tests.today import TODAY

THEME = Path(__file__).parents[2] / "theme"
HEARING = "modules/listening/translations/en/sessions/hearing.yaml"


def test_the_labels_of_a_course_are_checked_beside_the_themes(
    sample: Path, change: Callable[[Path, str, str], None]
) -> None:
    change(sample / "course.yaml", "  - en\n", "  - en\n  - jv\n")
    (sample / "translations/jv").mkdir()
    (sample / "translations/jv/labels.yaml").write_text("hom: Kaca\n", encoding="utf-8")
    findings = check_curriculum(Curriculum(sample), TODAY, THEME).findings
    assert "translations/jv/labels.yaml:1:1 F01" in [told(finding, sample) for finding in findings]
    (finding,) = [finding for finding in findings if finding.code == "F01"]
    assert finding.nearest == "home"


def test_a_list_of_another_length_is_not_compared_entry_by_entry(
    sample: Path, change: Callable[[Path, str, str], None], check: Callable[[Path], list[str]]
) -> None:
    change(sample / HEARING, "  - Flip-chart paper and marker pens.\n", "")
    assert check(sample) == [f"{HEARING}:4:3 L04"]


def test_a_number_too_many_is_shown_where_it_stands(
    sample: Path, change: Callable[[Path, str, str], None], check: Callable[[Path], list[str]]
) -> None:
    change(sample / HEARING, "say: We are silent for one minute.", "say: We are silent for 10 minutes.")
    assert check(sample) == [f"{HEARING}:76:32 L13"]


def test_without_a_lock_nobody_is_told_to_confirm(sample: Path, check: Callable[[Path], list[str]]) -> None:
    assert check(sample) == []


def test_how_far_a_translation_is_goes_with_what_was_checked(sample: Path) -> None:
    (english,) = check_curriculum(Curriculum(sample), TODAY, THEME).translations
    assert (english.language, english.progress.percent) == ("en", 100)
    assert english.progress.texts > 300


def test_a_text_with_a_fault_of_its_own_is_not_compared_besides(
    sample: Path, change: Callable[[Path, str, str], None], check: Callable[[Path], list[str]]
) -> None:
    source = "modules/listening/sessions/hearing.yaml"
    change(
        sample / source, "say: Kita diam selama satu menit.", "say: Kita diam 3 menit, [](worksheet:kartu)."
    )
    assert check(sample) == [f"{source}:99:36 R01"]
