"""What safety needs: it can be added to; what replaces it is told, and what takes it away is an error."""

from collections.abc import Callable
from pathlib import Path

Write = Callable[[str, str], None]
Tell = Callable[[], list[str]]

DANGER = "chapters/when-in-danger.yaml"


def test_a_replaced_text_of_a_safety_chapter_is_told_in_each_language(write: Write, told: Tell) -> None:
    write(DANGER, "summary: Tarik napas dulu.\n")
    write(f"translations/en/{DANGER}", "title: When in peril\nsummary: Breathe first.\n")
    assert told() == [f"own/{DANGER}:1:10 O04", f"own/translations/en/{DANGER}:1:8 O04"]


def test_a_section_of_ones_own_may_be_added(write: Write, told: Tell) -> None:
    write(DANGER, "sections:\n  - {slug: near, title: Dekat sini, text: Kenali tetanggamu.}\n")
    own = "sections:\n  - {slug: near, title: Near here, text: Know your neighbours.}\n"
    write(f"translations/en/{DANGER}", own)
    assert told() == []


def test_another_chapter_is_changed_without_a_word(write: Write, told: Tell) -> None:
    write("chapters/why-listening.yaml", "summary: Alasan kami.\n")
    write("translations/en/chapters/why-listening.yaml", "summary: Our reasons.\n")
    assert told() == []


def test_a_chapter_is_no_safety_chapter_less(write: Write, told: Tell) -> None:
    write(DANGER, "safety: false\n")
    assert f"own/{DANGER}:1:9 O06" in told()


def test_no_list_leaves_a_safety_chapter_out(write: Write, told: Tell) -> None:
    write("course.yaml", "chapters:\n  - why-listening\n")
    assert told() == ["own/course.yaml:2:3 O06"]


def test_the_back_cover_stays(write: Write, told: Tell) -> None:
    write("course.yaml", "back_cover:\n")
    assert [line.split()[-1] for line in told()] == ["O06"]


def test_another_sheet_on_the_back_cover_is_told_and_another_text_on_it(write: Write, told: Tell) -> None:
    write("course.yaml", "back_cover: listeners-list\n")
    write("worksheets/danger-card.yaml", "title: Kalau darurat\n")
    write("translations/en/worksheets/danger-card.yaml", "title: In an emergency\n")
    assert told() == ["own/course.yaml:1:13 O04", "own/worksheets/danger-card.yaml:1:8 O04"]


def test_a_contact_of_the_course_is_changed_with_a_warning_and_ones_own_without(
    sample: Path, write: Write, told: Tell
) -> None:
    own = (sample / "contacts.yaml").read_text(encoding="utf-8").replace("slug: ambulance", "slug: near")
    own = own.replace("slug: listening-line", "slug: far")
    write("contacts.yaml", f"{own}  - slug: ambulance\n    dial: '118'\n")
    write(
        "translations/en/contacts.yaml",
        (sample / "translations/en/contacts.yaml")
        .read_text(encoding="utf-8")
        .replace("slug: ambulance", "slug: near")
        .replace("slug: listening-line", "slug: far"),
    )
    assert told() == ["own/contacts.yaml:20:11 O04"]
