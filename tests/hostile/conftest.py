"""A browser, and the poisoned course, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checking.check import Checked, check_curriculum
from generator.publishing.build import build
from generator.reading.loading import Curriculum
from generator.rendering.theme import Theme
from tests.browser.conftest import browser
from tests.browser.watched import serve
from tests.hostile.course import in_a_language_of_its_own, poison, poison_labels
from tests.hostile.fragments import MARKDOWN, PLAIN
from tests.publishing.built import SAMPLE, THEME, BuiltSite, plan, quiet
from tests.publishing.once import once
from tests.today import TODAY

__all__ = ["browser"]

LANGUAGE = "jv"
"""One of which the theme knows no labels."""


@pytest.fixture(scope="session")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in one language, with something hostile in every text and every label."""

    def make(folder: Path) -> None:
        import shutil

        root = Path(shutil.copytree(SAMPLE, folder / "course"))
        in_a_language_of_its_own(root, LANGUAGE)
        poison(root, PLAIN, MARKDOWN)
        # What holds braces is refused as a whole, see L11.
        plain = tuple(text for text in PLAIN if not {"{", "}"} & {*text})
        poison_labels(root, LANGUAGE, THEME.root / "labels/en.yaml", plain)

    return once(tmp_path_factory, "poisoned-course", make) / "course"


@pytest.fixture(scope="session")
def checked(poisoned: Path) -> Checked:
    return check_curriculum(Curriculum(poisoned), TODAY, THEME.root)


@pytest.fixture(scope="session")
def built(poisoned: Path, checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The poisoned course's site and its handbooks for facilitators."""

    def make(folder: Path) -> None:
        theme = Theme(THEME.root, (poisoned,), LANGUAGE)
        build(
            plan(poisoned, folder, theme=theme, editions=frozenset({"facilitator"})), checked.courses, quiet
        )

    return BuiltSite(once(tmp_path_factory, "poisoned-site", make) / "site")


@pytest.fixture(scope="session")
def server(built: BuiltSite) -> Iterator[str]:
    yield from serve(built.output)
