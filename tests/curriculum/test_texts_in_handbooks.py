"""Every text of the real course stands in the editions that need it, and in no other."""

import pytest

from generator.model import layout
from tests.curriculum.course_texts import CourseTexts, ReadText, missing
from tests.curriculum.places import FACILITATORS_ONLY, for_participants, of_module
from tests.publishing.built import LANGUAGES, CourseInTests
from tests.publishing.html_page import Element, squashed

MODULES = (
    "relapse-prevention",
    "group-management",
    "building-networks",
    "assertive-communication",
    "stress-management",
)
NOT_THE_TEXT = ("contents", "folio-name")
"""What repeats titles; a text that stands only there is lost."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def course_texts(language: str, real_course: CourseInTests) -> CourseTexts:
    return CourseTexts(real_course.courses[language])


@pytest.fixture(scope="module", params=MODULES)
def module(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def words(document: Element) -> str:
    return squashed(document.one("body").text(without=NOT_THE_TEXT))


@pytest.fixture(scope="module")
def facilitator(real_course: CourseInTests, language: str, module: str) -> str:
    return words(real_course.document(language, f"facilitator-{module}"))


@pytest.fixture(scope="module")
def participant(real_course: CourseInTests, language: str, module: str) -> str:
    return words(real_course.document(language, f"participant-{module}"))


@pytest.fixture(scope="module")
def evaluation(real_course: CourseInTests, language: str, module: str) -> str:
    return words(real_course.document(language, f"evaluation-{module}"))


def test_the_facilitators_handbook_holds_the_whole_module(
    course_texts: CourseTexts, module: str, facilitator: str
) -> None:
    assert missing(of_module(course_texts, module, "facilitator"), facilitator) == []


def test_the_facilitators_handbook_explains_itself_and_names_help(
    course_texts: CourseTexts, facilitator: str
) -> None:
    around = [
        text
        for text in course_texts.shown()
        if text.file == "contacts.yaml" or text.fields[0] == "how_to_use"
    ]
    assert around
    assert missing(around, facilitator) == []


def test_the_participants_workbook_holds_matter_and_sheets(
    course_texts: CourseTexts, module: str, participant: str
) -> None:
    assert missing(for_participants(course_texts, module), participant) == []


def test_the_participants_workbook_holds_neither_the_plan_nor_the_evaluation(
    course_texts: CourseTexts, module: str, participant: str
) -> None:
    """A text that also stands elsewhere in the course, such as a title or a row of them, may be there for
    that reason.
    """
    evaluation = f"modules/{module}/evaluation.yaml"
    secret, known = [], []
    for text in course_texts.all:
        hidden = text.file == evaluation or (
            "/sessions/" in text.file and not FACILITATORS_ONLY.isdisjoint(text.fields)
        )
        (secret if hidden else known).append(text)
    elsewhere = "\n".join(text.squashed for text in known) + "".join(text.squashed for text in known)
    told = [str(t) for t in secret if t.squashed in participant and t.squashed not in elsewhere]
    assert len(secret) > 1500
    assert told == []


def test_the_evaluation_pack_holds_every_text_of_the_evaluation(
    course_texts: CourseTexts, module: str, evaluation: str
) -> None:
    assert missing(course_texts.of(f"modules/{module}/evaluation.yaml"), evaluation) == []


def test_the_whole_courses_handbook_holds_its_chapters_and_programmes(
    course_texts: CourseTexts, language: str, real_course: CourseInTests
) -> None:
    texts = course_texts.of("chapters/", "programmes/")
    assert len(texts) > 300
    assert missing(texts, words(real_course.document(language, "facilitator-course"))) == []


def test_every_facilitators_handbook_holds_the_safety_chapters(
    course_texts: CourseTexts, facilitator: str
) -> None:
    safety = [chapter for chapter in course_texts.course.chapters if chapter.safety]
    assert len(safety) >= 9
    for chapter in safety:
        assert missing(course_texts.of(layout.chapter_file(chapter.slug)), facilitator) == []


def test_the_courses_evaluation_pack_holds_its_own_instruments(
    course_texts: CourseTexts, language: str, real_course: CourseInTests
) -> None:
    texts = course_texts.of(layout.evaluation_file(None))
    assert len(texts) > 100
    assert missing(texts, words(real_course.document(language, "evaluation-course"))) == []


def answers_of(course_texts: CourseTexts) -> list[ReadText]:
    return [
        text
        for text in course_texts.all
        if text.file.endswith("/evaluation.yaml") and text.fields[-1] in ("explanation", "model_answer")
    ]


def test_answers_stand_in_no_workbook_and_on_no_sheet(
    course_texts: CourseTexts, language: str, real_course: CourseInTests
) -> None:
    answers = {text.squashed for text in answers_of(course_texts)}
    assert answers
    for path in real_course.documents(language):
        name = path.removeprefix("handbooks/").removesuffix(".pdf")
        if not name.removeprefix("fillable-").startswith(("evaluation-", "facilitator-")):
            document = words(real_course.document(language, name))
            assert [answer[:60] for answer in answers if answer in document] == [], path


def test_the_facilitators_handbook_holds_its_modules_answers(
    course_texts: CourseTexts, module: str, facilitator: str
) -> None:
    file = layout.evaluation_file(module)
    answers = [text for text in answers_of(course_texts) if text.file == file]
    assert answers
    assert missing(answers, facilitator) == []


def test_each_sheet_alone_holds_its_whole_worksheet(
    course_texts: CourseTexts, language: str, module: str, real_course: CourseInTests
) -> None:
    of_module = next(one for one in real_course.courses[language].modules if one.slug == module)
    for sheet in of_module.worksheets:
        document = words(real_course.document(language, f"sheets/{sheet.slug}"))
        texts = course_texts.of(f"modules/{module}/worksheets/{sheet.slug}.yaml")
        assert texts
        assert missing(texts, document) == []
