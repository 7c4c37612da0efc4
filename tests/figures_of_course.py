"""The figures of a course, by where they stand."""

from generator.model.course import Course
from generator.model.figure import Figure


def in_chapters(course: Course) -> list[Figure]:
    sections = [section for chapter in course.chapters for section in chapter.sections]
    return [section.figure for section in sections if section.figure]


def in_readings(course: Course) -> list[Figure]:
    sessions = [session for module in course.modules for session in module.sessions]
    readings = [one for session in sessions for one in session.activities if one.kind == "input"]
    return [one.figure for one in readings if one.figure]
