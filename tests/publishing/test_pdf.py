"""The printed books and sheets: what a reader, a printer and a screen reader need of every page."""

import re
from collections.abc import Iterator

import pytest

from generator.model.course import Course
from generator.rendering.print import anchor
from generator.views.evaluation_sheets import printed_sheets
from tests.publishing.built import LANGUAGES, BuiltSite, CourseInTests
from tests.publishing.html_page import squashed
from tests.publishing.pdf_file import POINTS, PdfFile

OUR_FONTS = re.compile(r"(Atkinson-?Hyperlegible-?Next|Literata)")
EDITIONS = ("facilitator", "participant", "evaluation")
A4 = {(210.0, 297.0), (297.0, 210.0)}
BACK_COVER = "worksheet-danger-card"
FOLIO = re.compile(r"(?<!\S)(?:[A-Z]?\d*·)?\d+(?!\S)")
"""A page's number, after the mark of its part where the book shares it with others."""
OF_THE_COURSE = {"wording", "help"}
OF_THE_BOOK = {"glossary", "references", "answer"}


@pytest.fixture(scope="module")
def files(built_sample: BuiltSite) -> dict[str, PdfFile]:
    """Every PDF of the sample by its path below the output."""
    return {path: PdfFile(built_sample.output / path) for path in built_sample.handbooks}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(files: dict[str, PdfFile], language: str, edition: str) -> PdfFile:
    return files[f"{language}/handbooks/{edition}-listening.pdf"]


def books(files: dict[str, PdfFile]) -> Iterator[tuple[str, PdfFile]]:
    return ((path, file) for path, file in files.items() if "/sheets/" not in path)


def page_numbers(file: PdfFile) -> range:
    return range(1, len(file.reader.pages) + 1)


def between_the_covers(book: PdfFile) -> range:
    return range(2, len(book.reader.pages))


def test_every_document_is_there(sample_course: CourseInTests, files: dict[str, PdfFile]) -> None:
    expected = {f"{language}/{path}" for language in LANGUAGES for path in sample_course.documents(language)}
    assert set(files) == expected
    names = {path.partition("/handbooks/")[2] for path in files if path.startswith("id/")}
    assert names >= {f"{edition}-{of}.pdf" for edition in EDITIONS for of in ("course", "listening")}


