"""The schemas say of a file what the reader says of it, and stand in the curriculum as the model has them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from generator.authoring.schema_files import schema_files
from generator.model import layout
from generator.reading.file_kind import FILE_KINDS, SCHEMAS, FileKind, kind_of, schema_of
from generator.reading.form import validate
from generator.reading.loading import Curriculum
from generator.reading.yaml_file import parse_yaml
from tests.authoring.parts import plain

TESTS = Path(__file__).parent.parent
CURRICULUM = TESTS.parent / "curriculum"
SAMPLE = TESTS / "sample"
TEXTS = schema_files()


@cache
def validator(schema_file: str) -> Draft7Validator:
    return Draft7Validator(json.loads(TEXTS[schema_file]), format_checker=FormatChecker())


def faults(schema_file: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(schema_file).iter_errors(data)]


def sources(root: Path) -> list[tuple[str, Any]]:
    curriculum = Curriculum(root)
    return [(file, plain(curriculum.read(file).tree)) for file in curriculum.files()]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    folder = CURRICULUM / SCHEMAS
    assert {path.relative_to(CURRICULUM).as_posix() for path in folder.rglob("*.json")} == set(TEXTS)
    stale = [file for file, text in TEXTS.items() if (CURRICULUM / file).read_text("utf-8") != text]
    assert stale == [], "run `tangguh schema`"


@pytest.mark.parametrize("file", TEXTS)
def test_a_schema_is_one(file: str) -> None:
    Draft7Validator.check_schema(json.loads(TEXTS[file]))


@pytest.mark.parametrize("file", TEXTS)
def test_every_key_has_a_title_and_a_description_in_both_languages(file: str) -> None:
    found = list(properties(json.loads(TEXTS[file])))
    assert found
    for key, schema in found:
        assert schema["title"], key
        indonesian, _, english = schema["description"].partition("\n\n")
        assert indonesian
        assert english
        assert indonesian != english


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_every_key_of_a_source_has_examples_or_a_list_of_what_is_possible(kind: FileKind) -> None:
    for key, schema in properties(json.loads(TEXTS[kind.schema_file()])):
        assert schema.get("examples") or schema.get("enum") or "const" in schema, key


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema explains."""
    if isinstance(schema, list):
        for one in schema:
            yield from properties(one)
    elif isinstance(schema, dict):
        for name, below in schema.items():
            if name == "properties" and "additionalProperties" in schema | {"additionalProperties": None}:
                explained = {key: one for key, one in below.items() if "title" in one or "type" not in one}
                yield from ((key, one) for key, one in explained.items() if one.keys() != {"const"})
            if name not in ("examples", "default", "if", "anyOf"):
                yield from properties(below)


@pytest.mark.parametrize("root", [SAMPLE, CURRICULUM], ids=["sample", "curriculum"])
def test_every_sound_file_keeps_to_its_schema(root: Path) -> None:
    checked = 0
    for file, data in sources(root):
        if schema := schema_of(file):
            assert faults(schema, data) == [], file
            checked += 1
    assert checked > 30


SOURCES = [
    (file, kind, data)
    for file, data in sources(SAMPLE)
    if not layout.translated_from(file) and (kind := kind_of(file))
]
VALUES: list[Any] = [
    "x", "X y", "", " ", "a" * 401, "2026-02-30", "10:30", "119", "https://example.org", "true",
    0, 1, 3, 700, -1, 2.5, True, None, [], {}, ["a"], ["a", "a"], [1], [{}], {"a": "b"}, [{"slug": "a"}],
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> tuple[FileKind, Any]:
    """A file of the sample with a value replaced, a key lost or renamed, or an entry lost or repeated."""
    _, kind, data = draw(st.sampled_from(SOURCES))
    data = json.loads(json.dumps(data))
    holders = list(containers(data))
    holder = draw(st.sampled_from(holders))
    if isinstance(holder, dict):
        key = draw(st.sampled_from([*holder, "unknown"]))
        if draw(st.booleans()) or key not in holder:
            holder[key] = draw(st.sampled_from(VALUES))
        else:
            del holder[key]
    else:
        index = draw(st.integers(0, len(holder) - 1))
        holder[index : index + 1] = draw(
            st.sampled_from([[], [holder[index]] * 2, [draw(st.sampled_from(VALUES))]])
        )
    return kind, data


def containers(data: Any) -> Iterator[Any]:
    if isinstance(data, dict | list) and data:
        yield data
        for below in data.values() if isinstance(data, dict) else data:
            yield from containers(below)


@settings(max_examples=400)
@given(change=mutated())
def test_schema_and_reader_agree_on_what_is_wrong(change: tuple[FileKind, Any]) -> None:
    kind, data = change
    tree = parse_yaml(json.dumps(data).encode(), "a.yaml").tree
    assert tree
    told = validate(tree, kind.part, "a-slug" if kind.named else None).findings
    assert bool(faults(kind.schema_file(), data)) == bool(told), (data, told)


def test_a_fault_is_told_of_the_kind_that_stands_there() -> None:
    """And of no other kind, as `oneOf` would."""
    _, kind, data = next(one for one in SOURCES if one[0].endswith("sessions/hearing.yaml"))
    activity = {"kind": "closing", "slug": "end", "title": "T", "minutes": 4, "steps": [{"say": "S"}]}
    told = faults(kind.schema_file(), data | {"activities": [activity | {"questions": ["Q"]}]})
    assert len(told) == 1
    assert told[0].startswith("$.activities[0]: ")
    assert "'questions' was unexpected" in told[0]


TRANSLATED = "schemas/translations/session.json"


@pytest.mark.parametrize(
    "translation",
    [
        {"minutes": 30},
        {"slug": "hearing"},
        {"titel": "Hearing"},
        {"title": None},
        {"activities": [{"title": "Opening"}]},
        {"activities": [{"slug": "opening", "kind": "opening"}]},
        {"activities": [{"slug": "opening", "steps": [{"do": 3}]}]},
    ],
)
def test_a_translation_holds_texts_and_slugs_alone(translation: dict[str, Any]) -> None:
    assert faults(TRANSLATED, {"title": "Hearing"} | translation) != []


def test_a_text_that_must_follow_a_pattern_says_so_in_both_languages() -> None:
    slug = json.loads(TEXTS["schemas/glossary.json"])["definitions"]["Term"]["properties"]["slug"]
    assert "huruf kecil" in slug["patternErrorMessage"]
    assert "small letters" in slug["patternErrorMessage"]
