"""What the whole suite shares: the sample course to break, and the real curriculum to hold to its word."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.checking.check import check_curriculum
from generator.findings.finding import Finding
from generator.reading.loading import Curriculum
from tests.today import TODAY

TESTS = Path(__file__).parent

# The same examples in every run: a failure is a change's fault, not chance's; and no folder of examples.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("suite")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A fresh copy of the sample course; it uses every part of the model, and nothing is wrong with it."""
    return shutil.copytree(TESTS / "sample", tmp_path / "sample")


@pytest.fixture
def curriculum() -> Path:
    """The real curriculum, to read only."""
    return TESTS.parent / "curriculum"


@pytest.fixture
def change() -> Callable[[Path, str, str], None]:
    """A function that replaces a text, which must stand there exactly once, in a file."""

    def change_file(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change_file


@pytest.fixture
def check() -> Callable[[Path], list[str]]:
    """A function that checks a course and tells its findings as ``file:line:column CODE``."""

    def check_folder(root: Path) -> list[str]:
        findings = check_curriculum(Curriculum(root), TODAY).findings
        return [told(finding, root) for finding in findings]

    return check_folder


def told(finding: Finding, root: Path) -> str:
    place = finding.place
    path = place.source.path.removeprefix(f"{root.as_posix()}/")
    return f"{path}:{place.line}:{place.column} {finding.code}"
