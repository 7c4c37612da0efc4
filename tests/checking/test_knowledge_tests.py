"""A pattern of the keys is told from three items on, if more than three quarters of a kind follow it."""

import pytest

from generator.checking.knowledge_tests import check_knowledge_tests
from generator.model.assessment import Option, SingleChoice, TrueFalse
from generator.reading.loading import Curriculum, load_course

LONG, SHORT = "Duduk diam dan mendengarkan", "Pergi"


@pytest.fixture
def told(sample):
    """The codes and facts that a test with these items gives."""

    def told_of(*items):
        course = load_course(Curriculum(sample)).course
        module = course.modules[0]
        test = module.evaluation.knowledge_test.model_copy(update={"items": items})
        evaluation = module.evaluation.model_copy(update={"knowledge_test": test})
        module = module.model_copy(update={"evaluation": evaluation})
        problems = check_knowledge_tests(course.model_copy(update={"modules": (module,)}))
        return [(problem.code, problem.path[2:], *problem.facts.values()) for problem in problems]

    return told_of


def choice(key, *texts):
    """An item whose options have these texts, with the key at a place counted from 0."""
    options = tuple(Option(slug=f"o{number}", text=text) for number, text in enumerate(texts))
    return SingleChoice(
        kind="single-choice",
        slug="i",
        stem="?",
        objectives=("a",),
        explanation=".",
        options=options,
        key=f"o{key}",
    )


def truth(key):
    return TrueFalse(kind="true-false", slug="t", stem="?", objectives=("a",), explanation=".", key=key)


FIRST, SECOND = choice(0, LONG, SHORT), choice(1, SHORT, LONG)
SHORT_FIRST, SHORT_SECOND = choice(0, SHORT, LONG), choice(1, LONG, SHORT)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((FIRST, SECOND), []),
        ((FIRST, SECOND, FIRST), [("A08", (0, "options", 0, "text"), 3, 3)]),
        ((FIRST, SECOND, SHORT_FIRST), []),
        ((FIRST, SECOND, FIRST, SHORT_SECOND), []),
        ((SHORT_SECOND, FIRST, SECOND, FIRST, SECOND), [("A08", (1, "options", 0, "text"), 4, 5)]),
    ],
)
def test_the_key_is_not_nearly_always_the_longest_option(told, items, expected):
    assert told(*items) == expected


def test_a_key_as_long_as_another_option_gives_nothing_away(told):
    assert told(choice(0, "Diam", "Lari"), choice(1, "Diam", "Lari"), choice(0, "Diam", "Lari")) == []


def test_what_is_not_read_adds_no_length(told):
    linked = choice(1, "Menulis", "[Diam](worksheet:listening-card)")
    assert told(linked, choice(0, "Diam", "Menulis"), linked) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((SHORT_FIRST, SHORT_FIRST), []),
        ((SHORT_FIRST, SHORT_FIRST, SHORT_FIRST), [("A09", (0, "key"), 3, 3, 1)]),
        ((SHORT_SECOND, SHORT_FIRST, SHORT_FIRST, SHORT_FIRST), []),
        ((SHORT_FIRST, *[SHORT_SECOND] * 4), [("A09", (1, "key"), 4, 5, 2)]),
        ((truth(True), truth(True), truth(True)), [("A09", (0, "key"), 3, 3, 1)]),
        ((truth(False), truth(True), truth(False)), []),
        ((), []),
    ],
)
def test_the_key_is_not_nearly_always_in_one_place(told, items, expected):
    assert told(*items) == expected


def test_kinds_of_items_are_counted_apart(told):
    assert told(SHORT_FIRST, SHORT_FIRST, truth(True), truth(True)) == []


def test_an_unknown_key_is_left_to_the_rule_for_it(told):
    assert told(*[choice(7, LONG, SHORT)] * 3) == []
