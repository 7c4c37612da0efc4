"""A session asks its people, begins with a check-in and ends with a closing."""

import pytest

from generator.checking.teaching import LISTENING, LONGEST_LISTENING, check_teaching
from generator.model.session import Session
from generator.model.shape import fields
from generator.reading.loading import Curriculum, load_course

HEARING = "modules/listening/sessions/hearing.yaml"


@pytest.fixture
def told(sample):
    """What is told of the first session's activities when each lasts so long, with or without answers."""

    def told_of(minutes, expect=None):
        course = load_course(Curriculum(sample)).course
        module = course.modules[0]
        session = module.sessions[0]
        activities = [
            one.model_copy(
                update={
                    "minutes": minutes,
                    "steps": tuple(step.model_copy(update={"expect": expect}) for step in one.steps),
                }
            )
            for one in session.activities
            if one.kind != "break"
        ]
        session = session.model_copy(update={"activities": tuple(activities)})
        module = module.model_copy(update={"sessions": (session, *module.sessions[1:])})
        problems = check_teaching(course.model_copy(update={"modules": (module,)}))
        return [p.facts["activity"] for p in problems if p.code == "A05"]

    return told_of


def test_only_what_is_listened_to_may_be_too_long(told, sample):
    session = load_course(Curriculum(sample)).course.modules[0].sessions[0]
    listening = [one.slug for one in session.activities if one.kind in LISTENING]
    assert len(listening) == len(LISTENING)
    assert told(LONGEST_LISTENING) == []
    assert told(LONGEST_LISTENING + 1) == listening
    assert told(120, expect="Ya.") == []


def test_the_kinds_that_are_listened_to_are_kinds_of_the_model():
    activity = fields(Session)["activities"].item
    assert set(activity.kinds) - {"break"} > LISTENING


@pytest.mark.parametrize(("kind", "code"), [("check-in", "A06"), ("closing", "A07")])
def test_a_missing_activity_is_told_where_the_activities_begin(sample, kind, code):
    course = load_course(Curriculum(sample)).course
    module = course.modules[0]
    session = module.sessions[0]
    left = tuple(one for one in session.activities if one.kind != kind)
    session = session.model_copy(update={"activities": left})
    module = module.model_copy(update={"sessions": (session,)})
    problems = check_teaching(course.model_copy(update={"modules": (module,)}))
    assert [(p.file, p.path) for p in problems if p.code == code] == [(HEARING, ("activities",))]
