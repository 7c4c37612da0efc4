"""What is saved goes to the open pages at once; what is broken leaves them as they were."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.publishing import companion
from generator.serving.preview import Preview, PreviewPlan
from generator.serving.visitors import Visitor
from generator.serving.watching import Saved
from tests.publishing.built import ROOT, THEME
from tests.serving.previewed import PATIENCE, Notes, Previewed

SESSION = "modules/listening/sessions/hearing.yaml"
PAGE = "id/listening/sessions/hearing.html"
NEXT = "id/listening/sessions/answering.html"


def events(visitor: Visitor) -> list[tuple[str, Any]]:
    """What a page was told so far."""
    told = []
    while event := visitor.next(0):
        told.append(event)
    return told


def last(told: list[tuple[str, Any]], name: str) -> Any:
    return [data for kind, data in told if kind == name][-1]


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    previewed = Previewed(tmp_path_factory.mktemp("previewed"))
    previewed.preview.start()
    previewed.await_findings()
    yield previewed
    previewed.preview.stop()


@pytest.fixture
def visitor(previewed: Previewed) -> Iterator[Visitor]:
    visitor = previewed.preview.welcome(PAGE)
    events(visitor)
    yield visitor
    previewed.preview.visitors.leave(visitor)


def html(previewed: Previewed, page: str = PAGE) -> str:
    language, _, path = page.partition("/")
    return previewed.preview.sites[language].made(path).html


def test_a_page_that_opens_is_told_how_things_stand(previewed: Previewed) -> None:
    visitor = previewed.preview.welcome(PAGE)
    told = dict(events(visitor))
    assert told["findings"] == {"checked": True, "counts": {}, "findings": [], "more": 0}
    assert set(told["page"]) == {"version", "frame", "outdated"}
    previewed.preview.visitors.leave(visitor)


def test_an_open_page_follows_a_save_and_no_other_is_said_to(previewed: Previewed, visitor: Visitor) -> None:
    before = last(events(previewed.preview.welcome(PAGE)), "page")
    previewed.notes.updates.clear()
    previewed.save(SESSION, "summary: Kita mencari", "summary: Kita akan mencari")
    after = last(events(visitor), "page")
    assert after["version"] != before["version"]
    assert after["frame"] == before["frame"]
    assert previewed.notes.updates == [PAGE]
    assert "Kita akan mencari" in html(previewed)
    previewed.save(SESSION, "summary: Kita akan mencari", "summary: Kita mencari")
    assert last(events(visitor), "page") == before
    previewed.await_findings()


def test_a_title_changes_the_frame_of_the_pages_that_name_it(previewed: Previewed) -> None:
    visitor = previewed.preview.welcome(NEXT)
    before = last(events(visitor), "page")
    previewed.save(SESSION, "title: Mendengar\n", "title: Menyimak\n")
    assert last(events(visitor), "page")["frame"] != before["frame"]
    previewed.save(SESSION, "title: Menyimak\n", "title: Mendengar\n")
    assert last(events(visitor), "page") == before
    previewed.preview.visitors.leave(visitor)
    previewed.await_findings()


def test_a_broken_file_leaves_the_page_and_tells_its_visitors(previewed: Previewed, visitor: Visitor) -> None:
    before = html(previewed)
    previewed.save(SESSION, "minutes: 30\n", "minutes: <b>banyak</b>\n")
    told = events(visitor)
    assert last(told, "findings")["counts"] == {"error": 1}, "told before the check is done"
    assert last(told, "findings")["findings"][0]["own"]
    assert html(previewed) == before
    previewed.await_findings("F05")
    previewed.save(SESSION, "minutes: <b>banyak</b>\n", "minutes: 30\n")
    previewed.await_findings()
    assert last(events(visitor), "findings")["counts"] == {}


def test_beside_a_broken_file_other_pages_follow(previewed: Previewed, visitor: Visitor) -> None:
    previewed.save("modules/listening/evaluation.yaml", "knowledge_test:\n", "knowledge_tezt:\n")
    events(visitor)
    previewed.save(SESSION, "summary: Kita mencari", "summary: Kita tetap mencari")
    assert last(events(visitor), "page")
    assert "Kita tetap mencari" in html(previewed)
    previewed.save("modules/listening/evaluation.yaml", "knowledge_tezt:\n", "knowledge_test:\n")
    previewed.save(SESSION, "summary: Kita tetap mencari", "summary: Kita mencari")
    previewed.await_findings()


def test_what_nobody_has_open_is_said_where_to_see(previewed: Previewed) -> None:
    previewed.notes.saves.clear()
    file = "modules/listening/translations/en/sessions/hearing.yaml"
    text = (previewed.root / file).read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("summary: "))
    previewed.save(file, old, old + " Now.")
    previewed.save(file, old + " Now.", old)
    previewed.save("scales.yaml", "scales:\n", "scales: # all\n")
    assert previewed.notes.saves == ["en/listening/sessions/hearing.html"] * 2 + [None]
    previewed.await_findings()


def test_a_page_that_left_the_course_is_told_so(previewed: Previewed) -> None:
    visitor = previewed.preview.welcome("id/programmes/one-evening.html")
    events(visitor)
    listed = "programmes:\n  - one-evening\n"
    previewed.save("course.yaml", listed, "")
    assert ("gone", {}) in events(visitor)
    assert not previewed.preview.sites["id"].has("programmes/one-evening.html")
    previewed.preview.visitors.leave(visitor)
    previewed.save("course.yaml", "year: 2026\n", f"{listed}year: 2026\n")
    assert previewed.preview.sites["id"].has("programmes/one-evening.html")
    previewed.await_findings()


def test_a_theme_that_changes_loads_every_page_anew(previewed: Previewed, visitor: Visitor) -> None:
    before = html(previewed)
    previewed.preview.follow(Saved({THEME.root: {"tokens.css"}}, 0))
    assert events(visitor)[-1] == ("reload", {})
    assert html(previewed) == before
    previewed.await_findings()


def test_an_engine_that_was_killed_costs_nothing_but_time(previewed: Previewed, visitor: Visitor) -> None:
    site = previewed.preview.sites["id"]
    before = html(previewed)
    process = site._engine._companion._process
    assert process is not None
    process.kill()
    process.join()
    previewed.save(SESSION, "summary: Kita mencari", "summary: Kita masih mencari")
    assert not last(events(visitor), "page")["outdated"]
    assert "Kita masih mencari" in html(previewed)
    previewed.save(SESSION, "summary: Kita masih mencari", "summary: Kita mencari")
    assert html(previewed) == before
    assert previewed.notes.failures == []
    previewed.await_findings()


def test_whatever_happens_while_a_save_is_followed_the_next_one_is_followed_too(
    previewed: Previewed, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no such luck")

    with monkeypatch.context() as patch:
        patch.setattr(previewed.preview._curriculum, "changed", fail)
        previewed.preview.follow(Saved({previewed.root: {SESSION}}, 0))
    assert previewed.notes.failures.pop()[1] == "RuntimeError: no such luck"
    previewed.preview.follow(Saved({previewed.root: {SESSION}}, 0))
    assert last(events(visitor), "page")
    previewed.await_findings()


def test_what_is_told_can_be_sent(previewed: Previewed, visitor: Visitor) -> None:
    previewed.save(SESSION, "minutes: 30\n", "minutes: 31\n")
    previewed.await_findings("T01", "T02")
    assert json.loads(json.dumps(events(visitor)))
    previewed.save(SESSION, "minutes: 31\n", "minutes: 30\n")
    previewed.await_findings()


def test_a_course_broken_from_the_start_appears_when_it_is_mended(sample: Path, tmp_path: Path) -> None:
    text = (sample / "course.yaml").read_text(encoding="utf-8")
    (sample / "course.yaml").write_text("title: [\n", encoding="utf-8")
    notes = Notes()
    preview = Preview(PreviewPlan(sample, THEME, ROOT / "mkdocs.yml", tmp_path / "work", "en"), notes)
    preview.start()
    visitor = preview.welcome("")
    assert preview.courses == {}
    assert not notes.checks.get(timeout=PATIENCE).sound
    assert last(events(visitor), "findings")["counts"]["error"]
    (sample / "course.yaml").write_text(text, encoding="utf-8")
    preview.follow(Saved({sample: {"course.yaml"}}, 0))
    assert list(preview.courses) == ["id", "en"]
    assert notes.checks.get(timeout=PATIENCE).sound
    assert last(events(visitor), "findings")["counts"] == {}
    preview.stop()
    assert list((tmp_path / "work/serve").iterdir()) == []


def test_a_machine_that_cannot_print_says_what_it_lacks(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No process is started for it."""
    monkeypatch.setattr(companion.Companion, "_start", lambda one: pytest.fail("started"))
    plan = PreviewPlan(sample, THEME, ROOT / "mkdocs.yml", tmp_path, "en", "Pango is missing")
    preview = Preview(plan, Notes())
    shutil.rmtree(sample / "modules")
    visitor = preview.welcome("preview/id/sheet/danger-card")
    told: list[Any] = []
    while not told or told[-1][0] != "printed":
        event = visitor.next(PATIENCE)
        assert event is not None
        told.append(event)
    assert told[-1][1] == {"version": "", "pages": 0, "fault": "Pango is missing"}
    preview.stop()
