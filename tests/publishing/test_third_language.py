"""A third language by folders alone: a dozen texts in Javanese make a site and handbooks of their own."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import page
import pypdf
import pytest

from generator.checking.check import check_curriculum
from generator.publishing.build import build
from generator.reading.loading import Curriculum
from generator.rendering.print import render_documents
from generator.rendering.theme import Theme
from tests.publishing.built import ROOT, SAMPLE, BuiltSite, plan, print_documents, quiet
from tests.publishing.html_page import Element
from tests.publishing.once import once
from tests.today import TODAY

FILES = {
    "translations/jv/course.yaml": "title: Kursus conto\nsubtitle: Kursus cilik kanggo nyoba generator\n",
    "translations/jv/labels.yaml": (
        "home: Kaca ngarep\nuntranslated: Durung dijarwakake\nsession_number: Sesi kaping {number}\n"
    ),
    "modules/listening/translations/jv/module.yaml": "title: Ngrungokake kanca\n",
    "modules/listening/translations/jv/sessions/hearing.yaml": (
        "title: Krungu\nsummary: Kita nggoleki apa sing ngganggu.\nmaterials:\n  -\n"
        '  - "[](worksheet:listening-card), siji kanggo saben wong."\nactivities:\n  - slug: opening\n'
        "    title: Pambuka\n    steps:\n      - say: Sugeng rawuh.\n"
    ),
}
SESSION = "listening/sessions/hearing.html"


@pytest.fixture(scope="module")
def trilingual(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample in three languages: their sites, and the facilitator's handbook in the third."""

    def make(folder: Path) -> None:
        course = shutil.copytree(SAMPLE, folder / "course")
        profile = course / "course.yaml"
        text = profile.read_text(encoding="utf-8")
        profile.write_text(text.replace("  - en\n", "  - en\n  - jv\n"), encoding="utf-8")
        for name, content in FILES.items():
            (course / name).parent.mkdir(parents=True, exist_ok=True)
            (course / name).write_text(content, encoding="utf-8")
        checked = check_curriculum(Curriculum(course), TODAY, ROOT / "theme")
        assert {finding.code for finding in checked.findings} == {"L01", "L02", "S07"}
        theme = Theme(ROOT / "theme", (course,), "id")
        facts = {"theme": theme, "translations": checked.translations, "handbooks": False}
        build(plan(course, folder, **facts), checked.courses, quiet)
        documents = [
            replace(document, path=f"jv/{document.path}")
            for document in render_documents(
                checked.courses["jv"], theme, course / "modules", ["facilitator"]
            )
            if document.module == "listening"
        ]
        place = folder / "site"
        print_documents(documents, place, course / "modules", theme=theme)

    return BuiltSite(once(tmp_path_factory, "trilingual", make) / "site")


@pytest.fixture(scope="module")
def handbook(trilingual: BuiltSite) -> Path:
    return trilingual.output / "jv" / "handbooks" / "facilitator-listening.pdf"


def body(trilingual: BuiltSite, path: str) -> Element:
    return trilingual.pages[path].one("article")


def test_its_pages_say_their_language_and_its_texts(trilingual: BuiltSite) -> None:
    assert trilingual.pages[f"jv/{SESSION}"].one("html").attributes["lang"] == "jv"
    text = body(trilingual, f"jv/{SESSION}").text()
    for words in ("Krungu", "Pambuka", "Sugeng rawuh.", "siji kanggo saben wong", "Sesi kaping 2"):
        assert words in text


def test_what_is_not_translated_stands_there_with_a_mark_and_its_language(trilingual: BuiltSite) -> None:
    marks = [one for one in body(trilingual, f"jv/{SESSION}").walk() if "untranslated" in one.classes]
    assert {mark.attributes["lang"] for mark in marks} == {"id"}
    assert {mark.attributes["title"] for mark in marks} == {"Durung dijarwakake"}
    assert any("Kertas plano dan spidol." in mark.text() for mark in marks)
    assert not any("Sugeng rawuh." in mark.text() for mark in marks)


def test_a_page_with_such_text_leads_to_what_there_is_to_translate(trilingual: BuiltSite) -> None:
    note = body(trilingual, f"jv/{SESSION}").one("p", with_class="translation-note")
    assert note.one("a").attributes["href"] == "../../contribute/translations.html"
    assert not body(trilingual, f"en/{SESSION}").all("p", with_class="translation-note")


def test_every_page_leads_to_itself_in_the_two_other_languages(trilingual: BuiltSite) -> None:
    for language in ("id", "en", "jv"):
        switch = trilingual.pages[f"{language}/{SESSION}"].one("nav", with_class="language-switch")
        links = {link.attributes["hreflang"]: link.attributes["href"] for link in switch.all("a")}
        assert links == {
            other: f"../../../{other}/{SESSION}" for other in ("id", "en", "jv") if other != language
        }
        assert "Jawa" in switch.text()
    assert "Jawa" in trilingual.pages["index.html"].text()
    assert "jv/index.html" in [link for _, link in trilingual.pages["404.html"].addresses]


def test_the_page_of_translations_counts_each_language_in_words(trilingual: BuiltSite) -> None:
    page = body(trilingual, "en/contribute/translations.html")
    assert re.search(r"(\d+) of \1 texts are translated \(100%\)\.", page.text())
    files = [row for row in page.all("tr") if row.all("code")]
    rows = {row.one("code").text().replace("\u200b", ""): row.text() for row in files}
    assert "6 missing" in rows["curriculum/translations/jv/course.yaml"]
    assert "curriculum/translations/jv/labels.yaml" in rows
    guide = body(trilingual, "en/contribute.html")
    assert "contribute/translations.html" in [link for _, link in guide.addresses]


def test_a_search_of_trainers_does_not_find_that_page(trilingual: BuiltSite) -> None:
    index = (trilingual.output / "jv/search/search_index.js").read_text(encoding="utf-8")
    assert "listening/sessions/hearing.html" in index
    assert "contribute/translations.html" not in index


def test_its_handbook_says_its_language_and_passes_pdf_ua(handbook: Path) -> None:
    assert pypdf.PdfReader(handbook).root_object["/Lang"] == "jv"
    report = page.validate_pdf(handbook, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


def test_its_handbook_holds_its_texts_and_those_of_the_source(handbook: Path) -> None:
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(handbook).pages)
    for words in ("Krungu", "Sugeng rawuh.", "Sesi kaping 1", "Kertas plano dan spidol."):
        assert words in text
