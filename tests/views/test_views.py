"""Views: what each audience sees, numbered and timed."""

from typing import get_args

import pytest

from generator.model.activity import BaseActivity, Break
from generator.model.edition import Edition
from generator.views.assessment import key_is_true, key_letters, letter, right_hand_sides
from generator.views.audience import Audience
from generator.views.course import course_view
from generator.views.handbook import handbooks, single_sheets


@pytest.fixture
def module(course):
    """The sample's only module as facilitators see it."""
    return course_view(course, Audience.FACILITATOR).modules[0]


def test_a_sessions_minutes_run_without_gap(module):
    for view in module.sessions:
        times = [(timed.start, timed.end) for timed in view.timeline]
        assert times[0][0] == 0
        assert times[-1][1] == view.session.minutes
        assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]


def test_the_running_minutes_are_those_of_the_activities(module):
    timed = module.sessions[0].timeline
    assert [(one.start, one.end, one.activity.slug) for one in timed][:3] == [
        (0, 3, "opening"),
        (3, 7, "check-in"),
        (7, 13, "obstacles"),
    ]


def test_a_day_has_clock_times(course):
    (day,) = course_view(course, Audience.FACILITATOR).programmes[0].days
    entries = day.entries
    assert [(entry.start, entry.end, entry.minutes, entry.title) for entry in entries] == [
        ("19:00", "19:30", 30, "Mendengar"),
        ("19:30", "19:45", 15, "Minum teh"),
        ("19:45", "20:15", 30, "Menjawab"),
    ]
    assert [entry.module for entry in entries] == ["listening", None, "listening"]
    assert entries[1].session is None


def test_modules_sessions_and_sheets_are_numbered_in_order(module):
    assert module.number == 1
    assert [view.number for view in module.sessions] == [1, 2]
    assert [(view.number, view.sheet.slug) for view in module.sheets] == [
        ("1.1", "listening-card"),
        ("1.2", "listening-map"),
        ("1.3", "listening-week"),
        ("1.4", "listening-promise"),
    ]


def test_a_module_chosen_alone_keeps_its_number(course):
    second = course.modules[0].model_copy(update={"slug": "second"})
    view = course_view(course.model_copy(update={"modules": (*course.modules, second)}), Audience.FACILITATOR)
    (chosen,) = view.only("second").modules
    assert chosen.number == 2
    assert chosen.sheets[0].number == "2.1"
    assert view.only("third").modules == ()


def test_a_session_has_its_objectives_in_full_and_the_sheets_that_it_uses(module):
    hearing, answering = module.sessions
    assert [objective.slug for objective in hearing.objectives] == ["name-obstacles"]
    assert [view.number for view in hearing.sheets] == ["1.1", "1.3"]
    assert [view.number for view in answering.sheets] == ["1.2", "1.3", "1.4"]
    assert hearing.key == "listening/hearing"


def test_a_module_takes_the_minutes_of_its_sessions(module):
    assert module.minutes == 60
    assert module.objective("reflect-feelings").bloom == "apply"


def test_participants_see_neither_the_plan_nor_the_evaluation(course):
    (view,) = course_view(course, Audience.PARTICIPANT).modules
    assert view.module.evaluation is None
    for session in (one.session for one in view.sessions):
        assert session.preparation == session.materials == session.notes == ()
        for activity in session.activities:
            if isinstance(activity, BaseActivity):
                assert activity.steps == activity.notes == ()


def test_participants_see_readings_key_messages_sheets_and_home_practice(course):
    (view,) = course_view(course, Audience.PARTICIPANT).modules
    session = view.sessions[0].session
    assert "nasihat" in next(a.reading for a in session.activities if a.kind == "input")
    assert session.key_messages
    assert session.home_practice
    assert len(view.sheets) == 4


def test_participants_have_the_same_times_and_numbers_as_facilitators(course, module):
    (view,) = course_view(course, Audience.PARTICIPANT).modules
    for theirs, ours in zip(view.sessions, module.sessions, strict=True):
        assert [(t.start, t.end) for t in theirs.timeline] == [(t.start, t.end) for t in ours.timeline]
        assert theirs.number == ours.number


def test_an_edition_is_named_for_its_audience():
    assert {audience.value for audience in Audience} == set(get_args(Edition))


def test_the_courses_own_sheets_are_numbered_with_a_letter_in_every_edition(course):
    numbers = {view.number: view.sheet.slug for view in course_view(course).sheets}
    assert numbers == {"A.1": "danger-card", "A.2": "listeners-list", "A.3": "listeners-certificate"}
    for audience in Audience:
        views = course_view(course, audience).sheets
        assert {view.number: view.sheet.slug for view in views}.items() <= numbers.items()


