"""Everything that prose can point to has a name, in the course's language."""

import pytest

from generator.prose.markdown import CROSS_REFERENCES
from generator.prose.names import CourseNames
from generator.reading.loading import Curriculum, load_course

WORDS = {"and_others": "dkk.", "no_date": "t.t."}
TITLES = {
    "module:listening": "Mendengarkan",
    "session:listening/hearing": "Mendengar",
    "worksheet:listening-card": "Kartu mendengar",
    "term:reflecting": "memantulkan",
    "instrument:listening-confidence": "Keyakinan mendengarkan",
    "rubric:conversation-rubric": "Rubrik percakapan",
    "knowledge-test:listening-test": "Tes mendengarkan",
    "evaluation-form:listening-form": "Pendapatmu",
    "programme:one-evening": "Satu malam",
    "chapter:when-in-danger": "Kalau ada bahaya",
}


@pytest.fixture
def names(sample):
    course = load_course(Curriculum(sample)).course
    assert course is not None
    return CourseNames(course, WORDS)


def test_these_tests_know_every_scheme():
    assert [target.partition(":")[0] for target in TITLES] == list(CROSS_REFERENCES)


@pytest.mark.parametrize(("target", "title"), TITLES.items())
def test_a_target_goes_by_its_title(names, target, title):
    scheme, _, slug = target.partition(":")
    assert names.title(scheme, slug) == title
    assert slug in names.slugs(scheme)


def test_what_is_not_there_has_no_name(names):
    assert names.title("worksheet", "listening") is None
    assert names.citation("nobody") is None


def test_a_reference_goes_by_author_and_year(names):
    assert names.citation("rahma-2019") == "Rahma & Wibowo, 2019"
    assert names.citation("talking-page") == "“Cara bicara yang baik”, t.t."
    assert "lee-2012" in names.keys


def test_names_are_in_the_courses_language(sample):
    course = load_course(Curriculum(sample), "en").course
    assert course is not None
    assert CourseNames(course, WORDS).title("module", "listening") == "Listening"
