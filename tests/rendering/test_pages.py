"""The site's pages: which there are, and what stands on them."""

import posixpath
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from generator.findings.explanation import page_of
from generator.findings.rule import codes
from generator.model.activity import BaseActivity
from generator.model.session import Session
from tests.publishing.built import LANGUAGES, CourseInTests
from tests.publishing.html_page import Element, squashed, unbalanced
from tests.rendering.site_markdown import to_html, to_tree

BLOCKS = {"p", "div", "ul", "ol", "table", "dl", "section", "blockquote", "h1", "h2", "h3", "h4", "hr"}


@pytest.fixture(scope="module")
def trees(sample_course: CourseInTests) -> dict[str, dict[str, Element]]:
    """The pages by language and path."""
    return {
        language: {path: to_tree(text) for path, text in sample_course.pages(language).pages.items()}
        for language in LANGUAGES
    }


def sessions(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> Iterator[tuple[Session, Element]]:
    for language in LANGUAGES:
        for module in sample_course.courses[language].modules:
            for session in module.sessions:
                yield session, trees[language][f"{module.slug}/sessions/{session.slug}.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_course_has_its_page(sample_course: CourseInTests, language: str) -> None:
    course = sample_course.courses[language]
    expected = {f"{name}.md" for name in ("index", "glossary", "references", "wording", "help")}
    expected |= {"downloads.md", "contribute.md", "contribute/translations.md"}
    expected |= {f"{section}/index.md" for section in ("modules", "programmes", "course", "chapters")}
    expected |= {f"programmes/{programme.slug}.md" for programme in course.programmes}
    expected |= {f"chapters/{chapter.slug}.md" for chapter in course.chapters}
    expected |= {"contribute/rules/index.md"} | {f"{page_of(code)}.md" for code in codes()}
    expected |= {"course/evaluation.md"} | {f"course/sheets/{sheet.slug}.md" for sheet in course.worksheets}
    for module in course.modules:
        expected |= {f"{module.slug}/{page}.md" for page in ("index", "evaluation", "alignment")}
        expected |= {f"{module.slug}/sessions/{session.slug}.md" for session in module.sessions}
        expected |= {f"{module.slug}/sheets/{sheet.slug}.md" for sheet in module.worksheets}
    assert set(sample_course.pages(language).pages) == expected


def test_both_languages_have_the_same_pages(sample_course: CourseInTests) -> None:
    assert list(sample_course.pages("id").pages) == list(sample_course.pages("en").pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_navigation_leads_to_every_page_once(sample_course: CourseInTests, language: str) -> None:
    def leaves(entries: object) -> Iterator[str]:
        if isinstance(entries, str):
            yield entries
        elif isinstance(entries, dict):
            for below in entries.values():
                yield from leaves(below)
        elif isinstance(entries, list):
            for entry in entries:
                yield from leaves(entry)

    pages = sample_course.pages(language)
    assert sorted(leaves(pages.navigation)) == sorted(pages.pages)


def test_a_chapter_has_its_sections_each_with_its_figure(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for language, pages in trees.items():
        for chapter in sample_course.courses[language].chapters:
            page = pages[f"chapters/{chapter.slug}.md"]
            assert page.one("h1").line() == chapter.title
            assert [head.line() for head in page.all("h2")] == [one.title for one in chapter.sections]
            captions = [caption.line() for caption in page.all("figcaption")]
            assert captions == [one.figure.title for one in chapter.sections if one.figure]


def test_a_figures_stages_stand_in_a_list_numbered_as_they_are_drawn(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    """What is drawn is text in order, too, so that it is heard as it is seen."""
    for language, pages in trees.items():
        (chapter,) = [one for one in sample_course.courses[language].chapters if one.slug == "why-listening"]
        figures = [section.figure for section in chapter.sections if section.figure]
        drawn = pages["chapters/why-listening.md"].all("figure")
        for figure, drawing in zip(figures, drawn, strict=True):
            assert figure.kind in drawing.classes
            titles = [title.line() for title in drawing.all("p", with_class="stage-title")]
            assert titles == [stage.title for stage in figure.in_order]
            numbers = [entry.attributes.get("data-number") for entry in drawing.all("li")]
            assert [number for number in numbers if number] == [str(1 + i) for i in range(len(titles))]
            assert len(drawing.all("p", with_class="and-again")) == (figure.kind in ("cycle", "loop"))


def test_the_home_page_leads_to_what_people_come_for(trees: dict[str, dict[str, Element]]) -> None:
    """To prepare a session, to print a handbook, to edit a module; and to help, at once."""
    for pages in trees.values():
        page = pages["index.md"]
        ways = [address for _, address in page.one("ul", with_class="ways-in").addresses]
        assert ways == ["modules/index.html", "downloads.html", "contribute.html"]
        assert "help.html" in [address for _, address in page.addresses]


def test_the_pages_that_lead_on_lead_to_every_part_of_the_course(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for language, pages in trees.items():
        course = sample_course.courses[language]

        def led_to(name: str, pages: dict[str, Element] = pages) -> set[str]:
            home = posixpath.dirname(name)
            return {posixpath.normpath(posixpath.join(home, to)) for _, to in pages[name].addresses}

        frame = {f"chapters/{one.slug}.html" for one in course.chapters if not one.safety}
        safety = {f"chapters/{one.slug}.html" for one in course.chapters if one.safety}
        sheets = {f"course/sheets/{sheet.slug}.html" for sheet in course.worksheets}
        sessions = {f"{m.slug}/sessions/{s.slug}.html" for m in course.modules for s in m.sessions}
        assert frame <= led_to("chapters/index.md")
        assert safety <= led_to("help.md")
        assert sheets <= led_to("course/index.md")
        assert sessions <= led_to("modules/index.md")
        assert {f"programmes/{one.slug}.html" for one in course.programmes} <= led_to("programmes/index.md")


def test_every_table_names_its_columns_and_what_scrolls_has_a_name(
    trees: dict[str, dict[str, Element]],
) -> None:
    for pages in trees.values():
        for path, page in pages.items():
            for table in page.all("table"):
                assert table.one("thead").all("th"), path
                assert all("scope" in head.attributes for head in table.all("th")), path
            for box in page.all(with_class="scroll"):
                assert box.attributes["aria-label"], path
                assert box.attributes["tabindex"] == "0", path


def test_a_page_has_one_title_and_unbroken_levels(trees: dict[str, dict[str, Element]]) -> None:
    for pages in trees.values():
        for path, page in pages.items():
            levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
            assert levels.count(1) == 1, path
            assert levels[0] == 1, path
            jumps = pairwise(levels)
            assert all(after - before <= 1 for before, after in jumps), (path, levels)


def test_no_id_stands_twice_on_a_page(trees: dict[str, dict[str, Element]]) -> None:
    for pages in trees.values():
        for path, page in pages.items():
            assert sorted(page.ids) == sorted(set(page.ids)), path


def test_every_tag_is_closed(sample_course: CourseInTests) -> None:
    for language in LANGUAGES:
        for path, text in sample_course.pages(language).pages.items():
            assert unbalanced(to_html(text)) == [], path


def test_no_paragraph_holds_a_block(trees: dict[str, dict[str, Element]]) -> None:
    """A browser would close the paragraph before it, and what follows would lose its look."""
    for pages in trees.values():
        for path, page in pages.items():
            wrong = [
                (outer.tag, inner.tag, inner.line()[:40])
                for outer in page.all("p", "span", "h1", "h2", "h3", "h4")
                for inner in outer.walk()
                if inner is not outer and inner.tag in BLOCKS
            ]
            assert wrong == [], path


def test_every_link_leads_to_a_page_and_an_anchor(trees: dict[str, dict[str, Element]]) -> None:
    for pages in trees.values():
        html = {path.removesuffix(".md") + ".html": page for path, page in pages.items()}
        broken = []
        for path, page in html.items():
            for tag, address in page.addresses:
                parts = urlsplit(address)
                if tag != "a" or parts.scheme or parts.path.endswith((".pdf", ".ics", ".zip")):
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                other = html.get(path if not parts.path else target)
                if other is None or (parts.fragment and parts.fragment not in other.ids):
                    broken.append(f"{path}: {address}")
        assert broken == []


def test_a_citation_leads_to_its_reference(trees: dict[str, dict[str, Element]]) -> None:
    for pages in trees.values():
        cited = [
            link.attributes["href"]
            for page in pages.values()
            for citation in page.all("span", with_class="citation")
            for link in citation.all("a")
        ]
        assert cited
        assert all("references.html#reference-" in address for address in cited)


def test_minutes_run_from_zero_to_the_sessions_end(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for session, page in sessions(sample_course, trees):
        rows = page.one("table", with_class="timeline").one("tbody").all("tr")
        spans = [tuple(map(int, row.all("td")[0].line().split("–"))) for row in rows]
        assert [end - start for start, end in spans] == [one.minutes for one in session.activities]
        assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
        assert spans[-1][1] == session.minutes


def test_activities_stand_in_order_each_with_its_running_minutes(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for session, page in sessions(sample_course, trees):
        rows = page.one("table", with_class="timeline").one("tbody").all("tr")
        anchors = [row.all("a")[0].attributes["href"].removeprefix("#") for row in rows]
        assert [name for name in page.ids if name in anchors] == anchors
        titles = [page.by_id(anchor).line() for anchor in anchors]
        assert titles == [activity.title for activity in session.activities]
        spans = [row.all("td")[0].line() for row in rows]
        assert [running.line() for running in page.all(with_class="running")] == spans


def test_what_is_said_and_what_is_done_are_told_apart(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for session, page in sessions(sample_course, trees):
        steps = [
            step
            for activity in session.activities
            if isinstance(activity, BaseActivity)
            for step in activity.steps
        ]
        for kind in ("do", "say", "write", "expect"):
            parts = page.all(with_class=kind)
            assert len(parts) == sum(getattr(step, kind) is not None for step in steps)
            assert all(not inner.classes & {"do", "say", "write", "expect"}
                       for part in parts for inner in part.walk() if inner is not part)  # fmt: skip


def test_the_course_page_leads_to_every_handbook(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for language, pages in trees.items():
        linked = {
            posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
            for path, page in pages.items()
            for _, address in page.addresses
            if address.endswith(".pdf")
        }
        assert linked == set(sample_course.documents(language))


def test_a_programme_gives_clock_times_without_gaps(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for language in LANGUAGES:
        for programme in sample_course.courses[language].programmes:
            page = trees[language][f"programmes/{programme.slug}.md"]
            tables = page.all("table", with_class="timetable")
            assert len(tables) == len(programme.days)
            for day, table in zip(programme.days, tables, strict=True):
                rows = table.one("tbody").all("tr")
                times = [row.all("td")[0].line().split("–") for row in rows]
                sign = {"id": ".", "en": ":"}[language]
                assert times[0][0] == day.start.replace(":", sign)
                assert times[-1][1] == day.end.replace(":", sign)
                assert all(before[1] == after[0] for before, after in pairwise(times))


def test_the_glossary_is_sorted_and_every_term_can_be_linked(
    sample_course: CourseInTests, trees: dict[str, dict[str, Element]]
) -> None:
    for language in LANGUAGES:
        glossary = sample_course.courses[language].glossary
        entries = trees[language]["glossary.md"].one("dl", with_class="glossary").all("dt")
        ordered = sorted(glossary, key=lambda term: term.headword.casefold())
        assert [entry.attributes["id"] for entry in entries] == [f"term-{term.slug}" for term in ordered]


def test_no_participant_finds_the_key_beside_the_question(trees: dict[str, dict[str, Element]]) -> None:
    """On the evaluation page the key has a heading of its own, after all items."""
    for pages in trees.values():
        page = pages["listening/evaluation.md"]
        order = [
            element.tag
            for element in page.walk()
            if element.classes & {"item", "key"} and element.tag in ("li", "ol")
        ]
        assert order == ["li"] * (len(order) - 1) + ["ol"]


def test_headings_hold_the_titles(sample_course: CourseInTests, trees: dict[str, dict[str, Element]]) -> None:
    for session, page in sessions(sample_course, trees):
        assert page.one("h1").line() == session.title
        titles = {squashed(heading.text()) for heading in page.all("h3")}
        assert {squashed(activity.title) for activity in session.activities} <= titles
