"""What is made with other tools, or by other code, is not taken for the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing import tools
from generator.publishing.tools import tools_digest


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    tools_digest.cache_clear()
    yield
    tools_digest.cache_clear()


def digest() -> str:
    tools_digest.cache_clear()
    return tools_digest()


def test_the_same_tools_have_the_same_digest() -> None:
    assert digest() == digest()


def test_another_version_is_another_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    before, version = digest(), tools.version
    monkeypatch.setattr(tools, "version", lambda name: "999" if name == "mkdocs-material" else version(name))
    assert digest() != before


@pytest.mark.parametrize("change", ["text", "name", "more"])
def test_other_code_is_another_tool(change: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    file = tmp_path / "part/one.py"
    file.write_text("one = 1\n", "utf-8")
    monkeypatch.setattr(tools, "GENERATOR", tmp_path)
    before = digest()
    if change == "text":
        file.write_text("one = 2\n", "utf-8")
    elif change == "name":
        file.rename(tmp_path / "part/two.py")
    else:
        (tmp_path / "two.py").write_text("", "utf-8")
    assert digest() != before
