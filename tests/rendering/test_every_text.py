"""Every field of the model that holds text reaches the pages and the editions where it belongs.

The sample uses every kind of activity, item and block; each of its texts is a word of its own here.
"""

import pytest

from generator.model.contact import Contact
from generator.model.layout import CONTACTS
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from tests.publishing.built import SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import parse
from tests.rendering.marked_course import MarkedText, marked, words_in

NOT_THE_TEXT = ("contents", "folio-name")
FACILITATORS_ONLY = {"steps", "notes", "preparation"}
ANSWERS = {"explanation", "model_answer"}


class MarkedSample:
    """The sample's texts, and the words in every page and print document made of it."""

    def __init__(self, sample_course: CourseInTests) -> None:
        self.course, self.texts = marked(sample_course.courses["id"])
        self.module = self.course.modules[0]
        pages = render_site(self.course, THEME)
        self.pages = {path: words_in(text) for path, text in pages.pages.items()}
        self.documents = {
            document.path.removeprefix("handbooks/").removesuffix(".pdf"): words_in(
                parse(document.html).one("body").text(without=NOT_THE_TEXT)
            )
            for document in render_documents(self.course, THEME, SAMPLE / "modules")
        }

    def shown(self) -> list[MarkedText]:
        """All texts but those of contacts that nobody has verified."""
        return [text for text in self.texts if text.file != CONTACTS or self._contact(text) == "high"]

    def of_module(self) -> list[MarkedText]:
        """The module's texts but for its evaluation."""
        return [text for text in self.texts if _kind(text) in ("module", "sessions", "worksheets")]

    def of_evaluation(self) -> list[MarkedText]:
        return [text for text in self.texts if _kind(text) == "evaluation"]

    def of_course(self, *folders: str) -> list[MarkedText]:
        """The texts of the course's own files: `chapters`, `worksheets`, `programmes` or `evaluation`."""
        return [text for text in self.texts if text.file.removesuffix(".yaml").split("/")[0] in folders]

    def edition(self, name: str) -> set[str]:
        return self.documents[f"{name}-{self.module.slug}"]

    def _contact(self, text: MarkedText) -> str:
        contact = self.course.contacts[int(text.path[1])]
        assert isinstance(contact, Contact)
        return contact.confidence


def _kind(text: MarkedText) -> str:
    """`module`, `sessions`, `worksheets` or `evaluation` for what stands in a module's folder."""
    parts = text.file.removesuffix(".yaml").split("/")
    return parts[2] if parts[0] == "modules" else ""


def lost(texts: list[MarkedText], place: set[str]) -> list[str]:
    return [str(text) for text in texts if text.word not in place]


def told(texts: list[MarkedText], place: set[str]) -> list[str]:
    return [str(text) for text in texts if text.word in place]


@pytest.fixture(scope="module")
def sample_words(sample_course: CourseInTests) -> MarkedSample:
    return MarkedSample(sample_course)


def test_each_text_has_its_own_word(sample_words: MarkedSample) -> None:
    assert len({text.word for text in sample_words.texts}) == len(sample_words.texts) > 150


def test_every_text_is_on_the_site(sample_words: MarkedSample) -> None:
    assert lost(sample_words.shown(), set().union(*sample_words.pages.values())) == []


def test_every_text_of_a_module_is_in_the_facilitators_handbook(sample_words: MarkedSample) -> None:
    assert lost(sample_words.of_module(), sample_words.edition("facilitator")) == []


def test_the_whole_course_in_one_book_holds_what_its_modules_hold(sample_words: MarkedSample) -> None:
    for edition in ("facilitator", "participant", "evaluation"):
        assert sample_words.edition(edition) <= sample_words.documents[f"{edition}-course"]


def test_participants_get_matter_messages_practice_and_sheets(sample_words: MarkedSample) -> None:
    def is_theirs(text: MarkedText) -> bool:
        if _kind(text) == "sessions":
            whole = text.fields[0] in ("title", "summary", "key_messages", "home_practice")
            return whole or text.fields[1:2] in (("reading",), ("script",), ("figure",))
        return _kind(text) == "worksheets" or text.fields[0] in ("title", "summary", "objectives")

    theirs = [text for text in sample_words.of_module() if is_theirs(text)]
    assert lost(theirs, sample_words.edition("participant")) == []


def test_participants_get_nothing_of_the_facilitators_plan(sample_words: MarkedSample) -> None:
    plan = [
        text
        for text in sample_words.of_module()
        if _kind(text) == "sessions" and not FACILITATORS_ONLY.isdisjoint(text.fields)
    ]
    assert {text.fields[-1] for text in plan} >= {"do", "say", "write", "expect", "situation", "response"}
    assert told(plan, sample_words.edition("participant")) == []


