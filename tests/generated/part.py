"""Makes any part of a course, as plain data, from what the model says of its class.

A field that is new to the model is made like its neighbours; only where fields must fit each other, or other
parts, is there something to say here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, TextShape, fields
from tests.generated.dice import Dice
from tests.generated.fitting import LATER, Scales, Tree, fitted
from tests.generated.text import Length, Writer

LONG: Final = frozenset({"reading", "script", "background", "TextBlock.text", "ChapterSection.text"})
SHORT: Final = frozenset({
    "Stage.title", "TurningStage.title", "LoopFigure.way_back", "ForkFigure.question", "Occasion.title",
    "Column.title", "DescriptionColumn.title", "ScalePoint.label", "Level.title", "SheetEntry.text",
    "TableBlock.example", "GridBlock.columns", "GridBlock.rows", "Quadrant.title", "Stop.title", "Role.title",
    "LadderBlock.top", "LadderBlock.bottom", "ThermometerBlock.top", "ThermometerBlock.bottom",
    "CirclesBlock.inner", "CirclesBlock.outer",
})  # fmt: skip
"""What stands in boxes and columns."""
CELL: Final = frozenset({
    "DescriptionColumn.prompt", "Aspect.questions", "InstrumentField.description", "Quadrant.prompt",
    "Stop.prompt", "Pair.left", "Pair.right",
})  # fmt: skip
"""What stands in a table's head, or in a cell that cannot go on overleaf."""


REFERRING: Final = frozenset({"objectives", "worksheets", "editions", "safety", "optional"})
"""Optional keys that stand only where whoever makes the whole says so."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a field may hold: how many entries, or which numbers."""

    low: int
    high: int

    @classmethod
    def of(cls, field: FieldInfo, low: int, more: int) -> "Bounds":
        """Those that the model states; else from `low`, and so many more than the least."""
        marks = field.metadata
        least = next((value for mark in marks for name in ("min_length", "ge")
                      if (value := getattr(mark, name, None)) is not None), low)  # fmt: skip
        most = next((value for mark in marks for name in ("max_length", "le")
                     if (value := getattr(mark, name, None)) is not None), least + more)  # fmt: skip
        return cls(int(least), int(min(most, least + more)))


class PartMaker:
    """Makes parts; `scales` are those that they may name, by slug with their lowest and highest value."""

    def __init__(self, dice: Dice, writer: Writer, scales: Scales) -> None:
        self.dice = dice
        self.writer = writer
        self.scales = scales

    def part(self, kind: type[Part], slug: str | None = None, /, **given: Any) -> Tree:
        """A part's keys and values in the model's order.

        Args:
            kind: The part's class.
            slug: Its name, where it has one.
            given: Values that are decided elsewhere; None leaves an optional key out.
        """
        known = given | ({"slug": slug} if slug else {})
        shapes = fields(kind)
        tree = {}
        for name, field in kind.model_fields.items():
            key = field.alias or name
            value = known[name] if name in known else self._field(kind, name, field, shapes[key])
            if value is not None:
                tree[key] = value
        return fitted(kind, tree, self.dice, self.writer, self.scales)

    def one_of(self, kinds: Sequence[type[Part]], slug: str | None, deck: str, **given: Any) -> Tree:
        """A part of one of several kinds, each in its turn."""
        return self.part(self.dice.one_of(kinds, deck), slug, **given)

    def parts(self, kind: type[Part], number: int, name: str) -> list[Tree]:
        return [self.part(kind, f"{name}-{n}") for n in range(1, number + 1)]

    def _field(self, kind: type[Part], name: str, field: FieldInfo, shape: Shape) -> Any:
        asked = f"{kind.__name__}.{name}"
        if name in LATER or (name in REFERRING and not field.is_required()):
            return None
        if not field.is_required() and not self.dice.chance(asked):
            return None
        return self._value(asked, name, field, shape)

    def _value(self, asked: str, name: str, field: FieldInfo, shape: Shape) -> Any:
        match shape:
            case TextShape():
                return self._text(asked, name, shape)
            case PartShape():
                return self.one_of(shape.variants, name.replace("_", "-"), asked)
            case ListShape(item):
                return self._list(asked, name, Bounds.of(field, 1, 2), item)
        return self._plain(asked, name, field)

    def _list(self, asked: str, name: str, bounds: Bounds, item: Shape) -> list[Any]:
        number = self.dice.number(bounds.low, bounds.high)
        match item:
            case TextShape():
                return [self._text(asked, name, item) for _ in range(number)]
            case PartShape(variants):
                singular = name.removesuffix("s").replace("_", "-")
                return [self.one_of(variants, f"{singular}-{n}", asked) for n in range(1, number + 1)]
        raise NotImplementedError(f"nobody has said what {asked} may hold")

    def _text(self, asked: str, name: str, shape: TextShape) -> Any:
        length: Length = "usual"
        if asked in SHORT or asked in CELL:
            length = "short" if asked in SHORT else "cell"
        elif {asked, name} & LONG:
            length = "long"
        return self.writer.line(length) if shape.markup == "plain" else self.writer.prose(length)

    def _plain(self, asked: str, name: str, field: FieldInfo) -> Any:
        annotation = _bare(field.annotation)
        if get_origin(annotation) is Literal:
            return self.dice.one_of(get_args(annotation), asked)
        if annotation is bool:
            return self.dice.chance(asked)
        if annotation is int:
            bounds = Bounds.of(field, 1, 3)
            return self.dice.number(bounds.low, bounds.high)
        if name == "scale":
            return self.dice.one_of(list(self.scales), asked)
        raise NotImplementedError(f"nobody has said what {asked} may hold")


def _bare(annotation: Any) -> Any:
    """A field's type without None and without marks."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (one for one in get_args(annotation) if one is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
