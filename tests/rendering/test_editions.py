"""Whatever a course chooses for its editions, each handbook is whole and promises nothing that it lacks."""

import re

import pytest

from generator.model.course import Course
from generator.model.layout import chapter_file
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from tests.publishing.built import SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import Element, parse
from tests.rendering.marked_course import marked, words_in
from tests.rendering.site_markdown import to_tree

EDITIONS = ("facilitator", "participant", "evaluation")


def documents(course: Course) -> dict[str, Element]:
    """The bodies of the print documents by their paths below handbooks/, without .pdf."""
    return {
        document.path.removeprefix("handbooks/").removesuffix(".pdf"): parse(document.html).one("body")
        for document in render_documents(course, THEME, SAMPLE / "modules")
    }


def pages(course: Course) -> dict[str, Element]:
    return {path: to_tree(text) for path, text in render_site(course, THEME).pages.items()}


def dead_links(body: Element) -> set[str]:
    return {address for tag, address in body.addresses if tag == "a" and address.startswith("#")} - {
        f"#{name}" for name in body.ids
    }


@pytest.fixture(scope="module")
def course(sample_course: CourseInTests) -> Course:
    return sample_course.courses["id"]


@pytest.fixture(scope="module")
def without_tools(course: Course) -> Course:
    return course.model_copy(
        update={"chapters": (), "worksheets": (), "evaluation": None, "back_cover": None, "programmes": ()}
    )


def books_holding(course: Course, chapter: int, edition: str) -> tuple[set[str], set[str]]:
    """The documents that hold all of a chapter's text if it is of this edition alone, and all documents."""
    marked_course, texts = marked(course)
    alone = marked_course.chapters[chapter].model_copy(update={"editions": (edition,)})
    words = {text.word for text in texts if text.file == chapter_file(alone.slug)}
    printed = documents(marked_course.model_copy(update={"chapters": (alone,)}))
    return {name for name, body in printed.items() if words <= words_in(body.text())}, set(printed)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_safety_chapter_stands_in_every_handbook_of_its_edition(course: Course, edition: str) -> None:
    holding, every = books_holding(course, 1, edition)
    assert holding == {name for name in every if re.match(f"(fillable-)?{edition}-", name)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_chapter_of_the_frame_stands_in_the_whole_courses_handbook(course: Course, edition: str) -> None:
    holding, every = books_holding(course, 0, edition)
    assert holding == {name for name in every if re.match(f"(fillable-)?{edition}-course", name)}


def test_what_stands_in_no_handbook_stands_on_the_site_and_a_sheet_also_alone(course: Course) -> None:
    chapter = course.chapters[0].model_copy(update={"editions": ()})
    sheet = course.worksheets[1].model_copy(update={"editions": ()})
    changed = course.model_copy(update={"chapters": (chapter,), "worksheets": (course.worksheets[0], sheet)})
    printed = documents(changed)
    assert [name for name, body in printed.items() if sheet.title in body.text()] == [f"sheets/{sheet.slug}"]
    assert [name for name, body in printed.items() if chapter.title in body.text()] == []
    assert {f"chapters/{chapter.slug}.md", f"course/sheets/{sheet.slug}.md"} <= set(pages(changed))


def test_a_book_that_uses_no_term_and_cites_nothing_lists_neither(course: Course) -> None:
    words, _ = marked(course)
    for name, body in documents(words).items():
        assert {"glossary", "references"}.isdisjoint(body.ids), name


def test_contents_and_lists_lead_nowhere_that_a_book_has_not(course: Course, without_tools: Course) -> None:
    for changed in (course, without_tools, marked(course)[0], marked(without_tools)[0]):
        for name, body in documents(changed).items():
            assert dead_links(body) == set(), name


def test_course_sheets_without_a_course_evaluation_have_an_opening_of_their_own(course: Course) -> None:
    for name, body in documents(course.model_copy(update={"evaluation": None})).items():
        if name.startswith("evaluation-"):
            assert body.ids.count("course-tools") == 1, name
            assert "worksheet-listeners-list" in body.ids


def test_the_course_tools_open_once_in_a_book(course: Course) -> None:
    for name, body in documents(course).items():
        heads = [head for head in body.all("h2") if head.line() == THEME.labels("id")["course_tools"]]
        assert len(heads) == (0 if "/" in name or name.startswith("participant-") else 1), name


def test_a_course_without_tools_of_its_own_has_no_empty_lists(without_tools: Course) -> None:
    for path, page in pages(without_tools).items():
        assert [one.tag for one in page.all("ul", "ol", "dl", "tbody") if not one.line()] == [], path
    for name, body in documents(without_tools).items():
        assert [one.tag for one in body.all("ul", "ol", "dl") if not one.line()] == [], name


def test_a_modules_descriptive_instrument_is_a_form_with_a_guide_like_the_courses_own(
    course: Course, without_tools: Course
) -> None:
    assert course.evaluation is not None
    picture = course.evaluation.instruments[1]
    module = course.modules[0]
    assert module.evaluation is not None
    evaluation = module.evaluation.model_copy(update={"instruments": (picture,)})
    changed = without_tools.model_copy(
        update={"modules": (module.model_copy(update={"evaluation": evaluation}),)}
    )
    pack = documents(changed)["evaluation-listening"]
    form = pack.by_id("instrument-group-picture").parent
    assert form is not None
    assert form.classes == {"sheet", "wide"}
    filled_in = [
        table for table in pack.all("table", with_class="descriptive") if table not in form.all("table")
    ]
    assert "Kelompok jarang diam." in filled_in[0].text()
    page = pages(changed)["listening/evaluation.md"]
    assert {"instrument-group-picture", "reading-of-group-picture", "example-of-group-picture"} <= set(
        page.ids
    )


def test_an_instrument_without_an_example_shows_no_place_for_one(course: Course) -> None:
    assert course.evaluation is not None
    scored, picture = course.evaluation.instruments
    aspects = tuple(aspect.model_copy(update={"example": ()}) for aspect in picture.aspects)
    bare = (scored.model_copy(update={"example": None}), picture.model_copy(update={"aspects": aspects}))
    evaluation = course.evaluation.model_copy(update={"instruments": bare})
    changed = course.model_copy(update={"evaluation": evaluation})
    label = THEME.labels("id")["worked_example"]
    assert label in documents(course)["evaluation-course"].text()
    assert label not in documents(changed)["evaluation-course"].text()
    assert label not in pages(changed)["course/evaluation.md"].text()


def test_no_slug_of_a_section_or_an_instrument_meets_an_anchor_of_its_page(course: Course) -> None:
    chapter = course.chapters[0]
    sections = (chapter.sections[0].model_copy(update={"slug": "start"}), *chapter.sections[1:])
    assert course.evaluation is not None
    module = course.modules[0]
    assert module.evaluation is not None
    scored = module.evaluation.instruments[0].model_copy(update={"slug": "results"})
    evaluation = module.evaluation.model_copy(update={"instruments": (scored,)})
    changed = course.model_copy(
        update={
            "chapters": (chapter.model_copy(update={"sections": sections}), *course.chapters[1:]),
            "modules": (module.model_copy(update={"evaluation": evaluation}),),
        }
    )
    for path, page in pages(changed).items():
        assert sorted(page.ids) == sorted(set(page.ids)), path
