"""The course that these tests look at."""

from pathlib import Path

import pytest

from generator.model.course import Course
from generator.reading.loading import Curriculum, load_course


@pytest.fixture
def course(sample: Path) -> Course:
    loaded = load_course(Curriculum(sample)).course
    assert loaded is not None
    return loaded
