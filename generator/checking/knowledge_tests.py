"""Knowledge tests measure knowledge: no pattern of the keys gives away which answer is right.

The items of a test are printed in another order on each occasion, their options always in that of the file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.checking.problem import Path, Problem
from generator.model import layout
from generator.model.assessment import KnowledgeTest, Option, SingleChoice, TrueFalse
from generator.model.course import Course
from generator.model.evaluation import Evaluation
from generator.prose.words import words

FEWEST_ITEMS: Final = 3
"""With one or two items of a kind there is no pattern: chance alone makes one too often."""
LARGEST_SHARE: Final = 3 / 4
"""Of the items of a kind. Who follows a pattern that holds in more of them scores above three quarters, where
most tests are passed, and knows nothing.
"""


def check_knowledge_tests(course: Course) -> Iterator[Problem]:
    for home, evaluation in course.all_evaluations():
        if isinstance(evaluation, Evaluation):
            file = layout.evaluation_file(home)
            yield from _lengths(evaluation.knowledge_test, file)
            yield from _places(evaluation.knowledge_test, file)


@dataclass(frozen=True, slots=True)
class _Choice:
    """An item of which one option is right, and which."""

    path: Path
    item: SingleChoice
    place: int

    @property
    def key_is_longest(self) -> bool:
        """Whether the key has more letters than any other option."""
        lengths = [_length(option) for option in self.item.options]
        return lengths[self.place] > max(lengths[: self.place] + lengths[self.place + 1 :])


def _lengths(test: KnowledgeTest, file: str) -> Iterator[Problem]:
    choices = list(_choices(test))
    longest = [choice for choice in choices if choice.key_is_longest]
    if _is_pattern(longest, choices):
        facts = {"count": len(longest), "items": len(choices)}
        first = longest[0]
        yield Problem("A08", file, (*first.path, "options", first.place, "text"), facts)


def _places(test: KnowledgeTest, file: str) -> Iterator[Problem]:
    choices = [((*choice.path, "key"), choice.place) for choice in _choices(test)]
    truths = [(path, int(not item.key)) for path, item in _items(test) if isinstance(item, TrueFalse)]
    for keys in (choices, [((*path, "key"), place) for path, place in truths]):
        place, count = Counter(place for _, place in keys).most_common(1)[0] if keys else (0, 0)
        alike = [path for path, where in keys if where == place]
        if _is_pattern(alike, keys):
            facts = {"count": count, "items": len(keys), "position": place + 1}
            yield Problem("A09", file, alike[0], facts)


def _is_pattern(alike: Sequence[object], items: Sequence[object]) -> bool:
    return len(items) >= FEWEST_ITEMS and len(alike) > LARGEST_SHARE * len(items)


def _items(test: KnowledgeTest) -> Iterable[tuple[Path, object]]:
    return ((("knowledge_test", "items", index), item) for index, item in enumerate(test.items))


def _choices(test: KnowledgeTest) -> Iterator[_Choice]:
    for path, item in _items(test):
        if isinstance(item, SingleChoice):
            slugs = [option.slug for option in item.options]
            if item.key in slugs:  # that it is unknown is told elsewhere
                yield _Choice(path, item, slugs.index(item.key))


def _length(option: Option) -> int:
    return len(" ".join(words(option.text).split()))
