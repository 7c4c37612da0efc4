"""A handbook ends with the terms and works that it uses and no others, and with the back cover."""

import re

import pytest

from tests.publishing.built import CourseInTests
from tests.publishing.html_page import parse

EDITIONS = ("facilitator", "participant", "evaluation")
NAMES = ("course", "listening")


def html_of(course: CourseInTests, edition: str, name: str) -> str:
    return course.documents("id")[f"handbooks/{edition}-{name}.pdf"].html


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", NAMES)
def test_every_term_and_work_that_is_linked_stands_in_the_book(
    sample_course: CourseInTests, edition: str, name: str
) -> None:
    body = parse(html_of(sample_course, edition, name)).one("body")
    ids = set(body.ids)
    cited = {address for _, address in body.addresses if address.startswith("#reference-")}
    assert cited
    assert {address[1:] for address in cited} <= ids
    if edition != "evaluation":
        terms = {address[1:] for _, address in body.addresses if address.startswith("#term-")}
        assert terms
        assert terms <= ids


def test_a_work_that_a_handbook_does_not_cite_is_not_listed(sample_course: CourseInTests) -> None:
    listed = {
        edition: set(re.findall(r'id="reference-([^"]+)"', html_of(sample_course, edition, "listening")))
        for edition in EDITIONS
    }
    assert listed["participant"] < listed["facilitator"]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", NAMES)
def test_the_back_cover_is_the_last_thing_in_a_handbook(
    sample_course: CourseInTests, edition: str, name: str
) -> None:
    html = html_of(sample_course, edition, name)
    assert html[html.rindex("<section") :].startswith('<section class="back-cover">')
    assert html.count('class="back-cover"') == 1
