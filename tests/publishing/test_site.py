"""The built sites: everything that a page links or loads is there, and nothing comes from another host."""

import json
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest

from generator.findings.rule import rule
from tests.publishing.built import LANGUAGES, RULE_PAGES, BuiltSite, CourseInTests, is_of_a_rule
from tests.publishing.html_page import Element

LOADING = {"link", "script", "img", "iframe", "source"}
"""Elements whose address a browser asks for by itself."""
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s]+)""")


def own_addresses(built: BuiltSite) -> Iterator[tuple[str, str, str]]:
    """Page, tag and address of everything on this site that a page names."""
    for path, page in built.pages.items():
        for tag, address in page.addresses:
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield path, tag, address


def target_of(path: str, address: str) -> str:
    """The file below the output that an address of a page means."""
    file = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path


def content_pages(built: BuiltSite, language: str) -> dict[str, Element]:
    return {
        path: page
        for path, page in built.pages.items()
        if path.startswith(f"{language}/") and not path.endswith("404.html")
    }


def test_every_address_on_every_page_leads_to_a_file(built_sample: BuiltSite) -> None:
    broken = [
        f"{path}: <{tag}> {address}"
        for path, tag, address in own_addresses(built_sample)
        if not path.endswith("404.html") and not (built_sample.output / target_of(path, address)).is_file()
    ]
    assert broken == []


def test_every_address_of_the_course_leads_to_a_page_an_anchor_or_a_download(
    real_site: BuiltSite, real_course: CourseInTests
) -> None:
    """Its PDFs are not printed in this suite, so they are looked for among those that would be."""
    printed = {f"{language}/{path}" for language in LANGUAGES for path in real_course.documents(language)}
    ids = {path: set(page.ids) for path, page in real_site.pages.items()}
    broken = []
    for path, tag, address in own_addresses(real_site):
        target, anchor = target_of(path, address), unquote(urlsplit(address).fragment)
        there = target in printed or (real_site.output / target).is_file()
        if anchor and not anchor.startswith("__"):
            there = there and anchor in ids.get(target, set())
        if not there and not path.endswith("404.html"):
            broken.append(f"{path}: <{tag}> {address}")
    assert broken == []


def test_no_address_leaves_the_output(built_sample: BuiltSite) -> None:
    """A copied folder must work, so neither an absolute path nor one above the output may stand."""
    outside = [
        f"{path}: {address}"
        for path, _, address in own_addresses(built_sample)
        if target_of(path, address).startswith(("..", "/"))
    ]
    assert outside == []


def test_every_anchor_is_on_the_page_that_it_names(built_sample: BuiltSite) -> None:
    broken = []
    ids = {path: set(page.ids) for path, page in built_sample.pages.items()}
    for path, _, address in own_addresses(built_sample):
        fragment = unquote(urlsplit(address).fragment)
        if fragment and not fragment.startswith("__"):
            target = target_of(path, address)
            if fragment not in ids.get(target, set()):
                broken.append(f"{path}: {address}")
    assert broken == []


def test_no_page_loads_anything_from_another_host(built_sample: BuiltSite) -> None:
    loaded = [
        f"{path}: <{tag}> {address}"
        for path, page in built_sample.pages.items()
        for tag, address in page.addresses
        if tag in LOADING and (urlsplit(address).scheme not in ("", "data") or urlsplit(address).netloc)
    ]
    assert loaded == []


def test_no_style_sheet_loads_anything_from_another_host(built_sample: BuiltSite) -> None:
    sheets = sorted(built_sample.output.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for address in CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            assert parts.scheme in ("", "data"), (sheet.name, address)
            assert not parts.netloc, (sheet.name, address)
            if not parts.scheme and parts.path:
                assert (sheet.parent / unquote(parts.path)).is_file(), (sheet.name, address)


def test_our_fonts_are_delivered_with_the_site(built_sample: BuiltSite) -> None:
    for language in LANGUAGES:
        assert list((built_sample.output / language).rglob("*.woff2"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language(built_sample: BuiltSite, language: str) -> None:
    for path, page in built_sample.pages.items():
        if path.startswith(f"{language}/"):
            assert page.one("html").attributes["lang"] == language, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own(built_sample: BuiltSite, language: str) -> None:
    titles = [page.all("title")[0].line() for page in content_pages(built_sample, language).values()]
    assert len(titles) == len(set(titles)), sorted(titles)


def test_both_languages_have_the_same_pages(built_sample: BuiltSite) -> None:
    one, other = (
        {path.partition("/")[2] for path in content_pages(built_sample, language)} for language in LANGUAGES
    )
    assert one == other


def test_the_language_switch_leads_to_the_same_page(built_sample: BuiltSite) -> None:
    for language, other in (("id", "en"), ("en", "id")):
        for path, page in content_pages(built_sample, language).items():
            links = [
                link.attributes["href"] for link in page.all("a") if link.attributes.get("hreflang") == other
            ]
            assert links, path
            expected = f"{other}/{path.partition('/')[2]}"
            assert {target_of(path, link) for link in links} == {expected}, path


def test_the_front_page_offers_every_language_without_scripts(
    built_sample: BuiltSite, sample_course: CourseInTests
) -> None:
    page = built_sample.pages["index.html"]
    assert page.all("script") == []
    links = {link.attributes["href"]: link for link in page.all("a")}
    assert set(links) == {f"{language}/index.html" for language in LANGUAGES}
    for language in LANGUAGES:
        link = links[f"{language}/index.html"]
        assert link.attributes["hreflang"] == language
        assert sample_course.courses[language].subtitle in page.one("body").text()
    assert page.one("title").line()


def test_every_handbook_is_linked_and_every_linked_one_is_there(built_sample: BuiltSite) -> None:
    linked = {
        target_of(path, address)
        for path, _, address in own_addresses(built_sample)
        if address.endswith(".pdf")
    }
    assert linked == set(built_sample.handbooks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_knows_every_page_of_its_own_language_only(built_sample: BuiltSite, language: str) -> None:
    index = json.loads((built_sample.output / language / "search/search_index.json").read_text("utf-8"))
    found = {document["location"].partition("#")[0] for document in index["docs"]}
    pages = {path.partition("/")[2] for path in content_pages(built_sample, language)}
    rules = {"contribute/rules/index.html"}  # whoever looks for a code finds the list
    assert found == {path for path in pages if not path.startswith("contribute/")} | rules
    assert found < pages


def test_no_page_but_those_of_rules_leads_to_each_rule(built_sample: BuiltSite) -> None:
    """The menu of every other page holds the section's own page alone."""
    for path, page in built_sample.pages.items():
        if RULE_PAGES not in path and not path.endswith("404.html"):
            linked = [target_of(path, address) for menu in page.all("nav") for _, address in menu.addresses]
            assert [target for target in linked if is_of_a_rule(target)] == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rules_example_stands_on_its_page_as_in_a_file(built_sample: BuiltSite, language: str) -> None:
    example = rule("F13").example
    page = built_sample.pages[f"{language}/contribute/rules/f13.html"]
    assert [one.text() for one in page.all("pre", with_class="yaml")] == [example.bad, example.good]


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_works_from_a_folder(built_sample: BuiltSite, language: str) -> None:
    """Browsers load no JSON from file://, so the index must also be there as a script."""
    script = (built_sample.output / language / "search/search_index.js").read_text("utf-8")
    assert script.startswith("var __index = {")


def test_every_image_has_an_alternative(built_sample: BuiltSite) -> None:
    for path, page in built_sample.pages.items():
        assert all("alt" in image.attributes for image in page.all("img")), path


def test_prose_images_are_delivered_and_described(built_sample: BuiltSite) -> None:
    page = built_sample.pages["id/listening/sessions/hearing.html"]
    (image,) = [one for one in page.one("article").all("img") if "thumbnail" not in one.classes]
    assert image.attributes["alt"]
    assert (
        built_sample.output / target_of("id/listening/sessions/hearing.html", image.attributes["src"])
    ).is_file()


def test_nothing_superfluous_is_delivered(built_sample: BuiltSite) -> None:
    """No source map, no source, no file of the operating system."""
    names = [path.name for path in built_sample.output.rglob("*") if path.is_file()]
    assert [name for name in names if name.endswith((".map", ".md", ".yaml", ".yml", ".j2", ".gz"))] == []
