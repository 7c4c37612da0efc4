"""What the course promises to hold, in numbers and in kind."""

import re

import pytest

from generator.model.activity import BaseActivity
from generator.model.course import Course
from generator.model.instrument import DescriptiveInstrument, ScoredInstrument
from generator.model.layout import WORDING
from generator.prose.words import without_quotations
from tests.curriculum.course_texts import CourseTexts
from tests.publishing.built import LANGUAGES, CourseInTests

SESSIONS = {
    "relapse-prevention": 5,
    "group-management": 5,
    "building-networks": 4,
    "assertive-communication": 4,
    "stress-management": 4,
}
EXERCISES = {"exercise", "role-play", "practice", "discussion", "demonstration"}
REFUSED_WORDS = {
    "id": re.compile(r"\b(korban|mantan pengguna)\b", re.IGNORECASE),
    "en": re.compile(r"\b(victims?|former users?)\b", re.IGNORECASE),
}
"""Words that this course does without, though others may need them; those of wording.yaml have a rule."""


@pytest.fixture(scope="module")
def course(real_course: CourseInTests) -> Course:
    return real_course.courses["id"]


def test_five_modules_with_twenty_two_sessions(course: Course) -> None:
    assert {module.slug: len(module.sessions) for module in course.modules} == SESSIONS


def test_a_session_opens_asks_teaches_practises_and_closes(course: Course) -> None:
    for module in course.modules:
        for session in module.sessions:
            kinds = [activity.kind for activity in session.activities]
            assert kinds[0] == "opening", session.slug
            assert kinds[-1] == "closing", session.slug
            assert {"check-in", "input"} <= set(kinds), session.slug
            assert len(EXERCISES & set(kinds)) >= 2, session.slug
            assert session.home_practice, session.slug


def test_the_practice_at_home_is_talked_over_at_the_next_session(course: Course) -> None:
    for module in course.modules:
        for session in module.sessions[1:]:
            assert "home-practice-review" in [activity.kind for activity in session.activities], session.slug


def test_a_session_cut_to_about_an_hour_still_opens_teaches_and_closes(course: Course) -> None:
    """What may be left out is never what keeps people safe, nor all that teaches an objective."""
    for module in course.modules:
        for session in module.sessions:
            kept = [activity for activity in session.activities if not activity.optional]
            assert 52 <= sum(activity.minutes for activity in kept) <= 67, session.slug
            kinds = [activity.kind for activity in kept]
            assert kinds[0] == "opening", session.slug
            assert kinds[-1] == "closing", session.slug
            assert "check-in" in kinds, session.slug
            taught = {slug for one in kept if isinstance(one, BaseActivity) for slug in one.objectives}
            assert set(session.objectives) <= taught, session.slug


@pytest.mark.parametrize(
    ("module", "activity"),
    [
        ("relapse-prevention", "lost-tolerance"),
        ("relapse-prevention", "walk-through-the-overdose-card"),
        ("stress-management", "stop-safely"),
        ("stress-management", "grounding-first"),
    ],
)
def test_what_keeps_people_safe_is_never_left_out(course: Course, module: str, activity: str) -> None:
    (found,) = [
        one
        for part in course.modules
        if part.slug == module
        for session in part.sessions
        for one in session.activities
        if one.slug == activity
    ]
    assert not found.optional


def test_an_activity_says_what_to_say_and_what_may_go_wrong(course: Course) -> None:
    for module in course.modules:
        for session in module.sessions:
            full = [one for one in session.activities if isinstance(one, BaseActivity)]
            assert all(any(step.say for step in one.steps) for one in full), session.slug
            assert sum(len(one.notes) for one in full) + len(session.notes) >= 6, session.slug


def test_a_module_is_measured_before_after_and_later(course: Course) -> None:
    for module in course.modules:
        assert module.evaluation is not None
        test = module.evaluation.knowledge_test
        assert len(test.items) >= 10
        assert {item.kind for item in test.items} == {
            "single-choice",
            "multiple-choice",
            "true-false",
            "matching",
            "short-answer",
        }
        assert len(test.occasions) == 4
        assert module.evaluation.rubrics


def test_the_capacity_assessment_is_data(course: Course) -> None:
    assert course.evaluation is not None
    peka = next(one for one in course.evaluation.instruments if one.slug == "peka")
    assert isinstance(peka, ScoredInstrument)
    assert len(peka.fields) == 7
    assert (peka.scale, peka.cut_off) == ("peka-1-4", 2.75)
    assert len(peka.occasions) == 3
    assert peka.example


def test_the_ability_to_prevent_relapse_is_described_in_four_aspects(course: Course) -> None:
    assert course.evaluation is not None
    ability = next(one for one in course.evaluation.instruments if one.slug == "relapse-prevention-ability")
    assert isinstance(ability, DescriptiveInstrument)
    assert [column.slug for column in ability.columns] == ["findings", "strengths", "weaknesses", "needs"]
    assert len(ability.aspects) == 4
    needs = " ".join(aspect.example[3] for aspect in ability.aspects)
    assert set(re.findall(r"module:([a-z-]+)", needs)) >= {
        "assertive-communication",
        "stress-management",
        "relapse-prevention",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_has_eighty_terms(real_course: CourseInTests, language: str) -> None:
    assert len(real_course.courses[language].glossary) >= 80


def test_the_safety_pages_and_the_back_cover_are_marked(course: Course) -> None:
    safety = {chapter.slug for chapter in course.chapters if chapter.safety}
    assert safety >= {
        "overdose",
        "suicide",
        "withdrawal",
        "confidentiality",
        "facilitator-limits",
        "trauma-informed-facilitation",
        "facilitator-care",
        "language-guide",
        "referral",
    }
    marked = {sheet.slug for _, sheet in course.all_worksheets() if sheet.safety}
    assert marked >= {"overdose-card", "safety-card", "local-referral"}
    assert course.back_cover == "safety-card"


@pytest.mark.parametrize(("programme", "days"), [("three-day-workshop", 3), ("one-day-refresher", 1)])
def test_full_days_have_a_midday_break_for_rest_and_prayer(course: Course, programme: str, days: int) -> None:
    found = next(one for one in course.programmes if one.slug == programme)
    assert len(found.days) == days
    for day in found.days:
        assert any(e.kind == "pause" and "ishoma" in e.slug and e.minutes >= 60 for e in day.entries)


def test_the_weekly_series_has_one_session_a_meeting(course: Course) -> None:
    weekly = next(one for one in course.programmes if one.slug == "twenty-two-meetings")
    assert len(weekly.days) == 22
    assert all([e.kind for e in day.entries].count("session") == 1 for day in weekly.days)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_wound_stand_in_quotations_only(real_course: CourseInTests, language: str) -> None:
    texts = CourseTexts(real_course.courses[language]).all
    assert any(text.file == WORDING for text in texts), "which explains the words, and is left out"
    refused = REFUSED_WORDS[language]
    found = [
        str(text) for text in texts if text.file != WORDING and refused.search(without_quotations(text.words))
    ]
    assert found == []
