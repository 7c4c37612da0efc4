"""The evaluation pack's other sheets: observation sheets, faces, and which sheet is for today."""

import pytest

from generator.rendering.site import render_site
from generator.views.evaluation_sheets import printed_sheets
from tests.publishing.built import LANGUAGES, THEME, CourseInTests
from tests.publishing.html_page import Element
from tests.rendering.site_markdown import to_tree


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pack(sample_course: CourseInTests, language: str) -> Element:
    return sample_course.document(language, "evaluation-listening")


def test_an_observation_sheet_has_a_row_for_each_criterion_and_a_ring_for_each_level(
    sample_course: CourseInTests, language: str
) -> None:
    evaluation = sample_course.courses[language].modules[0].evaluation
    assert evaluation is not None
    (rubric,) = evaluation.rubrics
    sheet = sample_course.document(language, "sheets/conversation-rubric--observation")
    rows = sheet.one("table", with_class="observation").one("tbody").all("tr")
    assert len(rows) == len(rubric.criteria)
    for row, criterion in zip(rows, rubric.criteria, strict=True):
        assert row.one("th").line().startswith(criterion.title)
        rings = [ring.line() for ring in row.all("span", with_class="ring")]
        assert rings == [str(level.score) for level in rubric.levels]
        assert len(row.all("div", with_class="line")) == 2


def test_an_observation_sheet_asks_whom_by_whom_where_and_when(
    sample_course: CourseInTests, language: str
) -> None:
    sheet = sample_course.document(language, "sheets/conversation-rubric--observation")
    asked = sheet.one("p", with_class="respondent").line()
    labels = THEME.labels(language)
    assert all(labels[name] in asked for name in ("observed", "observed_by", "group", "date"))
    text = sheet.text()
    assert all(labels[name] in text for name in ("rows_by_level", "went_well", "to_practise"))


def test_a_scale_has_as_many_faces_as_points_and_its_numbers_too(
    sample_course: CourseInTests, pack: Element, language: str
) -> None:
    (scale,) = sample_course.courses[language].scales
    assert scale.faces
    page = to_tree(sample_course.pages(language).pages["listening/evaluation.md"])
    for place in (pack, page):
        for table in place.all("table", with_class="rating"):
            heads = table.one("thead").all("th")[1:]
            assert [len(head.all("svg", with_class="face")) for head in heads] == [1] * len(scale.points)
            assert all(
                head.line().endswith(str(point.value))
                for head, point in zip(heads, scale.points, strict=True)
            )


def test_a_face_says_what_its_answer_is_called(
    sample_course: CourseInTests, pack: Element, language: str
) -> None:
    (scale,) = sample_course.courses[language].scales
    faces = pack.all("svg", with_class="face")[: len(scale.points)]
    names = ["".join(map(str, face.one("title").children)) for face in faces]
    assert names == [point.label or str(point.value) for point in scale.points]


def test_no_two_faces_of_a_scale_are_alike(pack: Element) -> None:
    mouths = [face.one("path").attributes["d"] for face in pack.all("svg", with_class="face")[:3]]
    assert len(set(mouths)) == 3


def test_a_scale_without_faces_shows_none(real_course: CourseInTests, language: str) -> None:
    sheet = real_course.document(language, "sheets/session-fidelity")
    assert sheet.all("table", with_class="rating")
    assert sheet.all("svg", with_class="face") == []


def test_the_pack_opens_with_every_sheet_that_it_holds(
    sample_course: CourseInTests, pack: Element, language: str
) -> None:
    course = sample_course.courses[language]
    tables = pack.all("table", with_class="due")
    linked = {address.removeprefix("#") for table in tables for _, address in table.addresses}
    sections = [section for section in pack.all("section") if "sheet" in section.classes]
    held = {section.all("h3")[0].attributes["id"] for section in sections}
    assert linked == held
    assert len(held) >= len(printed_sheets(course.modules[0].evaluation, "listening"))  # type: ignore[arg-type]


def test_each_line_of_that_table_says_who_fills_the_sheet_in(pack: Element, language: str) -> None:
    known = set(THEME.labels(language)["respondents"].values())
    rows = [row for table in pack.all("table", with_class="due") for row in table.all("tr") if row.all("td")]
    assert rows
    assert {row.all("td")[1].line() for row in rows} <= known


def test_the_site_links_to_every_sheet_of_an_evaluation(sample_course: CourseInTests, language: str) -> None:
    page = to_tree(sample_course.pages(language).pages["listening/evaluation.md"])
    evaluation = sample_course.courses[language].modules[0].evaluation
    assert evaluation is not None
    addresses = {address for _, address in page.addresses}
    for sheet in printed_sheets(evaluation, "listening"):
        assert f"../handbooks/sheets/{sheet.name}.pdf" in addresses


def test_a_code_is_asked_for_where_the_sheet_is_handed_in(real_course: CourseInTests, language: str) -> None:
    code = THEME.labels(language)["own_code"]
    assert code in real_course.document(language, "sheets/confidence-in-eight-situations").text()
    kept = real_course.document(language, "sheets/resilience-reflection")
    assert kept.all("p", with_class="respondent") == []


def test_a_description_that_its_writer_keeps_asks_for_the_occasion_and_for_no_name(
    sample_course: CourseInTests, language: str
) -> None:
    course = sample_course.courses[language]
    assert course.evaluation is not None
    *others, picture = course.evaluation.instruments
    assert picture.kind == "descriptive"
    kept = picture.model_copy(update={"filled_in_by": "self"})
    evaluation = course.evaluation.model_copy(update={"instruments": (*others, kept)})
    pages = render_site(course.model_copy(update={"evaluation": evaluation}), THEME, {}, "").pages
    asked = to_tree(pages["course/evaluation.md"]).all("p", with_class="respondent")[-1]
    assert asked.line() == picture.occasions[0].title
