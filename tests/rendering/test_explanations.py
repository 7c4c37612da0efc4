"""Terms and citations explain themselves where they stand, and references lead back."""

import posixpath

import pytest

from tests.publishing.built import LANGUAGES, CourseInTests
from tests.publishing.html_page import Element, squashed
from tests.rendering.site_markdown import to_tree

LISTS = {"glossary.md", "references.md"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pages(language: str, sample_course: CourseInTests) -> dict[str, Element]:
    return {path: to_tree(text) for path, text in sample_course.pages(language).pages.items()}


def explained(page: Element) -> dict[str, Element]:
    boxes = page.all(with_class="explanations")
    assert len(boxes) <= 1
    return {
        one.attributes["data-explains"]: one
        for box in boxes
        for one in box.walk()
        if "data-explains" in one.attributes
    }


def pointed_to(page: Element) -> set[str]:
    """The anchors of the terms and works that a page's own text points to."""
    addresses = (one.attributes.get("href", "") for one in page.walk(without=("explanations",)))
    return {to.partition("#")[2] for to in addresses if "#term-" in to or "#reference-" in to}


def test_a_page_brings_what_its_terms_and_citations_mean(pages: dict[str, Element]) -> None:
    seen = set()
    for path, page in pages.items():
        if path in LISTS:
            continue
        assert all("hidden" in box.attributes for box in page.all(with_class="explanations"))
        assert set(explained(page)) == pointed_to(page), path
        seen |= pointed_to(page)
    assert any(name.startswith("term-") for name in seen)
    assert any(name.startswith("reference-") for name in seen)


def test_an_explanation_is_the_glossarys_definition(
    language: str, pages: dict[str, Element], sample_course: CourseInTests
) -> None:
    terms = {f"term-{term.slug}": term for term in sample_course.courses[language].glossary}
    for page in pages.values():
        for name, box in explained(page).items():
            if name in terms:
                assert squashed(box.text()).startswith(squashed(terms[name].headword))


def test_lists_do_not_explain_themselves(pages: dict[str, Element]) -> None:
    assert not any(explained(pages[path]) for path in LISTS)


def test_a_reference_leads_back_to_each_page_that_cites_it(pages: dict[str, Element]) -> None:
    citing: dict[str, set[str]] = {}
    for path, page in pages.items():
        for name in pointed_to(page) if path not in LISTS else ():
            if name.startswith("reference-") and f"cited-{name.removeprefix('reference-')}" in page.ids:
                citing.setdefault(name, set()).add(path.removesuffix(".md") + ".html")
    assert citing
    for name, places in citing.items():
        entry = pages["references.md"].by_id(name)
        back = [link.attributes["href"] for link in entry.all("span", with_class="cited-in")[0].all("a")]
        assert {posixpath.normpath(address.partition("#")[0]) for address in back} == places
        assert all(address.endswith(f"#cited-{name.removeprefix('reference-')}") for address in back)


def test_a_work_that_nobody_cites_leads_nowhere_back(pages: dict[str, Element]) -> None:
    cited = {name for path, page in pages.items() if path not in LISTS for name in pointed_to(page)}
    for entry in pages["references.md"].all("li"):
        if entry.attributes.get("id", "").startswith("reference-") and entry.attributes["id"] not in cited:
            assert not entry.all("span", with_class="cited-in")
