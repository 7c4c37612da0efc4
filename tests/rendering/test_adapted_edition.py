"""The sample course as an organisation has adapted it, on its pages and in its handbooks."""

import re
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.model.course import Course
from generator.publishing.pictures import pictures_folder
from generator.reading.local.adapted import open_curriculum
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from tests.publishing.built import SAMPLE, THEME, is_of_a_rule
from tests.today import TODAY

EXAMPLE = Path(__file__).parents[1] / "local"
ADAPTED = {
    "id": "Edisi ini diadaptasi oleh Yayasan Teman Sukajadi dari kursus “Kursus contoh” karya Penyusun "
    "kursus contoh. Sebagian isinya sudah diubah.",
    "en": "Teman Sukajadi Foundation has adapted this edition from the course “Sample course” by The sample "
    "course’s authors. Parts of it have been changed.",
}


@pytest.fixture(scope="module")
def courses() -> dict[str, Course]:
    checked = check_curriculum(open_curriculum(SAMPLE, EXAMPLE), TODAY)
    assert [finding.code for finding in checked.findings] == ["O05"]
    return checked.courses


@pytest.fixture(scope="module")
def pages(courses: dict[str, Course]) -> dict[str, dict[str, str]]:
    """The pages of the site by language and path."""
    return {language: render_site(course, THEME).pages for language, course in courses.items()}


@pytest.fixture(scope="module")
def documents(courses: dict[str, Course], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The Indonesian print documents by path."""
    media = pictures_folder(SAMPLE, EXAMPLE, tmp_path_factory.mktemp("work")) / "modules"
    rendered = render_documents(courses["id"], THEME, media)
    return {document.path: document.html for document in rendered}


@pytest.mark.parametrize("language", ADAPTED)
@pytest.mark.parametrize("page", ["index.md", "chapters/index.md"])
def test_the_site_says_in_its_language_that_it_is_adapted(
    pages: dict[str, dict[str, str]], language: str, page: str
) -> None:
    assert ADAPTED[language] in pages[language][page]


def test_every_handbook_says_in_its_imprint_that_it_is_adapted(documents: dict[str, str]) -> None:
    books = [html for path, html in documents.items() if '<section class="imprint">' in html]
    assert books
    for html in books:
        assert ADAPTED["id"] in html.split('<section class="imprint">')[1].split("</section>")[0]


def test_the_course_itself_says_no_such_thing() -> None:
    course = check_curriculum(open_curriculum(SAMPLE), TODAY).courses["id"]
    page = render_site(course, THEME).pages["index.md"]
    assert "diadaptasi" not in page
    assert "organisation-logo" not in page


def test_the_logo_has_a_text_for_those_who_do_not_see_it(
    pages: dict[str, dict[str, str]], documents: dict[str, str]
) -> None:
    picture = '<img src="assets/organisation.svg" alt="Logo: Teman Sukajadi Foundation">'
    assert picture in pages["en"]["index.md"]
    cover = documents["handbooks/facilitator-course.pdf"]
    assert re.search(r'<img src="data:image/svg[^"]*" alt="Logo: Yayasan Teman Sukajadi">', cover)


def test_what_is_left_out_has_no_page_and_no_address(pages: dict[str, dict[str, str]]) -> None:
    for language in pages.values():
        assert "listening/sessions/answering.md" not in language
        assert "programmes/one-evening.md" not in language
        for text in (language[path] for path in language if not is_of_a_rule(path)):
            assert not re.search(r'(href="|\()[^") ]*(answering|one-evening|listening-map)', text)


def test_a_cross_reference_to_what_is_left_out_is_its_title(pages: dict[str, dict[str, str]]) -> None:
    assert '<span class="cross-reference">Satu malam</span>' in pages["id"]["chapters/index.md"]


def test_what_is_left_out_stands_in_no_handbook(documents: dict[str, str]) -> None:
    for html in documents.values():
        assert 'id="session-listening--answering"' not in html
        assert "Peta mendengar" not in html


def test_an_own_contact_and_an_own_activity_stand_where_the_course_has_them(
    pages: dict[str, dict[str, str]], documents: dict[str, str]
) -> None:
    assert "022-555-0101" in pages["en"]["help.md"]
    assert "Sounds of our street" in pages["en"]["listening/sessions/hearing.md"]
    book = documents["handbooks/facilitator-listening.pdf"]
    assert book.index("Dua cara") < book.index("Suara di gang kita") < book.index("Meregangkan badan")


def test_a_page_names_the_local_file_where_its_text_is_changed(pages: dict[str, dict[str, str]]) -> None:
    assert (
        "<code>folder-lokal/modules/listening/sessions/hearing.yaml</code>"
        in (pages["id"]["listening/sessions/hearing.md"])
    )
    assert "<code>curriculum/chapters/why-listening.yaml</code>" in pages["id"]["chapters/why-listening.md"]


def test_own_pictures_lie_beside_those_of_the_course(tmp_path: Path) -> None:
    folder = pictures_folder(SAMPLE, EXAMPLE, tmp_path)
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.svg"))
    assert found == [
        "media/logo.svg",
        "modules/listening/media/street.svg",
        "modules/listening/media/two-chairs.svg",
    ]


def test_no_picture_from_outside_the_folder_is_brought(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "media").mkdir(parents=True)
    (own / "media/logo.svg").symlink_to(SAMPLE / "course.yaml")
    folder = pictures_folder(SAMPLE, own, tmp_path / "work")
    assert not (folder / "media").exists()
