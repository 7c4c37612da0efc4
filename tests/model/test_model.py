"""The model's shape is read off its classes, and its values are frozen and strict."""

import pytest
from pydantic import ValidationError

from generator.model import layout
from generator.model.clock import clock_time, minutes_of
from generator.model.course import CourseProfile
from generator.model.module import ModuleFile
from generator.model.part import Part
from generator.model.scale import ScalePoint
from generator.model.session import Session
from generator.model.shape import (
    ListShape,
    PartShape,
    TextShape,
    ValueShape,
    fields,
    has_slug,
    kind_of,
    texts,
)
from generator.model.worksheet import Worksheet
from generator.reading.loading import Curriculum, load_course


def variants(part, key):
    shape = fields(part)[key]
    assert isinstance(shape, ListShape)
    assert isinstance(shape.item, PartShape)
    return shape.item


def test_the_sample_uses_every_kind_of_everything(sample):
    course = load_course(Curriculum(sample)).course
    used = set()

    def walk(part):
        used.add(type(part))
        for name in type(part).model_fields:
            value = getattr(part, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Part):
                    walk(one)

    walk(course)
    kinds = {part for part in subclasses(Part) if kind_of(part)}
    assert kinds <= used
    assert len(kinds) == 12 + 13 + 5 + 5 + 2 + 2 + 2
    assert {part.__name__ for part in subclasses(Part) - used if not subclasses(part)} == {
        "ContactsFile",
        "CourseFile",
        "GlossaryFile",
        "ModuleFile",
        "ReferencesFile",
        "ScalesFile",
        "WordingFile",
    }


def subclasses(part):
    """The model's own; other tests make some for themselves."""
    own = [sub for sub in part.__subclasses__() if sub.__module__.startswith("generator.")]
    return {below for sub in own for below in (sub, *subclasses(sub))}


def test_a_kind_names_one_class_of_a_union():
    activities = variants(Session, "activities")
    assert len(activities.kinds) == len(set(activities.kinds)) == 12
    for kind in activities.kinds:
        variant = activities.variant(kind)
        assert variant is not None
        assert kind_of(variant) == kind
    assert activities.variant("unknown") is None
    assert len(variants(Worksheet, "blocks").kinds) == 13


def test_a_kind_is_nothing_but_the_name_of_a_variant():
    for part in subclasses(Part):
        if "kind" in part.model_fields:
            assert kind_of(part)


def test_text_lists_and_other_values_are_told_apart():
    shape = fields(Session)
    assert shape["title"] == TextShape("plain")
    assert shape["summary"] == TextShape("markdown")
    assert shape["materials"] == ListShape(TextShape("markdown"))
    assert shape["minutes"] == ValueShape()
    assert shape["objectives"] == ListShape(ValueShape())
    assert isinstance(shape["home_practice"], PartShape)
    assert has_slug(variants(Session, "activities"))
    assert not has_slug(PartShape((ScalePoint,)))
    assert fields(ScalePoint)["label"] == TextShape("plain")


def test_every_text_of_a_part_is_found_with_its_path():
    profile = CourseProfile.model_validate(
        {
            "title": "T", "subtitle": "S", "summary": "R", "introduction": "I", "languages": ("id",),
            "organisation": {"name": "N", "about": "A"}, "licence": "L", "how_to_use": "H",
        }
    )  # fmt: skip
    assert [(found.path, found.value, found.markup) for found in texts(profile)] == [
        (("title",), "T", "plain"),
        (("subtitle",), "S", "plain"),
        (("summary",), "R", "markdown"),
        (("introduction",), "I", "markdown"),
        (("organisation", "name"), "N", "plain"),
        (("organisation", "about"), "A", "markdown"),
        (("licence",), "L", "plain"),
        (("how_to_use",), "H", "markdown"),
    ]


def test_parts_are_frozen_and_strict():
    point = ScalePoint(value=1)
    with pytest.raises(ValidationError):
        point.value = 2
    with pytest.raises(ValidationError):
        ScalePoint.model_validate({"value": "1"})
    with pytest.raises(ValidationError):
        ScalePoint.model_validate({"value": 1, "extra": 2})


def test_a_module_file_lists_what_the_folder_holds():
    assert {"sessions", "worksheets"} <= fields(ModuleFile).keys()


@pytest.mark.parametrize(
    ("file", "translation"),
    [
        ("course.yaml", "translations/en/course.yaml"),
        ("programmes/a.yaml", "translations/en/programmes/a.yaml"),
        ("modules/m/module.yaml", "modules/m/translations/en/module.yaml"),
        ("modules/m/sessions/s.yaml", "modules/m/translations/en/sessions/s.yaml"),
    ],
)
def test_a_translation_stands_beside_what_it_translates(file, translation):
    assert layout.translation_file(file, "en") == translation
    assert layout.translated_from(translation) == ("en", file)
    assert layout.translated_from(file) is None


@pytest.mark.parametrize(("time", "minutes"), [("00:00", 0), ("09:05", 545), ("23:59", 1439)])
def test_times_of_day_are_minutes_and_back(time, minutes):
    assert minutes_of(time) == minutes
    assert clock_time(minutes) == time