def test_participants_get_nothing_of_the_evaluation(sample_words: MarkedSample) -> None:
    assert told(sample_words.of_evaluation(), sample_words.edition("participant")) == []


def test_the_evaluation_pack_holds_the_whole_evaluation(sample_words: MarkedSample) -> None:
    assert lost(sample_words.of_evaluation(), sample_words.edition("evaluation")) == []


def test_no_answer_stands_but_in_the_evaluation_pack_and_the_facilitators_book(
    sample_words: MarkedSample,
) -> None:
    answers = [text for text in sample_words.of_evaluation() if text.fields[-1] in ANSWERS]
    assert answers
    for name, words in sample_words.documents.items():
        if not name.removeprefix("fillable-").startswith(("evaluation-", "facilitator-")):
            assert told(answers, words) == [], name


def test_each_worksheet_alone_is_whole(sample_words: MarkedSample) -> None:
    for sheet in sample_words.module.worksheets:
        own = [text for text in sample_words.texts if text.file.endswith(f"/worksheets/{sheet.slug}.yaml")]
        assert own
        assert lost(own, sample_words.documents[f"sheets/{sheet.slug}"]) == []
        assert lost(own, sample_words.pages[f"{sample_words.module.slug}/sheets/{sheet.slug}.md"]) == []


def test_every_session_has_its_texts_on_its_own_page(sample_words: MarkedSample) -> None:
    for session in sample_words.module.sessions:
        own = [text for text in sample_words.texts if text.file.endswith(f"/sessions/{session.slug}.yaml")]
        assert lost(own, sample_words.pages[f"{sample_words.module.slug}/sessions/{session.slug}.md"]) == []
        assert own


def test_a_scale_asks_its_question_and_names_its_points_wherever_it_is_used(
    sample_words: MarkedSample,
) -> None:
    module = sample_words.module
    assert module.evaluation is not None
    used = {(block.scale, sheet.slug) for sheet in module.worksheets for block in sheet.blocks
            if block.kind == "rating-scale"}  # fmt: skip
    used |= {(instrument.scale, instrument.slug) for instrument in module.evaluation.instruments}
    form = module.evaluation.evaluation_form
    used |= {(question.scale, form.slug) for question in form.questions if question.kind == "rating"}
    assert used
    position = {scale.slug: index for index, scale in enumerate(sample_words.course.scales)}
    for scale, sheet in used:
        own = [
            text
            for text in sample_words.texts
            if text.file == "scales.yaml" and text.path[1] == position[scale]
        ]
        assert lost(own, sample_words.documents[f"sheets/{sheet}"]) == [], sheet


def test_the_courses_chapters_and_programmes_are_in_its_facilitators_handbook(
    sample_words: MarkedSample,
) -> None:
    texts = sample_words.of_course("chapters", "programmes")
    assert lost(texts, sample_words.documents["facilitator-course"]) == []


def test_a_modules_handbooks_hold_the_safety_chapters_and_no_others(sample_words: MarkedSample) -> None:
    for chapter in sample_words.course.chapters:
        texts = [text for text in sample_words.texts if text.file == f"chapters/{chapter.slug}.yaml"]
        for edition in ("facilitator", "participant"):
            held = chapter.safety and edition in chapter.editions
            assert (lost if held else told)(texts, sample_words.edition(edition)) == []


def test_the_courses_evaluation_is_whole_in_its_pack_and_its_forms_are_in_each_modules(
    sample_words: MarkedSample,
) -> None:
    texts = sample_words.of_course("evaluation")
    assert len(texts) > 20
    assert lost(texts, sample_words.documents["evaluation-course"]) == []
    guide = {"introduction", "reading", "example"}
    forms = [text for text in texts if guide.isdisjoint(text.fields)]
    assert lost(forms, sample_words.edition("evaluation")) == []
    assert told([text for text in texts if text not in forms], sample_words.edition("evaluation")) == []


def test_how_an_instrument_is_read_does_not_stand_on_its_form(sample_words: MarkedSample) -> None:
    texts = [
        text
        for text in sample_words.of_course("evaluation")
        if text.fields[0] == "instruments" and not {"reading", "example"}.isdisjoint(text.fields)
    ]
    assert len(texts) == 5
    for sheet in ("group-strength", "group-picture"):
        assert told(texts, sample_words.documents[f"sheets/{sheet}"]) == []


def test_a_sheet_of_the_course_stands_in_the_editions_that_it_names(sample_words: MarkedSample) -> None:
    for sheet in sample_words.course.worksheets:
        texts = [
            text
            for text in sample_words.texts
            if text.file == f"worksheets/{sheet.slug}.yaml" and text.fields != ("purpose",)
        ]
        for edition in ("facilitator", "participant", "evaluation"):
            held = edition in sheet.editions or sheet.slug == sample_words.course.back_cover
            assert (lost if held else told)(texts, sample_words.edition(edition)) == [], sheet.slug
