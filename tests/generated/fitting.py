"""Makes the fields of a generated part fit each other, where the model alone does not say how."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.model.part import Part
from tests.generated.dice import Dice
from tests.generated.text import Writer

Tree = dict[str, Any]
"""A part as plain data, its texts in all languages."""
Scales = Mapping[str, tuple[int, int]]
"""Response scales by slug, with their lowest and their highest value."""
LATER: Final = frozenset({"key", "descriptors", "example", "zones", "cut_off"})
"""Keys that depend on other keys of the same part, or of the one around it."""


def fitted(kind: type[Part], tree: Tree, dice: Dice, writer: Writer, scales: Scales) -> Tree:
    """A part whose fields fit each other."""
    fit = FITTING.get(kind.__name__)
    return fit(tree, dice, writer, scales) if fit else tree


def _step(tree: Tree, _: Dice, writer: Writer, __: Scales) -> Tree:
    return tree or {"do": writer.prose("usual")}


def _table(tree: Tree, dice: Dice, writer: Writer, _: Scales) -> Tree:
    if not tree.get("rows") and not tree.get("empty_rows"):
        tree["empty_rows"] = 2
    if dice.chance("a table's example"):
        tree["example"] = [writer.line("short") for _ in tree["columns"]]
    return tree


def _thermometer(tree: Tree, dice: Dice, writer: Writer, _: Scales) -> Tree:
    highest = tree.setdefault("highest", dice.number(3, 10))
    middle = dice.number(1, highest)
    tree["zones"] = [
        {"slug": "upper", "lowest": middle, "highest": highest, "text": writer.prose("cell")},
        {"slug": "lower", "lowest": 0, "highest": middle - 1, "text": writer.prose("cell")},
    ]
    return tree


def _rubric(tree: Tree, _: Dice, writer: Writer, __: Scales) -> Tree:
    for score, level in enumerate(tree["levels"]):
        level["score"] = score
    for criterion in tree["criteria"]:
        criterion["descriptors"] = [writer.prose("cell") for _ in tree["levels"]]
    return tree


def _scored(tree: Tree, dice: Dice, _: Writer, scales: Scales) -> Tree:
    tree["cut_off"] = float(dice.number(*scales[tree["scale"]]))
    return _instrument(tree, dice, _, scales)


def _descriptive(tree: Tree, dice: Dice, writer: Writer, scales: Scales) -> Tree:
    for aspect in tree["aspects"]:
        if dice.chance("an aspect's example"):
            aspect["example"] = [writer.prose("cell") for _ in tree["columns"]]
    return _instrument(tree, dice, writer, scales)


def _instrument(tree: Tree, dice: Dice, writer: Writer, _: Scales) -> Tree:
    if dice.chance("an instrument's example"):
        tree["example"] = writer.prose("usual")
    return tree


def _single_choice(tree: Tree, dice: Dice, writer: Writer, _: Scales) -> Tree:
    """The key is one of the first two options, as often the one as the other, and never the longest."""
    key = dice.one_of((0, 1), "the key's place")
    tree["options"][key]["text"] = writer.prose("short")
    tree["key"] = tree["options"][key]["slug"]
    return tree


def _multiple_choice(tree: Tree, dice: Dice, _: Writer, __: Scales) -> Tree:
    right = dice.number(1, len(tree["options"]) - 1)
    tree["key"] = [option["slug"] for option in tree["options"][:right]]
    return tree


def _true_false(tree: Tree, dice: Dice, _: Writer, __: Scales) -> Tree:
    tree["key"] = dice.chance("true or false")
    return tree


FITTING: Final[Mapping[str, Callable[[Tree, Dice, Writer, Scales], Tree]]] = {
    "Step": _step,
    "TableBlock": _table,
    "ThermometerBlock": _thermometer,
    "Rubric": _rubric,
    "ScoredInstrument": _scored,
    "DescriptiveInstrument": _descriptive,
    "SingleChoice": _single_choice,
    "MultipleChoice": _multiple_choice,
    "TrueFalse": _true_false,
}
"""By the names of the model's classes."""
