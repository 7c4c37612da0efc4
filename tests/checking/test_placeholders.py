"""Each text that is still to be written is told where it stands, in the file that has to be changed."""

from collections.abc import Callable
from pathlib import Path

from generator.reading.loading import Curriculum, load_course

HEARING = "modules/listening/sessions/hearing.yaml"
TRANSLATED = "modules/listening/translations/en/sessions/hearing.yaml"


def test_each_is_told_at_its_own_place(
    sample: Path, check: Callable[[Path], list[str]], change: Callable[[Path, str, str], None]
) -> None:
    change(sample / HEARING, "Selamat datang.", "(TULIS salam) dan (TULIS salam)")
    assert check(sample) == [f"{HEARING}:20:14 F23", f"{HEARING}:20:32 F23"]


def test_one_in_a_translation_is_told_there_and_the_sources_text_is_shown(
    sample: Path, check: Callable[[Path], list[str]], change: Callable[[Path, str, str], None]
) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "title: (WRITE title of the session)\n")
    assert check(sample) == [f"{TRANSLATED}:1:8 F23"]
    course = load_course(Curriculum(sample), "en").course
    assert course is not None
    assert course.modules[0].sessions[0].title == "Mendengar"
    assert "Mendengar" in course.untranslated


def test_a_translation_that_is_partly_written_is_shown(
    sample: Path, check: Callable[[Path], list[str]], change: Callable[[Path, str, str], None]
) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "title: Hearing (WRITE the rest)\n")
    assert check(sample) == [f"{TRANSLATED}:1:16 F23"]
    course = load_course(Curriculum(sample), "en").course
    assert course is not None
    assert course.modules[0].sessions[0].title == "Hearing (WRITE the rest)"