@pytest.mark.parametrize(
    ("audience", "sheets"),
    [
        (None, ["danger-card", "listeners-list", "listeners-certificate"]),
        (Audience.FACILITATOR, ["listeners-list"]),
        (Audience.PARTICIPANT, []),
        (Audience.EVALUATION, ["listeners-list", "listeners-certificate"]),
    ],
)
def test_an_edition_has_the_sheets_that_name_it_but_for_the_back_covers(course, audience, sheets):
    assert [view.sheet.slug for view in course_view(course, audience).sheets] == sheets


def test_every_edition_has_the_back_cover_whatever_its_sheet_names(course):
    bare = course.worksheets[0].model_copy(update={"editions": ()})
    changed = course.model_copy(update={"worksheets": (bare, *course.worksheets[1:])})
    for audience in (None, *Audience):
        view = course_view(changed, audience)
        assert view.back_cover is not None
        assert view.back_cover.sheet == bare


def test_a_module_alone_comes_with_the_safety_chapters_and_without_the_frame(course):
    whole = course_view(course, Audience.FACILITATOR)
    assert [chapter.slug for chapter in whole.frame + whole.safety] == ["why-listening", "when-in-danger"]
    alone = whole.only("listening")
    assert alone.frame == ()
    assert alone.safety == whole.safety
    assert (whole.whole, alone.whole) == (True, False)


def test_a_sheet_of_the_course_knows_the_sessions_that_use_it(course):
    module = course.modules[0]
    hearing, answering = module.sessions
    practice = hearing.home_practice.model_copy(update={"worksheets": ("listeners-list",)})
    hearing = hearing.model_copy(update={"home_practice": practice})
    changed = module.model_copy(update={"sessions": (hearing, answering)})
    view = course_view(course.model_copy(update={"modules": (changed,)}))
    assert [one.key for one in view.sessions_using("listeners-list")] == ["listening/hearing"]
    assert [sheet.number for sheet in view.modules[0].sessions[0].sheets][-1] == "A.2"


@pytest.mark.parametrize("audience", [Audience.FACILITATOR, Audience.EVALUATION])
def test_facilitators_see_everything(course, audience):
    (view,) = course_view(course, audience).modules
    assert view.module == course.modules[0]


def test_the_sample_holds_a_break_which_has_no_steps(course):
    kinds = [activity for session in course.modules[0].sessions for activity in session.activities]
    assert any(isinstance(activity, Break) for activity in kinds)


def test_the_key_is_told_in_letters(course):
    items = course.modules[0].evaluation.knowledge_test.items
    single, several, truth, matching, written = items
    assert letter(0) + letter(2) == "AC"
    assert key_letters(single) == ("B",)
    assert key_letters(several) == ("A", "C")
    assert [pair.right for pair in right_hand_sides(matching)] == ["Gembira", "Lelah", "Marah"]
    assert key_letters(matching) == ("1 B", "2 C", "3 A")
    assert key_letters(truth) == key_letters(written) == ()
    assert key_is_true(truth) is False
    assert key_is_true(single) is None


def test_what_may_be_left_out_shortens_a_session(module):
    assert [(view.session.minutes, view.short_minutes) for view in module.sessions] == [(30, 28), (30, 30)]


def test_a_programmes_days_know_how_long_after_the_first_they_come(course):
    day = course.programmes[0].days[0]
    later = day.model_copy(update={"slug": "later"})
    programme = course.programmes[0].model_copy(update={"days": (day, later, day), "days_apart": 7})
    view = course_view(course.model_copy(update={"programmes": (programme,)})).programmes[0]
    assert [one.after for one in view.days] == [0, 7, 14]


def test_a_day_lists_its_sessions_with_what_they_need(course):
    (day,) = course_view(course).programmes[0].days
    assert [view.session.slug for view in day.sessions] == ["hearing", "answering"]
    assert all(view.session.materials for view in day.sessions)


def test_the_slugs_of_a_days_entries_tell_them_apart(course):
    (day,) = course_view(course).programmes[0].days
    assert [entry.slug for entry in day.entries] == ["listening-hearing", "tea", "listening-answering"]


def test_what_is_printed_has_a_path_of_its_own(course):
    view = course_view(course)
    books = [book.path for module in (None, *course.modules) for book in handbooks(module)]
    sheets = [sheet.path for home in (view, *view.modules) for sheet in single_sheets(course, home)]
    assert len({*books, *sheets}) == len(books) + len(sheets)
    assert "handbooks/facilitator-course.pdf" in books
    assert "handbooks/evaluation-listening.pdf" in books
    assert {
        "handbooks/sheets/listening-card.pdf",
        "handbooks/sheets/listening-test--before.pdf",
        "handbooks/sheets/listening-test--before--answer-sheet.pdf",
        "handbooks/sheets/conversation-rubric.pdf",
        "handbooks/sheets/conversation-rubric--observation.pdf",
        "handbooks/sheets/listening-form.pdf",
    } <= set(sheets)
