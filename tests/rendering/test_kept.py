"""Compiled templates are used again, by the same process and by later ones, as long as they are the same."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.rendering.kept import CompiledTemplates, Kept


class Store:
    """Keeps things in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, ...], bytes] = {}

    def get(self, kind: str, *made_from: str) -> bytes | None:
        return self.kept.get((kind, *made_from))

    def put(self, kind: str, *made_from: str, content: bytes) -> None:
        self.kept[kind, *made_from] = content


def rendered(source: str, templates: CompiledTemplates) -> str:
    jinja = Environment(loader=DictLoader({"page": source}), bytecode_cache=templates, autoescape=True)
    return jinja.get_template("page").render(word="kata")


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    first = rendered("<p>{{ word }}</p>", CompiledTemplates(store))

    def refused(*_: object, **__: object) -> str:
        raise AssertionError("it is compiled again")

    monkeypatch.setattr(Environment, "compile", refused)
    assert rendered("<p>{{ word }}</p>", CompiledTemplates(store)) == first


def test_a_template_that_has_changed_is_compiled_anew() -> None:
    store = Store()
    assert rendered("{{ word }}", CompiledTemplates(store)) == "kata"
    assert rendered("{{ word }}!", CompiledTemplates(store)) == "kata!"


def test_templates_of_other_environments_are_others() -> None:
    store = Store()
    rendered("{{ word }}", CompiledTemplates(store))
    assert CompiledTemplates(store, "other") is not None
    rendered("{{ word }}", CompiledTemplates(store, "other"))
    assert {kind for kind, *_ in store.kept} == {"template", "other"}


def test_without_a_store_what_is_made_lasts_as_long_as_the_process(tmp_path: Path) -> None:
    kept = Kept()
    kept.prose("id").grown = True
    kept.keep()
    assert kept.prose("id") is kept.prose("id")
    assert kept.prose("id") is not kept.prose("en")
