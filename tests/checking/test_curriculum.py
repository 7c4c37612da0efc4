"""The real curriculum keeps every rule, in both languages."""

import pytest

from generator.checking.check import check_curriculum
from generator.findings.report import report
from generator.reading.loading import Curriculum, load_course
from tests.today import TODAY


def test_nothing_is_wrong_with_the_curriculum(curriculum):
    checked = check_curriculum(Curriculum(curriculum), TODAY, curriculum.parent / "theme")
    assert report(checked.findings, "en") == ""
    assert set(checked.courses) == {"id", "en"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_left_untranslated(curriculum, language):
    course = load_course(Curriculum(curriculum), language).course
    assert course is not None
    assert course.untranslated == frozenset()


def test_every_session_takes_ninety_minutes(curriculum):
    course = load_course(Curriculum(curriculum)).course
    assert course is not None
    sessions = [session for module in course.modules for session in module.sessions]
    assert sessions
    assert {session.minutes for session in sessions} == {90}
