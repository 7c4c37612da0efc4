"""A local folder to write into, and the sample course with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.check import Checked, check_curriculum
from generator.findings.finding import Finding
from generator.reading.local.adapted import open_curriculum
from tests.today import TODAY


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def write(own: Path) -> Callable[[str, str], None]:
    """A function that writes a file of the local folder."""

    def write_file(file: str, text: str) -> None:
        (own / file).parent.mkdir(parents=True, exist_ok=True)
        (own / file).write_text(text, encoding="utf-8")

    return write_file


@pytest.fixture
def checked(sample: Path, own: Path) -> Callable[[], Checked]:
    """A function that checks the sample course with the local folder laid over it."""
    return lambda: check_curriculum(open_curriculum(sample, own), TODAY)


@pytest.fixture
def told(checked: Callable[[], Checked], tmp_path: Path) -> Callable[[], list[str]]:
    """A function that tells the findings of both, as ``own/file:line:column CODE``."""

    def tell(finding: Finding) -> str:
        place = finding.place
        path = place.source.path.removeprefix(f"{tmp_path.as_posix()}/")
        return f"{path}:{place.line}:{place.column} {finding.code}"

    return lambda: [tell(finding) for finding in checked().findings]
