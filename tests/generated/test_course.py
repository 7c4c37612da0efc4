"""Generated courses are what the benchmarks and the random courses rely on: valid, whole, and repeatable."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.checking.check import check_curriculum
from generator.checking.documents import documents
from generator.model.course import Course
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, fields, texts
from generator.reading.loading import Curriculum
from tests.generated.course import write_course
from tests.generated.size import TINY, Size
from tests.today import TODAY

LARGE = Size(modules=2, sessions=4, sheets=7, items=10, rubrics=2, instruments=2, chapters=3)


def checked(folder: Path, size: Size, seed: int = 0) -> tuple[list[str], dict[str, Course]]:
    """What check says of a generated course, and the course in its languages."""
    write_course(folder, size, seed, TODAY)
    found = check_curriculum(Curriculum(folder), TODAY)
    return [f"{one.code} {one.place.source.path}:{one.place.line}" for one in found.findings], found.courses


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [TINY, Size()], ids=["tiny", "usual"])
def test_there_is_nothing_to_find_in_a_generated_course(tmp_path: Path, size: Size, seed: int) -> None:
    findings, courses = checked(tmp_path, size, seed)
    assert findings == []
    assert tuple(courses) == size.languages


def test_a_course_may_have_one_language_or_three(tmp_path: Path) -> None:
    for languages in (("en",), ("id", "en", "jv")):
        findings, courses = checked(tmp_path / "-".join(languages), replace(TINY, languages=languages))
        assert findings == []
        assert tuple(courses) == languages
        assert all(not course.untranslated for course in courses.values())


def test_the_same_seed_makes_the_same_course_and_another_one_another(tmp_path: Path) -> None:
    def written(name: str, seed: int) -> dict[str, bytes]:
        write_course(tmp_path / name, Size(), seed, TODAY)
        files = sorted((tmp_path / name).rglob("*.*"))
        return {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}

    assert written("one", 1) == written("again", 1)
    assert written("one", 1) != written("two", 2)


def test_a_larger_course_has_so_many_times_as_many_sessions(tmp_path: Path) -> None:
    _, courses = checked(tmp_path, TINY.times(4))
    assert [len(module.sessions) for module in courses["id"].modules] == [1] * 4


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Course]:
    findings, courses = checked(tmp_path_factory.mktemp("large"), LARGE)
    assert findings == []
    return courses


def test_each_text_of_a_course_is_its_only_one(large: dict[str, Course]) -> None:
    """So that whoever finds one in an output has found that one."""
    for course in large.values():
        found = [text.value for _, part in documents(course) for text in texts(part)]
        assert len(set(found)) == len(found) > 1000


def test_a_large_course_uses_every_class_of_the_model(large: dict[str, Course]) -> None:
    used = {type(part) for part in parts(large["id"])}
    assert classes(Course) - used == set()


def classes(part: type[Part]) -> set[type[Part]]:
    """A class of the model and all that may stand in its parts."""
    found, waiting = set(), [part]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [variant for shape in fields(one).values() for variant in variants(shape)]
    return found


def variants(shape: Shape) -> tuple[type[Part], ...]:
    match shape:
        case ListShape(item):
            return variants(item)
        case PartShape(found):
            return found
    return ()


def parts(value: Any) -> list[Part]:
    """A part and all below it."""
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    if isinstance(value, Part):
        return [value, *(part for name in type(value).model_fields for part in parts(getattr(value, name)))]
    return []
