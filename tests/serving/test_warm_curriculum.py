"""A change costs one file, and a broken file is shown as it was last sound."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.course import Course
from generator.reading import loading
from generator.serving.warm_curriculum import WarmCurriculum

Change = Callable[[Path, str, str], None]
SESSION = "modules/listening/sessions/hearing.yaml"
IN_ENGLISH = "modules/listening/translations/en/sessions/hearing.yaml"


@pytest.fixture
def warm(sample: Path) -> WarmCurriculum:
    """The sample, read in both languages."""
    warm = WarmCurriculum(sample)
    for language in warm.languages:
        assert warm.course(language).findings == []
    return warm


def course(warm: WarmCurriculum, language: str = "id") -> Course:
    course = warm.course(language).course
    assert course is not None
    return course


def codes(warm: WarmCurriculum, language: str = "id") -> set[str]:
    return {finding.code for finding in warm.course(language).findings}


def save(warm: WarmCurriculum, file: str, text: str) -> None:
    (warm.root / file).write_text(text, encoding="utf-8")
    warm.changed({file})


def test_only_what_changed_is_read_again(
    warm: WarmCurriculum, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    read: list[str] = []
    original = loading.read_yaml

    def noting(path: Path, shown: str) -> object:
        read.append(path.relative_to(warm.root).as_posix())
        return original(path, shown)

    monkeypatch.setattr(loading, "read_yaml", noting)
    change(warm.root / SESSION, "title: Mendengar\n", "title: Menyimak\n")
    warm.changed({SESSION})
    assert course(warm).modules[0].sessions[0].title == "Menyimak"
    course(warm, "en")
    assert read == [SESSION]


@pytest.mark.parametrize("text", ["title: [", "title: Lain\n", "", "\x00"])
def test_a_broken_file_is_told_and_shown_as_it_was(warm: WarmCurriculum, text: str) -> None:
    before = {language: course(warm, language) for language in warm.languages}
    save(warm, SESSION, text)
    for language in warm.languages:
        assert warm.course(language).findings
        assert course(warm, language) == before[language]


def test_what_is_sound_beside_a_broken_file_is_up_to_date(warm: WarmCurriculum, change: Change) -> None:
    save(warm, SESSION, "title: [")
    change(warm.root / "modules/listening/module.yaml", "title: Mendengarkan\n", "title: Menyimak\n")
    warm.changed({"modules/listening/module.yaml"})
    module = course(warm).modules[0]
    assert module.title == "Menyimak"
    assert module.sessions[0].title == "Mendengar"


def test_a_mended_file_is_shown_at_once(warm: WarmCurriculum) -> None:
    text = (warm.root / SESSION).read_text(encoding="utf-8")
    save(warm, SESSION, "title: [")
    assert codes(warm)
    save(warm, SESSION, text.replace("title: Mendengar\n", "title: Menyimak\n"))
    assert codes(warm) == set()
    assert course(warm).modules[0].sessions[0].title == "Menyimak"


def test_a_broken_translation_does_not_take_the_pages_back_to_the_source(warm: WarmCurriculum) -> None:
    before = course(warm, "en")
    save(warm, IN_ENGLISH, "title: [")
    assert course(warm, "en") == before
    assert codes(warm, "en")
    assert codes(warm, "id") == set()


def test_a_file_that_vanished_while_it_is_listed_stands_as_it_was(warm: WarmCurriculum) -> None:
    before = course(warm)
    (warm.root / SESSION).unlink()
    warm.changed({SESSION})
    assert codes(warm) == {"R02"}
    assert course(warm) == before


def test_with_a_broken_course_file_the_languages_are_what_they_were(warm: WarmCurriculum) -> None:
    before = course(warm)
    save(warm, "course.yaml", "languages: [")
    assert warm.languages == ("id", "en")
    assert course(warm) == before
    assert codes(warm)


def test_what_was_never_sound_is_left_out(sample: Path) -> None:
    (sample / SESSION).write_text("title: [", encoding="utf-8")
    warm = WarmCurriculum(sample)
    assert [session.slug for session in course(warm).modules[0].sessions] == ["answering"]


def test_a_course_file_that_was_never_sound_leaves_nothing_to_show(sample: Path) -> None:
    (sample / "course.yaml").write_text("title: [", encoding="utf-8")
    warm = WarmCurriculum(sample)
    assert warm.languages == ()
    now = warm.course(None)
    assert now.course is None
    assert now.findings
