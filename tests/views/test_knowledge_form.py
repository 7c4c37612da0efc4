"""The forms of a knowledge test: the same items on every occasion, each time in another order."""

from itertools import combinations, pairwise

import pytest

from generator.model.assessment import KnowledgeTest, TrueFalse
from generator.model.occasion import Occasion
from generator.views.knowledge_form import forms_of

OCCASIONS = ("before", "after", "day-30", "day-90")


def knowledge_test(count: int) -> KnowledgeTest:
    items = tuple(
        TrueFalse(
            kind="true-false",
            slug=f"item-{number}",
            stem=f"Stem {number}.",
            objectives=("one",),
            explanation="Why.",
            key=True,
        )
        for number in range(count)
    )
    return KnowledgeTest(
        slug="some-test",
        title="Some test",
        instructions="Write.",
        minutes=5,
        occasions=tuple(Occasion(slug=slug, title=slug) for slug in OCCASIONS),
        reading="Read.",
        items=items,
    )


def orders(test: KnowledgeTest) -> list[list[str]]:
    return [[item.slug for item in form.items] for form in forms_of(test)]


def test_each_occasion_has_a_form_of_its_own():
    assert [form.occasion.slug for form in forms_of(knowledge_test(5))] == list(OCCASIONS)


def test_the_first_form_has_the_order_of_the_file():
    test = knowledge_test(10)
    assert forms_of(test)[0].items == test.items
    assert [form.is_first for form in forms_of(test)] == [True, False, False, False]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 10, 24])
def test_every_form_has_all_items_once(count):
    test = knowledge_test(count)
    for order in orders(test):
        assert sorted(order) == sorted(item.slug for item in test.items)


@pytest.mark.parametrize("count", [2, 3, 4, 10, 24])
def test_no_item_keeps_its_place_in_the_next_form(count):
    for before, after in pairwise(orders(knowledge_test(count))):
        assert all(one != other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("count", [4, 10, 24])
def test_no_item_stands_twice_in_one_place_where_there_are_as_many_items_as_forms(count):
    for one_form, other_form in combinations(orders(knowledge_test(count)), 2):
        assert all(one != other for one, other in zip(one_form, other_form, strict=True))


def test_the_order_is_a_function_of_slugs_alone():
    test = knowledge_test(10)
    reworded = test.model_copy(
        update={
            "title": "Another",
            "items": tuple(item.model_copy(update={"stem": "Other words."}) for item in test.items),
        }
    )
    assert orders(test) == orders(reworded)


def test_the_order_stays_what_it_was_printed_as():
    """Sheets that were filled in years ago are scored with a key of today."""
    numbers = [" ".join(slug.removeprefix("item-") for slug in order) for order in orders(knowledge_test(5))]
    assert numbers == ["0 1 2 3 4", "4 0 1 2 3", "1 4 3 0 2", "2 3 4 1 0"]


def test_an_items_number_is_its_place_in_the_form():
    form = forms_of(knowledge_test(6))[2]
    assert [form.number(item) for item in form.items] == [1, 2, 3, 4, 5, 6]
