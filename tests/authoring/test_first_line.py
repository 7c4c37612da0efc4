"""Every file of the curriculum names its schema in its first line, and is else left as it is."""

import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.first_line import with_first_line
from generator.reading.file_kind import OPENS, first_line, schema_of
from generator.reading.loading import Curriculum

LINE = f"{OPENS}../schemas/session.json"


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("course.yaml", "schemas/course.json"),
        ("references.yaml", "schemas/references.json"),
        ("evaluation.yaml", "schemas/course-evaluation.json"),
        ("modules/a/evaluation.yaml", "../../schemas/evaluation.json"),
        ("modules/a/sessions/b.yaml", "../../../schemas/session.json"),
        ("translations/en/course.yaml", "../../schemas/translations/course.json"),
        (
            "modules/a/translations/en/sessions/b.yaml",
            "../../../../../schemas/translations/session.json",
        ),
    ],
)
def test_the_line_leads_from_the_file_to_its_schema(file: str, path: str) -> None:
    assert first_line(file) == OPENS + path


@pytest.mark.parametrize("file", ["translations/en/references.yaml", "notes.yaml", "modules/a/b/c.yaml"])
def test_a_file_that_no_schema_describes_has_no_such_line(file: str) -> None:
    assert first_line(file) is None


def test_every_file_of_the_curriculum_begins_with_it(curriculum: Path) -> None:
    files = Curriculum(curriculum).files()
    assert files
    for file in files:
        line = (curriculum / file).read_text(encoding="utf-8").partition("\n")[0]
        assert line.startswith(OPENS), file
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), line.removeprefix(OPENS)))
        assert target == schema_of(file), file
        assert (curriculum / target).is_file()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", f"{LINE}\ntitle: A\n"),
        ("", f"{LINE}\n"),
        (f"{OPENS}old.json\ntitle: A\n", f"{LINE}\ntitle: A\n"),
        (f"{OPENS}old.json", LINE),
        ("title: A\r\nb: 1\r\n", f"{LINE}\r\ntitle: A\r\nb: 1\r\n"),
        (f"{OPENS}old.json\r\ntitle: A\r\n", f"{LINE}\r\ntitle: A\r\n"),
        ("\ufefftitle: A\n", f"\ufeff{LINE}\ntitle: A\n"),
    ],
)
def test_the_line_is_put_first_or_mended(before: str, after: str) -> None:
    assert with_first_line(before, LINE) == after


@given(text=st.text())
def test_putting_it_again_changes_nothing(text: str) -> None:
    once = with_first_line(text, LINE)
    assert with_first_line(once, LINE) == once
