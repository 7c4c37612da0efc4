"""Searching: forms of a word find each other, and synonyms, from a server and from a folder."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watched import Watched
from tests.publishing.built import THEME

QUERY = "input[data-md-component=search-query]"
STAND_IN = """
self.lunr = {
  courseWords: { language: "id", synonyms: {} },
  Query: { prototype: {}, presence: {} }, Index: { prototype: {} }, Pipeline: { registerFunction() {} },
};
"""
"""As much of lunr as the script touches when it is read."""


def search(page: Page, words: str) -> list[str]:
    """Type into the search as a person does; the addresses of what it finds."""
    if not page.is_checked("#__search"):
        page.evaluate("document.getElementById('__search').click()")
    page.fill(QUERY, "")
    page.locator(QUERY).press_sequentially(words)
    page.wait_for_selector(".md-search-result__link")
    before, now = None, page.inner_html(".md-search-result")
    while now != before:  # every letter is a search of its own, and the last one's results come last
        page.wait_for_timeout(400)
        before, now = now, page.inner_html(".md-search-result")
    found = page.eval_on_selector_all(".md-search-result__link", "links => links.map(link => link.href)")
    return [str(address) for address in found]


def marked(page: Page) -> set[str]:
    """The words that the results mark."""
    texts = page.eval_on_selector_all(".md-search-result mark", "marks => marks.map(m => m.textContent)")
    return {text.casefold() for text in texts}


@pytest.mark.parametrize(
    ("language", "word", "path"),
    [
        ("id", "terlambat", "listening/sessions/hearing.html"),
        ("id", "plano", "listening/sessions/hearing.html"),
        ("en", "reflect", "listening/sessions/answering.html"),
    ],
)
def test_search_finds_the_page_of_a_word(
    root: str, watched: Watched, language: str, word: str, path: str
) -> None:
    watched.page.goto(f"{root}/{language}/index.html")
    addresses = search(watched.page, word)
    assert any(path in address for address in addresses), addresses
    watched.assert_silent(root)


def test_nothing_of_the_search_is_loaded_before_it_is_opened(server: str, watched: Watched) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.goto(f"{server}/id/index.html", wait_until="networkidle")
    assert [url for url in asked if "search_index" in url or "lunr" in url] == []
    search(watched.page, "plano")
    assert any("search_index" in url for url in asked)


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [
        ("id", "mencegah", {"mencegah", "pencegahan"}),
        ("id", "pencegahan", {"mencegah", "pencegahan"}),
        ("id", "dicegah", {"mencegah", "pencegahan"}),
        ("id", "bertanya", {"bertanya", "pertanyaan"}),
        ("id", "pertanyaan", {"bertanya", "pertanyaan"}),
        ("id", "kekambuhan", {"kekambuhan", "relaps"}),
        ("id", "kambuh", {"kekambuhan", "relaps"}),
        ("en", "triggered", {"trigger", "triggers"}),
        ("en", "craving", {"urge", "urges"}),
    ],
)
def test_forms_of_a_word_and_its_synonyms_find_each_other(
    course_server: str, watched: Watched, language: str, word: str, found: set[str]
) -> None:
    """What is found is marked as it stands, whatever was typed."""
    watched.page.goto(f"{course_server}/{language}/index.html")
    search(watched.page, word)
    assert found <= marked(watched.page)
    watched.assert_silent(course_server)


def test_a_word_half_typed_finds_what_it_begins(course_server: str, watched: Watched) -> None:
    watched.page.goto(f"{course_server}/id/index.html")
    search(watched.page, "penceg")
    assert "pencegahan" in marked(watched.page)


@pytest.mark.parametrize(
    "family",
    [
        "cegah mencegah pencegahan dicegah mencegahnya tercegah",
        "kambuh kekambuhan kambuhlah dikambuhkan",
        "tanya bertanya pertanyaan menanyakan ditanyakan ditanyai pertanyaannya",
        "rasa merasa perasaan dirasakan perasaanku rasanya",
        "ajar belajar pelajaran mengajar diajarkan pelajar",
        "kelola mengelola pengelolaan dikelola pengelola",
        "picu memicu pemicu dipicu pemicunya",
        "sadar kesadaran menyadari disadari penyadaran",
        "kerja bekerja pekerjaan mengerjakan dikerjakan",
        "bantu membantu bantuan dibantu pembantu",
        "dukung dukungan mendukung pendukung didukung",
        "pulih pemulihan memulihkan dipulihkan kepulihan",
        "temu bertemu pertemuan menemui ditemui",
        "siap bersiap persiapan menyiapkan disiapkan",
        "rencana merencanakan perencanaan direncanakan rencananya",
        "tolak menolak penolakan ditolak tolaklah",
        "latih melatih latihan pelatihan dilatih pelatih",
        "uji menguji pengujian diuji penguji",
    ],
)
def test_forms_of_an_indonesian_word_share_a_root(browser: Browser, family: str) -> None:
    page = browser.new_page()
    page.evaluate(STAND_IN)
    page.add_script_tag(content=THEME.search_script)
    roots = {word: set(page.evaluate("word => lunr.course.rootsOf(word)", word)) for word in family.split()}
    page.close()
    shared = set.intersection(*(found | {word} for word, found in roots.items()))
    assert shared, roots


@pytest.mark.parametrize("word", ["dan", "bisa", "kita", "diri", "sesi", "orang", "waktu", "kamu", "teman"])
def test_a_word_without_affixes_has_no_other_root(browser: Browser, word: str) -> None:
    page = browser.new_page()
    page.evaluate(STAND_IN)
    page.add_script_tag(content=THEME.search_script)
    assert page.evaluate("word => lunr.course.rootsOf(word)", word) == []
    page.close()