def test_the_record_knows_the_number_of_pages(built_sample: BuiltSite, files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert built_sample.record["files"][path]["pages"] == len(file.reader.pages) > 0, path


def test_title_language_and_author_are_set(sample_course: CourseInTests, files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        language, _, name = path.partition("/")
        course = sample_course.courses[language]
        document = sample_course.document(language, name.removeprefix("handbooks/").removesuffix(".pdf"))
        title = document.one("head").one("title")
        facts = file.reader.metadata
        assert facts is not None
        assert facts.title == title.line() != "", path
        assert facts.author == course.organisation.name, path
        assert file.root["/Lang"] == language, path
        assert file.root["/ViewerPreferences"]["/DisplayDocTitle"] is not False, path


def test_no_two_documents_have_the_same_title(files: dict[str, PdfFile]) -> None:
    """A phone's list of downloads shows titles alone; a course of one module may repeat its own."""
    titles = [file.reader.metadata.title for path, file in files.items() if "-course" not in path]  # type: ignore[union-attr]
    assert len(titles) == len(set(titles))


def test_every_page_is_tagged_and_read_in_the_order_of_the_structure(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert bool(file.root["/MarkInfo"]["/Marked"]), path
        assert "/ParentTree" in file.root["/StructTreeRoot"], path
        orders = [page.get("/Tabs") for page in file.reader.pages if "/Annots" in page]
        assert all(order == "/S" for order in orders), path


def test_only_our_fonts_are_used_and_all_are_embedded(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert file.fonts, path
        assert all(file.fonts.values()), (path, file.fonts)
        assert all(OUR_FONTS.match(name) for name in file.fonts), (path, file.fonts)


def test_every_page_is_a4(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert {file.size(number) for number in page_numbers(file)} <= A4, path


def test_bookmarks_lead_to_every_session_and_sheet(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    module = sample_course.courses[language].modules[0]
    for edition in ("facilitator", "participant"):
        file = files[f"{language}/handbooks/{edition}-listening.pdf"]
        titles = squashed(" | ".join(title for title, _ in file.bookmarks))
        for part in (*module.sessions, *module.worksheets):
            assert squashed(part.title) in titles, (edition, part.slug)


def test_every_sheet_has_a_bookmark(files: dict[str, PdfFile]) -> None:
    assert [path for path, file in files.items() if not file.bookmarks] == []


def test_every_link_leads_somewhere(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert [link.target for link in file.links if link.target not in file.anchors] == [], path


def test_nothing_runs_scripts_or_embeds_files(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        assert {"/OpenAction", "/AA", "/JavaScript"}.isdisjoint(file.root), path
        assert {"/JavaScript", "/EmbeddedFiles"}.isdisjoint(file.root.get("/Names", {})), path


def test_each_page_but_the_covers_has_its_number_at_its_foot(book: PdfFile) -> None:
    for number in page_numbers(book):
        folios = FOLIO.findall(book.foot(number))
        if number in between_the_covers(book):
            assert book.label(number) in (folios[0], folios[-1]), (number, book.foot(number))
        else:
            assert folios == []


def test_the_back_cover_is_the_last_page_alone_and_the_back_of_a_leaf(files: dict[str, PdfFile]) -> None:
    for path, file in books(files):
        start = file.anchors[BACK_COVER]
        assert start.page == len(file.reader.pages), path
        assert start.page % 2 == 0, path
        assert start.top > (file.size(start.page)[1] - 45) * POINTS, path


def test_the_back_cover_holds_its_whole_sheet(
    sample_course: CourseInTests, files: dict[str, PdfFile]
) -> None:
    for path, file in books(files):
        course = sample_course.courses[path.partition("/")[0]]
        card = next(sheet for sheet in course.worksheets if sheet.slug == course.back_cover)
        for words in (card.title, card.purpose, course.contacts[0].name, card.blocks[-1].local[-1].text):
            assert squashed(words) in squashed(file.pages[-1]), (path, words)


@pytest.mark.parametrize("sheet", ["danger-card", "listeners-certificate"])
def test_a_card_and_a_certificate_alone_are_one_page(
    files: dict[str, PdfFile], language: str, sheet: str
) -> None:
    assert len(files[f"{language}/handbooks/sheets/{sheet}.pdf"].reader.pages) == 1


def test_a_certificate_lies_across(files: dict[str, PdfFile], language: str) -> None:
    certificate = files[f"{language}/handbooks/sheets/listeners-certificate.pdf"]
    assert certificate.size(1) == (297.0, 210.0)
    pack = files[f"{language}/handbooks/evaluation-listening.pdf"]
    assert pack.size(pack.anchors["worksheet-listeners-certificate"].page) == (297.0, 210.0)


def test_each_page_says_which_course_and_edition_it_belongs_to(
    sample_course: CourseInTests, book: PdfFile, language: str
) -> None:
    for number in between_the_covers(book):
        assert sample_course.courses[language].title in book.foot(number), number


def test_running_heads_name_the_session(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    file = files[f"{language}/handbooks/facilitator-listening.pdf"]
    module = sample_course.courses[language].modules[0]
    for session in module.sessions:
        first = file.anchors[anchor("session", f"{module.slug}/{session.slug}")].page
        assert session.title in file.head(first) + file.head(first + 1)


def test_running_heads_name_the_book_where_its_parts_are_over(
    sample_course: CourseInTests, book: PdfFile, language: str
) -> None:
    """Where books share a part that belongs to no module, they name the course."""
    course, seen = sample_course.courses[language], 0
    for title, ends in ((course.title, OF_THE_COURSE), (course.modules[0].title, OF_THE_BOOK)):
        for end in [name for name in book.anchors if name.partition("-")[0] in ends]:
            assert title in book.head(book.anchors[end].page), end
            seen += 1
    assert seen >= 2


def test_the_contents_give_the_right_pages(book: PdfFile) -> None:
    """A line of the contents: the number at its end is that of the page that it leads to."""
    start = book.anchors["contents"].page
    lines = [link for link in book.links if link.page == start and re.search(r"\d+$", link.words)]
    assert {link.target for link in lines} > {"references"}
    for link in lines:
        printed = link.words.split()[-1]
        assert printed == book.label(book.anchors[link.target].page), link
        assert printed in FOLIO.findall(book.foot(book.anchors[link.target].page)), link


def test_references_to_pages_are_right(book: PdfFile, language: str) -> None:
    """In running text: what the parenthesis says is where the link leads."""
    word = {"id": r"hlm\.", "en": r"p\."}[language]
    seen = 0
    for link in book.links:
        if match := re.search(rf"\({word} ([^)]+)\)", link.words):
            assert match[1] == book.label(book.anchors[link.target].page), link
            seen += 1
    assert seen or book.path.stem.startswith("evaluation")


def test_each_sheet_starts_on_a_page_of_its_own(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    module = sample_course.courses[language].modules[0]
    assert module.evaluation is not None
    forms = [(sheet.kind, sheet.target) for sheet in printed_sheets(module.evaluation, module.slug)]
    sheets = [("worksheet", sheet.slug) for sheet in module.worksheets]
    for edition, parts in (("facilitator", sheets), ("participant", sheets), ("evaluation", forms)):
        file = files[f"{language}/handbooks/{edition}-listening.pdf"]
        starts = [file.anchors[anchor(*part)] for part in parts]
        numbers = [start.page for start in starts]
        assert numbers == sorted(set(numbers)), edition
        for start in starts:
            height = file.size(start.page)[1] * POINTS
            assert start.top > height - 45 * POINTS, (edition, start)


def test_each_page_of_a_form_says_in_its_head_for_which_occasion_it_is(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    evaluation = sample_course.courses[language].modules[0].evaluation
    assert evaluation is not None
    forms = [sheet for sheet in printed_sheets(evaluation, "listening") if sheet.form]
    pack = files[f"{language}/handbooks/evaluation-listening.pdf"]
    for sheet in forms:
        assert sheet.form is not None
        alone = files[f"{language}/handbooks/sheets/{sheet.name}.pdf"]
        said = f"{sheet.form.occasion.title} · "
        assert said in pack.head(pack.anchors[anchor(sheet.kind, sheet.target)].page)
        assert all(said in alone.head(number) for number in page_numbers(alone))


@pytest.mark.parametrize("sheet", ["listening-test--after--answer-sheet", "conversation-rubric--observation"])
def test_an_answer_sheet_and_an_observation_sheet_are_one_page(
    files: dict[str, PdfFile], language: str, sheet: str
) -> None:
    assert len(files[f"{language}/handbooks/sheets/{sheet}.pdf"].reader.pages) == 1


def test_sessions_open_on_the_right(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    file = files[f"{language}/handbooks/facilitator-listening.pdf"]
    module = sample_course.courses[language].modules[0]
    for session in module.sessions:
        assert file.anchors[anchor("session", f"{module.slug}/{session.slug}")].page % 2 == 1


def test_only_pages_before_a_right_hand_start_and_the_back_cover_are_empty(
    sample_course: CourseInTests, files: dict[str, PdfFile]
) -> None:
    for path, file in books(files):
        course = sample_course.courses[path.partition("/")[0]]
        starts = {
            file.anchors[name].page
            for module in course.modules
            for session in module.sessions
            if (name := anchor("session", f"{module.slug}/{session.slug}")) in file.anchors
        }
        starts |= {number for number in page_numbers(file) if file.label(number).endswith("·1")}
        starts.add(file.anchors["after-parts"].page)
        last = len(file.reader.pages)
        empty = {number for number in page_numbers(file) if not file.body(number)} - {last - 1}
        assert all(number % 2 == 0 and number + 1 in starts for number in empty), (path, empty)


def test_no_page_of_a_sheet_alone_is_empty(files: dict[str, PdfFile]) -> None:
    for path, file in files.items():
        if "/sheets/" in path:
            assert [number for number in page_numbers(file) if not file.body(number)] == [], path


def key_pages(file: PdfFile) -> list[int]:
    return [number for number in page_numbers(file) if re.fullmatch(r"K\d+·\d+", file.label(number))]


@pytest.mark.parametrize("edition", ["facilitator", "evaluation"])
@pytest.mark.parametrize("home", ["listening", "course"])
def test_the_key_stands_on_leaves_of_its_own(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str, edition: str, home: str
) -> None:
    """Whoever copies the book for a group can take the key out; it comes after every sheet."""
    evaluation = sample_course.courses[language].modules[0].evaluation
    assert evaluation is not None
    file = files[f"{language}/handbooks/{edition}-{home}.pdf"]
    pages, start = key_pages(file), file.anchors["answer-key-listening"]
    assert pages == list(range(start.page, start.page + len(pages)))
    assert start.page % 2 == 1
    assert len(pages) % 2 == 0
    sheets = [at.page for name, at in file.anchors.items() if name.startswith("worksheet-")]
    assert max(page for page in sheets if page != file.anchors[BACK_COVER].page) < start.page
    for item in evaluation.knowledge_test.items:
        words = squashed(item.explanation.split("[@")[0].rstrip())
        told = {n for n in page_numbers(file) if words in squashed(file.pages[n - 1])}
        assert told, item.slug
        assert told <= set(pages), item.slug


def holding_the_key(course: Course, files: dict[str, PdfFile], language: str) -> set[str]:
    """The documents that hold an explanation of the test's key."""
    evaluation = course.modules[0].evaluation
    assert evaluation is not None
    told = [squashed(item.explanation.split("[@")[0].rstrip()) for item in evaluation.knowledge_test.items]
    return {
        path
        for path, file in files.items()
        if path.startswith(f"{language}/") and any(words in squashed(" ".join(file.pages)) for words in told)
    }


def test_the_participants_workbook_holds_no_key(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    holding = holding_the_key(sample_course.courses[language], files, language)
    assert [path for path in holding if "/participant-" in path] == []


def test_no_other_document_holds_the_key(
    sample_course: CourseInTests, files: dict[str, PdfFile], language: str
) -> None:
    """The evaluation pack and the facilitator's book do: no sheet, which is copied for everyone."""
    holding = holding_the_key(sample_course.courses[language], files, language)
    names = {path.rpartition("/")[2].removeprefix("fillable-").partition("-")[0] for path in holding}
    assert names == {"evaluation", "facilitator"}
    assert not any("/sheets/" in path for path in holding)


def test_the_book_of_the_course_holds_what_the_book_of_its_module_holds(
    files: dict[str, PdfFile], language: str, edition: str
) -> None:
    whole = files[f"{language}/handbooks/{edition}-course.pdf"]
    part = files[f"{language}/handbooks/{edition}-listening.pdf"]
    assert set(part.anchors) <= set(whole.anchors)
