"""A session's strip of time: segments to scale, each wide enough for its number."""

import itertools

import pytest

from generator.reading.loading import Curriculum, load_course
from generator.views.course import course_view
from generator.views.strip import GAP, NARROWEST, STRIP_WIDTH, strip
from generator.views.timeline import TimedActivity


@pytest.fixture
def timelines(curriculum):
    course = load_course(Curriculum(curriculum)).course
    assert course is not None
    return [session.timeline for module in course_view(course).modules for session in module.sessions]


def of_minutes(timeline, *minutes):
    """A session whose activities take these minutes."""
    starts = [sum(minutes[:position]) for position in range(len(minutes))]
    return tuple(
        TimedActivity(
            number, timeline[0].activity.model_copy(update={"minutes": length}), start, start + length
        )
        for number, (start, length) in enumerate(zip(starts, minutes, strict=True), 1)
    )


def test_the_segments_are_as_wide_as_the_strip_together(timelines):
    for timeline in timelines:
        segments = strip(timeline)
        assert segments[0].left == 0
        assert segments[-1].right == pytest.approx(STRIP_WIDTH, abs=0.05)
        for one, following in itertools.pairwise(segments):
            assert following.left - one.right == pytest.approx(GAP, abs=0.02)


def test_the_segments_show_every_activity_once_in_order(timelines):
    for timeline in timelines:
        segments = strip(timeline)
        assert tuple(segment.timed for segment in segments) == timeline
        assert sum(segment.timed.activity.minutes for segment in segments) == timeline[-1].end


def test_segments_are_to_scale(timelines):
    segments = strip(of_minutes(timelines[0], 10, 20, 30, 40))
    assert [segment.width / segments[0].width for segment in segments] == pytest.approx(
        [1, 2, 3, 4], rel=0.01
    )


def test_a_short_activity_still_has_room_for_its_number(timelines):
    segments = strip(of_minutes(timelines[0], 1, 2, 57, 60))
    assert [segment.width for segment in segments[:2]] == [NARROWEST, NARROWEST]
    assert segments[3].width / segments[2].width == pytest.approx(60 / 57, rel=0.01)
    assert segments[-1].right == pytest.approx(STRIP_WIDTH, abs=0.05)


def test_very_many_activities_share_the_strip(timelines):
    segments = strip(of_minutes(timelines[0], *[3] * 30))
    assert len({segment.width for segment in segments}) == 1
    assert segments[-1].right == pytest.approx(STRIP_WIDTH, abs=0.05)
