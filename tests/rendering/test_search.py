"""What the site's search is told of its language: the glossary's synonyms."""

import json

from generator.model.course import Course
from generator.model.glossary import Term
from generator.rendering.search import search_language, synonyms
from tests.publishing.built import CourseInTests


def course_with(course: Course, *terms: tuple[str, ...]) -> Course:
    glossary = tuple(
        Term(slug=f"term-{number}", headword=headword, also=also, definition="Kata.")
        for number, (headword, also) in enumerate((term[0], term[1:]) for term in terms)
    )
    return course.model_copy(update={"glossary": glossary})


def test_words_of_one_term_stand_for_each_other(sample_course: CourseInTests) -> None:
    course = course_with(sample_course.courses["id"], ("Relaps", "kambuh", "kekambuhan"))
    assert synonyms(course) == {
        "kambuh": ["kekambuhan", "relaps"],
        "kekambuhan": ["kambuh", "relaps"],
        "relaps": ["kambuh", "kekambuhan"],
    }


def test_only_single_words_do(sample_course: CourseInTests) -> None:
    course = course_with(sample_course.courses["id"], ("penolong", "orang yang dihubungi"))
    assert synonyms(course) == {}


def test_a_word_in_parentheses_counts_by_itself(sample_course: CourseInTests) -> None:
    course = course_with(sample_course.courses["en"], ("urge (sugesti)", "craving"))
    assert synonyms(course)["craving"] == ["sugesti", "urge"]


def test_a_word_of_two_terms_has_the_synonyms_of_both(sample_course: CourseInTests) -> None:
    course = course_with(sample_course.courses["id"], ("laps", "gelincir"), ("relaps", "gelincir"))
    assert synonyms(course)["gelincir"] == ["laps", "relaps"]


def test_the_script_knows_language_and_synonyms_before_it_runs(sample_course: CourseInTests) -> None:
    course = course_with(sample_course.courses["id"], ("relaps", "kambuh"))
    first, rest = search_language(course, "run();").split("\n", 1)
    facts = json.loads(first.removeprefix("lunr.courseWords = ").removesuffix(";"))
    assert facts == {"language": "id", "synonyms": synonyms(course)}
    assert rest == "run();"
