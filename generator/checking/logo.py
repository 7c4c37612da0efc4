"""The organisation's logo is a picture that can be printed, and runs nothing in a browser."""

from collections.abc import Iterator

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.course import Course
from generator.model.limits import MAX_LOGO_BYTES
from generator.reading.loading import Curriculum
from generator.reading.picture import PictureFault, fault_of_picture


def check_logo(course: Course, curriculum: Curriculum) -> Iterator[Problem]:
    """Check the picture that course.yaml names, if it names one."""
    logo = course.organisation.logo
    if logo is None or curriculum.unfit(logo):
        return
    missing = PictureFault("logo-missing")
    if fault := fault_of_picture(curriculum.path(logo), MAX_LOGO_BYTES) if curriculum.has(logo) else missing:
        facts: dict[str, str | int] = {"file": logo, "what": fault.what}
        yield Problem("O08", layout.COURSE, ("organisation", "logo"), facts)
