"""Text that has no translation is marked wherever it stands: with its language, and with a class."""

import pytest

from generator.model.course import Course
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from tests.publishing.built import SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import UNREAD, Element, parse
from tests.rendering.marked_course import marked, words_in
from tests.rendering.site_markdown import to_tree


@pytest.fixture(scope="module")
def untranslated(sample_course: CourseInTests) -> Course:
    """The sample in English, of which nothing at all is translated."""
    course, texts = marked(sample_course.courses["en"])
    return course.model_copy(update={"untranslated": frozenset(text.word for text in texts)})


def unmarked(element: Element, marked_above: bool = False) -> set[str]:
    """The texts that stand outside an element that marks them, but for titles and what nobody reads."""
    if element.tag == "title" or element.tag in UNREAD:
        return set()
    marks = element.attributes.get("lang") == "id" and "untranslated" in element.classes
    inside = marked_above or marks
    found: set[str] = set()
    for child in element.children:
        if isinstance(child, str):
            found |= set() if inside else words_in(child)
        else:
            found |= unmarked(child, inside)
    return found


def contexts(root: Element, words: set[str]) -> list[str]:
    """Where these words stand, for the reader of a failure."""
    return sorted({f"{e.tag}.{'.'.join(sorted(e.classes))}" for e in root.walk()
                   for c in e.children if isinstance(c, str) and words & words_in(c)})  # fmt: skip


def test_untranslated_text_is_marked_on_every_page(untranslated: Course) -> None:
    faults = {}
    for path, text in render_site(untranslated, THEME).pages.items():
        page = to_tree(text)
        if words := unmarked(page):
            faults[path] = contexts(page, words)
    assert faults == {}


def test_untranslated_text_is_marked_in_every_document(untranslated: Course) -> None:
    faults = {}
    for document in render_documents(untranslated, THEME, SAMPLE / "modules"):
        root = parse(document.html).one("body")
        for repeated in root.all("p", with_class="folio-name"):
            repeated.children.clear()  # a running foot, drawn by the style sheet
        if words := unmarked(root):
            faults[document.path] = contexts(root, words)
    assert faults == {}


def test_a_translated_course_marks_nothing(sample_course: CourseInTests) -> None:
    for language in ("id", "en"):
        for path, text in sample_course.pages(language).pages.items():
            assert "untranslated" not in text, path
        for path, document in sample_course.documents(language).items():
            assert 'class="untranslated"' not in document.html, path


def test_the_mark_says_in_the_readers_language_what_it_means(untranslated: Course) -> None:
    page = to_tree(render_site(untranslated, THEME).pages["index.md"])
    marks = [element for element in page.walk() if "untranslated" in element.classes]
    assert {mark.attributes["title"] for mark in marks} == {THEME.labels("en")["untranslated"]}
