"""Printed knowledge tests: forms, answer sheets and keys agree with each other and with the curriculum."""

import re
from dataclasses import dataclass

import pytest

from generator.model.assessment import (
    KnowledgeTest,
    Matching,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from generator.views.knowledge_form import KnowledgeForm, forms_of
from tests.publishing.built import LANGUAGES, REAL, SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import Element, squashed

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Printed:
    """A form with its section, its answer sheet's section and its strip of the key in a module's pack."""

    form: KnowledgeForm
    section: Element
    answers: Element
    strip: Element
    language: str


def section_of(pack: Element, name: str) -> Element:
    section = pack.by_id(name).parent
    assert section is not None
    return section


def printed(course: CourseInTests) -> list[Printed]:
    found = []
    for language in LANGUAGES:
        for module in course.courses[language].modules:
            assert module.evaluation is not None
            test: KnowledgeTest = module.evaluation.knowledge_test
            pack = course.document(language, f"evaluation-{module.slug}")
            strips = pack.all("table", with_class="key-strip")
            for form, strip in zip(forms_of(test), strips, strict=True):
                name = f"{test.slug}--{form.occasion.slug}"
                first = f"knowledge-test-{test.slug if form.is_first else name}"
                answers = section_of(pack, f"answer-sheet-{name.replace('/', '--')}--answer-sheet")
                found.append(Printed(form, section_of(pack, first), answers, strip, language))
    return found


@pytest.fixture(scope="module", params=[SAMPLE, REAL], ids=["sample", "real"])
def forms(
    request: pytest.FixtureRequest, sample_course: CourseInTests, real_course: CourseInTests
) -> list[Printed]:
    return printed(sample_course if request.param == SAMPLE else real_course)


def items(one: Printed) -> list[Element]:
    return one.section.all("li", with_class="item")


def keys(one: Printed) -> list[str]:
    """What the strip says for each item, in the order of its numbers."""
    rows = [row for row in one.strip.all("tr") if row.all("td")]
    assert [row.one("th").line() for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    return [row.one("td").line().replace("\u00a0", " ") for row in rows]


def options(item: Element) -> dict[str, str]:
    """The printed options by their letters."""
    return {
        option.one("span", with_class="letter").line(): option.line().split(" ", 1)[1]
        for option in item.one("ul", with_class="options").all("li")
    }


def plain(text: str) -> str:
    """What is read of a Markdown text."""
    return squashed(LINK.sub(r"\1", text).replace("*", ""))


def test_a_form_says_for_which_occasion_it_is(forms: list[Printed]) -> None:
    for one in forms:
        for section in (one.section, one.answers):
            head = section.all("h3")[0]
            assert head.one("span", with_class="chapter-number").line() == one.form.occasion.title
            assert head.attributes["data-section"].startswith(f"{one.form.occasion.title} · ")


def test_a_form_has_room_for_a_code(forms: list[Printed]) -> None:
    for one in forms:
        words = THEME.labels(one.language)["own_code"]
        for section in (one.section, one.answers):
            assert words in section.one("p", with_class="respondent").line()


def test_a_form_has_its_items_in_its_order(forms: list[Printed]) -> None:
    for one in forms:
        stems = [squashed(item.one("div", with_class="stem").text()) for item in items(one)]
        assert len(stems) == len(one.form.items)
        for stem, item in zip(stems, one.form.items, strict=True):
            assert stem == plain(item.stem)


def test_the_keys_letters_are_those_of_the_right_options(forms: list[Printed]) -> None:
    for one in forms:
        for element, key, item in zip(items(one), keys(one), one.form.items, strict=True):
            if not isinstance(item, SingleChoice | MultipleChoice):
                continue
            right = (item.key,) if isinstance(item, SingleChoice) else item.key
            expected = [plain(option.text) for option in item.options if option.slug in right]
            shown = options(element)
            found = [squashed(shown[letter]) for letter in key.split(", ")]
            assert found == expected, item.slug


def test_the_key_of_a_matching_item_pairs_what_belongs_together(forms: list[Printed]) -> None:
    for one in forms:
        for element, key, item in zip(items(one), keys(one), one.form.items, strict=True):
            if not isinstance(item, Matching):
                continue
            rows = [[cell.line() for cell in row.all("td")] for row in element.all("tr") if row.all("td")]
            left = {row[0].split(". ", 1)[0]: row[0].split(". ", 1)[1] for row in rows}
            right = {row[2].split(". ", 1)[0]: row[2].split(". ", 1)[1] for row in rows}
            found = [
                (squashed(left[number]), squashed(right[letter]))
                for number, letter in (pair.split() for pair in key.split(", "))
            ]
            assert found == [(plain(pair.left), plain(pair.right)) for pair in item.pairs], item.slug


def test_the_key_of_a_statement_says_whether_it_is_true(forms: list[Printed]) -> None:
    for one in forms:
        labels = THEME.labels(one.language)
        for key, item in zip(keys(one), one.form.items, strict=True):
            if isinstance(item, TrueFalse):
                assert key == labels["true" if item.key else "false"]


def test_an_answer_sheet_has_a_row_for_each_item_of_its_form(forms: list[Printed]) -> None:
    kinds = {SingleChoice: "single-choice", MultipleChoice: "multiple-choice", TrueFalse: "true-false",
             Matching: "matching", ShortAnswer: "short-answer"}  # fmt: skip
    for one in forms:
        rows = one.answers.one("tbody").all("tr")[:-1]
        assert [row.one("th").line() for row in rows] == [str(n + 1) for n in range(len(one.form.items))]
        assert [row.classes for row in rows] == [{f"row-{kinds[type(item)]}"} for item in one.form.items]


def test_an_answer_sheet_has_the_letters_of_its_items(forms: list[Printed]) -> None:
    for one in forms:
        rows = one.answers.one("tbody").all("tr")[:-1]
        for row, element, item in zip(rows, items(one), one.form.items, strict=True):
            if isinstance(item, SingleChoice | MultipleChoice):
                rings = [ring.line() for ring in row.all("span", with_class="ring")]
                assert rings == list(options(element))


def test_rows_of_answer_sheet_and_key_are_equally_high(forms: list[Printed]) -> None:
    for one in forms:
        heights = [
            [(row.classes, row.attributes.get("style")) for row in table.one("tbody").all("tr")]
            for table in (one.answers, one.strip)
        ]
        assert heights[0][:-1] == heights[1]


def test_the_key_gives_an_items_number_in_every_form(sample_course: CourseInTests) -> None:
    for language in LANGUAGES:
        pack = sample_course.document(language, "evaluation-listening")
        evaluation = sample_course.courses[language].modules[0].evaluation
        assert evaluation is not None
        forms = forms_of(evaluation.knowledge_test)
        entries = pack.all("li", with_class="key-item")
        for entry, item in zip(entries, evaluation.knowledge_test.items, strict=True):
            numbers = entry.one("p", with_class="numbers-in-forms").line()
            expected = " ".join(f"{form.occasion.title} {form.number(item)}" for form in forms)
            assert squashed(numbers) == squashed(expected)


def test_no_form_or_answer_sheet_holds_a_key(forms: list[Printed]) -> None:
    for one in forms:
        for section in (one.section, one.answers):
            marks = {"key", "key-strip", "key-item", "explanation", "answer"}
            assert [element.classes for element in section.walk() if element.classes & marks] == []
