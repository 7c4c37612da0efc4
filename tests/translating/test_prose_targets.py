"""What Markdown points to, read without turning it into HTML."""

from pathlib import Path

from generator.checking.documents import documents
from generator.model.shape import texts
from generator.prose.citation import Words
from generator.prose.markdown import ProseRenderer
from generator.prose.names import CourseNames
from generator.reading.loading import Curriculum, load_course
from generator.translating.prose_targets import citations, links, without_targets

NO_WORDS: Words = {"and_others": "", "no_date": ""}


def test_links_and_citations_are_those_that_the_renderer_finds(curriculum: Path) -> None:
    course = load_course(Curriculum(curriculum)).course
    assert course
    renderer = ProseRenderer(CourseNames(course, NO_WORDS))
    for file, part in documents(course):
        for found in texts(part):
            if found.markup == "markdown" and (
                "](" in found.value or "@" in found.value or "<" in found.value
            ):
                mentions = renderer.mentions(found.value)
                cited = {mention.target for mention in mentions if mention.kind == "citation"}
                assert citations(found.value) == cited, (file, found.path)
                linked = {mention.target for mention in mentions if mention.kind != "citation"}
                assert links(found.value) == linked, (file, found.path)


def test_marks_of_a_language_are_no_links() -> None:
    assert links("*[musyawarah](lang:id)* [a](term:b)") == {"term:b"}


def test_a_citation_may_be_broken_over_two_lines() -> None:
    assert citations("so [@lee-2012;\n@hart-2008], says @rahma-2019") == {
        "lee-2012",
        "hart-2008",
        "rahma-2019",
    }


def test_numbers_of_targets_are_no_numbers_of_the_text() -> None:
    assert not any(
        c.isdigit() for c in without_targets("See [this](session:a/b-12) [@lee-2012] <https://x.org/1>")
    )
