"""The built pages are HTML by the rules that a validator checks and a screen reader needs."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tinyhtml5.parser import HTMLParser

from tests.publishing.built import BuiltSite, is_of_a_rule
from tests.publishing.html_page import Element

LABELLABLE = {"button", "input", "meter", "output", "progress", "select", "textarea"}
INTERACTIVE = {"a", "button", "label", "select", "textarea", "details", "summary"}
POINTS_TO = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "form")
NO_ATTRIBUTE = {("input", "autocomplete", "checkbox"), ("label", "aria-hidden", "")}


@pytest.fixture(scope="module", params=["sample", "course"])
def pages(request: pytest.FixtureRequest) -> Iterator[dict[str, Element]]:
    site: BuiltSite = request.getfixturevalue("built_sample" if request.param == "sample" else "real_site")
    return {path: page for path, page in site.pages.items() if path.endswith(".html")}  # type: ignore[return-value]


def test_no_id_stands_twice(pages: dict[str, Element]) -> None:
    double = {
        path: [name for name, number in Counter(page.ids).items() if number > 1]
        for path, page in pages.items()
    }
    assert {path: names for path, names in double.items() if names} == {}


def test_what_points_to_an_id_finds_it(pages: dict[str, Element]) -> None:
    broken = [
        f"{path}: {element.tag} {name}={target}"
        for path, page in pages.items()
        for ids in [set(page.ids)]
        for element in page.walk()
        for name in POINTS_TO
        for target in element.attributes.get(name, "").split()
        if target not in ids
    ]
    assert broken == []


def test_a_label_names_a_control(pages: dict[str, Element]) -> None:
    wrong = []
    for path, page in pages.items():
        tags = {
            element.attributes["id"]: element.tag for element in page.walk() if "id" in element.attributes
        }
        for label in page.all("label"):
            target = label.attributes.get("for")
            if target is not None and tags.get(target) not in LABELLABLE:
                wrong.append(f"{path}: {target}")
    assert wrong == []


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Element]) -> None:
    broken = []
    for path, page in pages.items():
        articles = page.all("article") or page.all("main")
        levels = [int(one.tag[1]) for one in articles[0].walk() if re.fullmatch("h[1-6]", one.tag)]
        if levels[:1] != [1] or any(after - before > 1 for before, after in pairwise(levels)):
            broken.append(f"{path}: {levels}")
    assert broken == []


def test_nothing_that_is_clicked_lies_in_another(pages: dict[str, Element]) -> None:
    """But for links in the label of a box to tick, which HTML allows and people understand."""
    nested = [
        f"{path}: {inner.tag} in {outer.tag}"
        for path, page in pages.items()
        for outer in page.all("a", "button", "summary")
        for inner in outer.walk()
        if inner is not outer and inner.tag in INTERACTIVE
    ]
    assert nested == []


def test_no_attribute_stands_where_it_may_not(pages: dict[str, Element]) -> None:
    wrong = []
    for path, page in pages.items():
        for element in page.walk():
            kind = element.attributes.get("type", "") if element.tag == "input" else ""
            wrong += [
                f"{path}: {name} on {element.tag}"
                for name in element.attributes
                if (element.tag, name, kind) in NO_ATTRIBUTE
            ]
            if element.attributes.get("tabindex") == "":
                wrong.append(f"{path}: empty tabindex")
    assert wrong == []


@pytest.mark.parametrize("site", ["built_sample", "real_site"])
def test_a_browsers_parser_finds_nothing_to_repair(site: str, request: pytest.FixtureRequest) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    faults = {}
    for path in built.pages:
        if site == "real_site" and is_of_a_rule(path):
            continue  # the same as on the sample's
        parser = HTMLParser()
        parser.parse((built.output / path).read_text(encoding="utf-8"))
        if parser.errors:
            faults[path] = parser.errors[:3]
    assert faults == {}
