"""A browser, and the poisoned course, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checking.check import Checked, check_curriculum
from generator.publishing.build import build
from generator.reading.loading import Curriculum
from tests.browser.conftest import browser
from tests.browser.watched import serve
from tests.hostile.course import in_one_language, poison
from tests.hostile.fragments import MARKDOWN, PLAIN
from tests.publishing.built import SAMPLE, THEME, BuiltSite, plan, quiet
from tests.publishing.once import once
from tests.today import TODAY

__all__ = ["browser"]


@pytest.fixture(scope="session")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in its source language, with something hostile in every text."""

    def make(folder: Path) -> None:
        import shutil

        root = Path(shutil.copytree(SAMPLE, folder / "course"))
        in_one_language(root)
        poison(root, PLAIN, MARKDOWN)

    return once(tmp_path_factory, "poisoned-course", make) / "course"


@pytest.fixture(scope="session")
def checked(poisoned: Path) -> Checked:
    return check_curriculum(Curriculum(poisoned), TODAY, THEME.root)


@pytest.fixture(scope="session")
def built(poisoned: Path, checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The poisoned course's site and its handbooks for facilitators."""

    def make(folder: Path) -> None:
        build(plan(poisoned, folder, editions=frozenset({"facilitator"})), checked.courses, quiet)

    return BuiltSite(once(tmp_path_factory, "poisoned-site", make) / "site")


@pytest.fixture(scope="session")
def server(built: BuiltSite) -> Iterator[str]:
    yield from serve(built.output)
