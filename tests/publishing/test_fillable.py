"""Files to fill in on a screen: real form fields, called by the slugs of what they belong to."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from generator.model.course import WHOLE_COURSE, Course
from generator.model.worksheet import (
    Block,
    CalendarBlock,
    ChecklistBlock,
    CirclesBlock,
    ContactsBlock,
    GridBlock,
    LadderBlock,
    PromptsBlock,
    RatingScaleBlock,
    RoadMapBlock,
    SignatureBlock,
    TableBlock,
    ThermometerBlock,
)
from tests.publishing.built import LANGUAGES, BuiltSite, CourseInTests

TEXT, BUTTON = "/Tx", "/Btn"
RADIO = 1 << 15


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def worksheets(built_sample: BuiltSite, language: str) -> Path:
    return built_sample.output / language / "handbooks/fillable-worksheets-listening.pdf"


@pytest.fixture(scope="module", params=["fillable-worksheets", "fillable-evaluation"])
def fillable(request: pytest.FixtureRequest, built_sample: BuiltSite, language: str) -> Path:
    return built_sample.output / language / "handbooks" / f"{request.param}-listening.pdf"


def in_block(block: Block) -> Iterator[str]:
    """The names of a block's fields below its own, by what the model says of it."""
    match block:
        case PromptsBlock():
            yield from (prompt.slug for prompt in block.prompts)
        case TableBlock():
            columns = [column.slug for column in block.columns]
            for row in block.rows:
                yield from (f"{row.slug}/{column}" for column in columns)
            for number in range(1, block.empty_rows + 1):
                yield from (f"row-{number}/{column}" for column in (["row"] if block.rows else []) + columns)
        case ChecklistBlock():
            yield from (item.slug for item in block.items)
            for number in range(1, block.empty_rows + 1):
                yield from (f"own-{number}", f"own-{number}/text")
        case RatingScaleBlock():
            yield from (item.slug for item in block.items)
        case LadderBlock():
            yield from (f"rung-{number}" for number in range(1, block.rungs + 1))
        case ThermometerBlock():
            yield from (f"degree-{degree}" for degree in range(block.highest + 1))
            yield from (zone.slug for zone in block.zones)
        case GridBlock():
            yield from (quadrant.slug for quadrant in block.quadrants)
        case CirclesBlock():
            yield from ("outer", "inner")
        case CalendarBlock():
            yield from (f"{row.slug}/day-{day}" for row in block.rows for day in range(1, 8))
        case RoadMapBlock():
            yield from (stop.slug for stop in block.stops)
        case SignatureBlock():
            yield from (
                f"{one.slug}/{what}" for one in block.signers for what in ("name", "signature", "date")
            )
        case ContactsBlock():
            yield from (f"{place.slug}/{what}" for place in block.local for what in ("phone", "address"))


def of_worksheets(course: Course) -> set[str]:
    """The names of all fields in a course's worksheets, but for those that a group does not hand out."""
    return {
        f"{home or WHOLE_COURSE}/{sheet.slug}/{block.slug}/{field}"
        for home, sheet in course.all_worksheets()
        if "facilitator" in sheet.editions or sheet.slug == course.back_cover
        for block in sheet.blocks
        for field in in_block(block)
    }


def fields(path: Path | BytesIO) -> dict[str, Any]:
    return PdfReader(path).get_fields() or {}


def test_fields_are_called_by_the_slugs_of_what_they_belong_to(
    worksheets: Path, language: str, sample_course: CourseInTests
) -> None:
    assert set(fields(worksheets)) == of_worksheets(sample_course.courses[language])


def test_names_are_the_same_in_every_language(built_sample: BuiltSite) -> None:
    for name in ("fillable-worksheets-course", "fillable-evaluation-course"):
        id_fields, en_fields = (
            set(fields(built_sample.output / language / f"handbooks/{name}.pdf")) for language in ("id", "en")
        )
        assert id_fields == en_fields != set(), name


def test_every_field_says_what_belongs_in_it(fillable: Path) -> None:
    for name, field in fields(fillable).items():
        assert str(field.get("/TU", "")).strip(), name


def test_the_tab_key_goes_through_the_fields_in_the_order_of_reading(fillable: Path) -> None:
    """Pages say that the structure decides; the structure has each field once, in the document's order."""
    reader = PdfReader(fillable)
    by_page = []
    for page in reader.pages:
        widgets = [note for note in page.get("/Annots", []) if note.get_object().get("/Subtype") == "/Widget"]
        assert not widgets or page["/Tabs"] == "/S"
        by_page += [widget.idnum for widget in widgets]
    in_structure = [number for number in objects_in_structure(reader) if number in set(by_page)]
    assert in_structure == by_page != []


def objects_in_structure(reader: PdfReader) -> Iterator[int]:
    """The numbers of all objects that a document's structure refers to, in its order."""
    waiting = [reader.root_object["/StructTreeRoot"]["/K"]]  # type: ignore[index]
    while waiting:
        element = waiting.pop()
        element = element.get_object()
        if isinstance(element, list):
            waiting += reversed(element)
        elif isinstance(element, dict):
            if element.get("/Type") == "/OBJR":
                yield element.raw_get("/Obj").idnum
            elif "/K" in element:
                waiting.append(element["/K"])


def test_what_is_filled_in_is_read_back_by_name(fillable: Path) -> None:
    """Text, ticks and one answer of several, each under the name of its field."""
    writer = PdfWriter(clone_from=fillable)
    wanted = {name: an_answer(name, field) for name, field in fields(fillable).items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, wanted)
    filled = BytesIO()
    writer.write(filled)
    assert {name: field.get("/V") for name, field in fields(filled).items()} == wanted


def an_answer(name: str, field: Any) -> str:
    """Something to put into a field; of several answers the last."""
    if field["/FT"] == TEXT:
        return f"Jawaban: {name}"
    states = [state for state in field["/_States_"] if state != "/Off"]
    return str(states[-1])


def test_only_one_answer_of_several_can_be_chosen(fillable: Path) -> None:
    groups = [
        field for field in fields(fillable).values() if field["/FT"] == BUTTON and field.get("/Ff", 0) & RADIO
    ]
    assert groups
    for group in groups:
        kids = [kid.get_object() for kid in group["/Kids"]]
        assert len(kids) >= 2
        states = [state for kid in kids for state in kid["/AP"]["/N"] if state != "/Off"]
        assert len(set(states)) == len(kids)


def test_editions_to_read_have_no_fields(built_sample: BuiltSite, language: str) -> None:
    for name in (
        "facilitator-listening",
        "participant-listening",
        "evaluation-listening",
        "sheets/listening-map",
    ):
        assert fields(built_sample.output / language / f"handbooks/{name}.pdf") == {}, name
