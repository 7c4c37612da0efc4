"""Test items as they are shown: letters for options, the order of a matching item, the key."""

from generator.model.assessment import AssessmentItem, Matching, MultipleChoice, Pair, SingleChoice, TrueFalse


def letter(index: int) -> str:
    """A for 0, B for 1 and so on."""
    return chr(ord("A") + index)


def right_hand_sides(item: Matching) -> tuple[Pair, ...]:
    """The pairs in the order of their right-hand sides' texts, which does not give the key away."""
    return tuple(sorted(item.pairs, key=lambda pair: pair.right.casefold()))


def key_letters(item: AssessmentItem) -> tuple[str, ...]:
    """The letters of the right answers: one, several, or for a matching item one a pair (``1 C``)."""
    match item:
        case SingleChoice() | MultipleChoice():
            keys = (item.key,) if isinstance(item, SingleChoice) else item.key
            return tuple(letter(i) for i, option in enumerate(item.options) if option.slug in keys)
        case Matching():
            order = [pair.slug for pair in right_hand_sides(item)]
            return tuple(
                f"{number} {letter(order.index(pair.slug))}" for number, pair in enumerate(item.pairs, 1)
            )
        case _:
            return ()


def key_is_true(item: AssessmentItem) -> bool | None:
    """Whether a true-or-false statement is true; None for any other item."""
    return item.key if isinstance(item, TrueFalse) else None
