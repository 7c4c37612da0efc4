"""The forms of a knowledge test, one an occasion: the same items, each time in another order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.model.assessment import AssessmentItem, KnowledgeTest
from generator.model.occasion import Occasion

Order = tuple[AssessmentItem, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeForm:
    """The test as it is printed for one occasion; an item's number is its place in `items`."""

    test: KnowledgeTest
    occasion: Occasion
    items: Order

    @property
    def is_first(self) -> bool:
        """Whether this is the form to which cross-references lead."""
        return self.occasion == self.test.occasions[0]

    def number(self, item: AssessmentItem) -> int:
        """The number that an item has in this form."""
        return self.items.index(item) + 1


def forms_of(test: KnowledgeTest) -> tuple[KnowledgeForm, ...]:
    """The forms in the order of the occasions.

    The first has the order of the file. In the others no item stands where it stood in any form before, or
    where there are too few items for that, in the form just before. The order depends on slugs alone.
    """
    orders: list[Order] = []
    for occasion in test.occasions:
        orders.append(_next_order(test, occasion, orders) if orders else test.items)
    return tuple(
        KnowledgeForm(test, occasion, order) for occasion, order in zip(test.occasions, orders, strict=True)
    )


def _next_order(test: KnowledgeTest, occasion: Occasion, earlier: Sequence[Order]) -> Order:
    def rank(item: AssessmentItem) -> bytes:
        return sha256(f"{test.slug}/{occasion.slug}/{item.slug}".encode()).digest()

    ranked = tuple(sorted(test.items, key=rank))
    for avoided in (earlier, earlier[-1:]):
        if order := next(_placed(ranked, avoided, ()), None):
            return order
    return ranked


def _placed(left: Order, avoided: Sequence[Order], placed: Order) -> Iterator[Order]:
    """The ways to place what is left so that nothing stands where one of the avoided orders has it."""
    if not left:
        yield placed
    for index, item in enumerate(left):
        if all(order[len(placed)] != item for order in avoided):
            yield from _placed(left[:index] + left[index + 1 :], avoided, (*placed, item))
