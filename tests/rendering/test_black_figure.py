"""The theme's figures on covers: black and white, nothing else."""

import re

import pytest

from generator.rendering.black_figure import in_black
from tests.publishing.built import LANGUAGES, THEME, CourseInTests

FIGURES = sorted((THEME.root / "figures").glob("*.svg"))


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_a_figure_in_black_has_no_colour(path):
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", in_black(path.read_text(encoding="utf-8"))))
    assert colours <= {"#000", "#fff"}
    assert "#000" in colours


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_handbook_has_a_picture_on_its_cover(real_course: CourseInTests, language: str) -> None:
    pictures = {}
    for path, document in real_course.documents(language).items():
        if "/sheets/" not in path:
            pictures[path] = re.findall(r"class=\"cover-figure\" style=\"([^\"]+)\"", document.html)
    assert all(len(found) == 1 for found in pictures.values())
    modules = len(real_course.courses[language].modules)
    assert len({found[0] for found in pictures.values()}) == modules + 1
