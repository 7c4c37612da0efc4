"""Every page knows its file, and every file that a page shows leads to that page."""

import pytest

from generator.findings.explanation import page_of as page_of_rule
from generator.findings.rule import codes
from generator.model.layout import translation_file
from generator.serving.page_files import LISTS, files_of, page_of, page_of_markdown
from tests.publishing.built import LANGUAGES, SAMPLE, CourseInTests

GENERATED = {"contribute.md", "contribute/translations.md", "downloads.md", "contribute/rules/index.md"}
GENERATED |= {f"{page_of_rule(code)}.md" for code in codes()}
"""Pages that no file of the curriculum is behind."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_but_the_generated_ones_has_a_file(sample_course: CourseInTests, language: str) -> None:
    pages = sample_course.pages(language)
    without = {path for path in pages.pages if not files_of(page_of_markdown(path), language, pages.sources)}
    assert without == GENERATED


def test_the_files_of_a_page_are_there(sample_course: CourseInTests) -> None:
    pages = sample_course.pages("id")
    for path in pages.pages:
        for file in files_of(page_of_markdown(path), "en", pages.sources):
            assert (SAMPLE / file).is_file() or "translations/" in file


def test_a_file_leads_to_its_page_in_its_language(sample_course: CourseInTests) -> None:
    sources = sample_course.pages("id").sources
    assert sources
    for path, file in sources.items():
        assert page_of(file, sources) == (None, page_of_markdown(path))
        assert page_of(translation_file(file, "en"), sources) == ("en", page_of_markdown(path))


@pytest.mark.parametrize(("file", "page"), [(file, page) for page, file in LISTS.items() if "/" not in page])
def test_a_file_of_the_whole_course_leads_to_its_first_page(file: str, page: str) -> None:
    assert page_of(file, {}) == (None, page_of_markdown(page))


def test_what_no_page_shows_leads_nowhere() -> None:
    assert page_of("scales.yaml", {}) is None
    assert page_of("modules/listening/media/two-chairs.svg", {}) is None
