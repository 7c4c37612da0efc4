"""A slug in a file is the name of what it stands in, or it names something that is checked to exist."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import StringConstraints

from generator.checking.check import check_curriculum
from generator.model.course import CourseFile
from generator.model.layout import COURSE, REFERENCES
from generator.model.part import SLUG_PATTERN, Part
from generator.model.shape import ListShape, PartShape, Shape, fields
from generator.reading.loading import Curriculum, part_of
from generator.reading.tree import Mapping, Node, Scalar, Sequence
from generator.reading.yaml_file import read_yaml
from tests.today import TODAY

SAMPLE = Path(__file__).parent.parent / "sample"
Field = tuple[str, str]
"""A class and one of its fields."""
OWN_NAME = "slug"
"""The field in which a part's own name stands."""


def holds_slugs(part: type[Part], name: str) -> bool:
    """Whether a field holds a slug, or a list of them."""

    def in_annotation(annotation: Any, metadata: tuple[Any, ...]) -> bool:
        constraints = [mark for mark in metadata if isinstance(mark, StringConstraints)]
        if any(mark.pattern == SLUG_PATTERN for mark in constraints):
            return True
        inner = get_args(annotation)
        return any(in_annotation(one, tuple(inner[1:])) for one in inner if not isinstance(one, str))

    for field_name, field in part.model_fields.items():
        if name == (field.alias or field_name):
            return in_annotation(field.annotation, tuple(field.metadata))
    return False


def declared(part: type[Part], name: str) -> tuple[str, str]:
    """A field, by the class that all of its kinds have it from."""
    attribute = next(key for key, field in part.model_fields.items() if name == (field.alias or key))
    owners = [one for one in part.__mro__ if attribute in getattr(one, "__annotations__", {})]
    return owners[-1].__name__, name


def parts() -> Iterator[type[Part]]:
    """Every class of the model that a file may hold."""
    seen: set[type[Part]] = set()

    def below(shape: Shape) -> None:
        if isinstance(shape, ListShape):
            below(shape.item)
        elif isinstance(shape, PartShape):
            for part in shape.variants:
                if part not in seen:
                    seen.add(part)
                    for inner in fields(part).values():
                        below(inner)

    for file in sources():
        below(PartShape((class_of(file),)))
    yield from seen


def sources() -> list[str]:
    files = (path.relative_to(SAMPLE).as_posix() for path in sorted(SAMPLE.rglob("*.yaml")))
    return [file for file in files if "translations" not in file.split("/")]


def class_of(file: str) -> type[Part]:
    part = CourseFile if file == COURSE else part_of(file)
    assert part is not None
    return part


NAMING = {
    declared(part, name)
    for part in parts()
    for name in fields(part)
    if name != OWN_NAME and holds_slugs(part, name)
}
"""The fields that name something else."""
TESTED_ELSEWHERE = {("Aspect", "objectives")}
"""Only a module's instrument can name objectives, and the sample course has none that describes aspects: see
test_course_level."""


def named(node: Node, shape: Shape) -> Iterator[tuple[Field, Scalar]]:
    """Each slug of a tree that names something else, with the field that holds it."""
    match node, shape:
        case Mapping(), PartShape():
            part = shape.variant(node.text("kind"))
            assert part is not None
            for key, entry in node.entries.items():
                if key in fields(part) and declared(part, key) in NAMING:
                    slugs = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
                    yield from ((declared(part, key), slug) for slug in slugs if isinstance(slug, Scalar))
                elif key in fields(part):
                    yield from named(entry.value, fields(part)[key])
        case Sequence(), ListShape():
            for item in node.items:
                yield from named(item, shape.item)


def uses() -> dict[Field, tuple[str, Scalar]]:
    """For each field that names something, a place in the sample course where it does."""
    found: dict[Field, tuple[str, Scalar]] = {}
    for file in sources():
        tree = read_yaml(SAMPLE / file, file).tree
        assert tree is not None
        for field, slug in named(tree, PartShape((class_of(file),))):
            found.setdefault(field, (file, slug))
    return found


USES = uses()


def test_the_sample_course_names_something_in_every_field_that_can() -> None:
    assert NAMING - USES.keys() == TESTED_ELSEWHERE
    assert len(NAMING) > 20


def test_what_cites_is_no_slug_of_the_model() -> None:
    """Works are named in prose alone, whose links and citations have a test of their own."""
    assert all(file != REFERENCES for file, _ in USES.values())


@pytest.mark.parametrize("field", sorted(USES), ids=".".join)
def test_what_a_field_names_must_exist(sample: Path, field: Field) -> None:
    file, slug = USES[field]
    place = slug.place
    lines = (sample / file).read_text(encoding="utf-8").split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = (
        f"{line[: place.column - 1]}nobody-knows-this{line[place.column - 1 + place.width :]}"
    )
    (sample / file).write_text("\n".join(lines), encoding="utf-8")
    told = [
        (finding.place.line, finding.place.column)
        for finding in check_curriculum(Curriculum(sample), TODAY).findings
        if finding.code in ("R01", "R02") and finding.place.source.path.endswith(f"/{file}")
    ]
    assert (place.line, place.column) in told
