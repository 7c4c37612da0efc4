"""Every code that a finding may carry is put into words, in both languages."""

from pydantic import BaseModel

from generator.findings.words import WORDS
from generator.model.course import CourseFile
from generator.model.module import ModuleFile
from generator.prose.markdown import CROSS_REFERENCES
from generator.reading.form import EXPECTED_PATTERNS, EXPECTED_TYPES
from generator.reading.loading import COURSE_FILES, part_of
from generator.reading.tree import type_names


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["id"].keys() == WORDS["en"].keys()


def test_types_and_cross_references_have_words() -> None:
    codes = {*EXPECTED_TYPES.values(), *EXPECTED_PATTERNS.values(), *type_names.values(), *CROSS_REFERENCES}
    assert codes <= WORDS["en"].keys()


def test_every_pattern_of_the_model_is_put_into_words() -> None:
    places = (
        "programmes/a.yaml",
        "modules/a/evaluation.yaml",
        "modules/a/sessions/a.yaml",
        "modules/a/worksheets/a.yaml",
    )
    parts = [CourseFile, ModuleFile, *COURSE_FILES.values(), *filter(None, map(part_of, places))]
    patterns = {pattern for part in parts for pattern in _patterns(part)}
    unnamed = patterns - EXPECTED_PATTERNS.keys()
    assert len(unnamed) == 1, "only that of a date is told by exclusion"
    assert "(19|20|21)" in unnamed.pop()


def _patterns(part: type[BaseModel]) -> set[str]:
    found = set()

    def walk(schema: object) -> None:
        if isinstance(schema, dict):
            if isinstance(schema.get("pattern"), str):
                found.add(schema["pattern"])
            for value in schema.values():
                walk(value)
        elif isinstance(schema, list):
            for value in schema:
                walk(value)

    walk(part.model_json_schema())
    return found
