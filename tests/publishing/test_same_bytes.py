"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from generator import __version__
from generator.publishing.archive import FOLDER, README
from generator.publishing.build import build, curriculum_digest
from generator.publishing.record import write_record
from generator.rendering.site import ARCHIVE
from generator.views.handbook import SHEETS
from tests.publishing.built import LANGUAGES, ROOT, SAMPLE, BuiltSite, CourseInTests, plan, quiet
from tests.publishing.pdf_file import PdfFile

ANOTHER_DAY: Final = ROOT / "tests" / "publishing" / "another_day"
SURROUNDINGS: Final = {
    "PYTHONPATH": str(ANOTHER_DAY),
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "C",
    "SOURCE_DATE_EPOCH": "1000000000",
    "USER": "orang-lain",
    "LOGNAME": "orang-lain",
}

OLD: Final = (
    "old.html",
    "assets/old.js",
    "nl/index.html",
    "nl/handbooks/old.pdf",
    "id/old.html",
    "id/handbooks/old.pdf",
    "id/handbooks/sheets/old.pdf",
    "id/handbooks/sheets/old.png",
)
"""Files of an earlier build for which there is no cause any more."""
HARMED: Final = (
    "index.html",
    "404.html",
    "tangguh.zip",
    "id/index.html",
    "en/assets/tokens.css",
    "en/handbooks/participant-course.pdf",
)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def copy_backwards(source: Path, target: Path) -> None:
    """Make the files in another order, long ago, and for their owner alone."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
            place.chmod(0o600)
            os.utime(place, (1_000_000_000, 1_000_000_000))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the whole project in another folder: another day, time zone, locale, hash seed, user and
    umask, files found backwards, and another number of processes.
    """
    project = tmp_path_factory.mktemp("proyek") / "di tempat lain"
    shutil.copytree(ROOT / "generator", project / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    copy_backwards(ROOT / "theme", project / "theme")
    copy_backwards(SAMPLE, project / "curriculum")
    shutil.copy(ROOT / "mkdocs.yml", project)
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--output", "hasil", "--jobs", "3", "--quiet"],
        cwd=project,
        env=os.environ | SURROUNDINGS | {"HOME": str(project.parent)},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stderr
    assert "ImportError" not in ran.stderr
    return project / "hasil"


def test_a_build_elsewhere_on_another_day_gives_the_same_bytes(
    built_sample: BuiltSite, elsewhere: Path
) -> None:
    first, second = contents(built_sample.output), contents(elsewhere)
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_over_an_old_output_gives_the_same_bytes(
    built_sample: BuiltSite, sample_course: CourseInTests, tmp_path: Path
) -> None:
    """What the old one held and the new one does not is gone; a file that was harmed is mended."""
    shutil.copytree(built_sample.output.parent / "work", tmp_path / "work")
    site = shutil.copytree(built_sample.output, tmp_path / "site")
    for name in OLD:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("old", encoding="utf-8")
    for name in HARMED:
        (site / name).write_bytes((site / name).read_bytes().swapcase())
    pages = {name: {"pages": 1} for name in (*OLD, *built_sample.handbooks) if name.endswith(".pdf")}
    write_record(site, "0.0.1", "0" * 64, pages, {})
    facts = {"translations": sample_course.checked.translations}
    build(plan(SAMPLE, tmp_path, **facts), sample_course.courses, quiet)
    first, second = contents(built_sample.output), contents(site)
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_that_build_was_on_another_day_and_found_its_files_backwards() -> None:
    """So that the test above says something."""
    code = (
        "import datetime, os, pathlib, time;"
        "print(datetime.date.today().year, datetime.datetime.now().year, time.gmtime().tm_year,"
        "[path.name for path in pathlib.Path(os.environ['PYTHONPATH']).parent.glob('test_[xs]*')][:1])"
    )
    ran = [
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | more, capture_output=True, text=True, check=True
        ).stdout.split()
        for more in (SURROUNDINGS, {"PYTHONPATH": str(ANOTHER_DAY.parent / "no such")})
    ]
    (*then, last), (*now, first) = ran
    assert all(int(year) > int(this) for year, this in zip(then, now, strict=True))
    assert last != first


@pytest.mark.parametrize("language", LANGUAGES)
def test_version_and_digest_stand_in_every_books_imprint(built_sample: BuiltSite, language: str) -> None:
    """Not on sheets alone: there the lines are the group's."""
    books = [
        path
        for path in (built_sample.output / language / "handbooks").rglob("*.pdf")
        if path.parent.name != SHEETS and not path.name.startswith("fillable-")
    ]
    assert books
    digest = curriculum_digest(SAMPLE)[:12]
    for path in books:
        imprint = " ".join(PdfFile(path).pages[:3])
        assert digest in imprint, path.name
        assert __version__ in imprint, path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_version_and_digest_stand_on_the_site(built_sample: BuiltSite, language: str) -> None:
    """Where it tells of itself, and where the handbooks are."""
    for page in ("chapters/index.html", "downloads.html"):
        text = built_sample.pages[f"{language}/{page}"].text()
        assert curriculum_digest(SAMPLE)[:12] in text
        assert __version__ in text


def test_version_and_digest_stand_in_what_one_reads_first_of_the_archive(built_sample: BuiltSite) -> None:
    with zipfile.ZipFile(built_sample.output / ARCHIVE) as archive:
        text = archive.read(f"{FOLDER}/{README}").decode()
    assert text.count(curriculum_digest(SAMPLE)[:12]) == len(LANGUAGES)
    assert text.count(__version__) >= len(LANGUAGES)


def test_version_and_digest_stand_in_the_record(built_sample: BuiltSite) -> None:
    assert built_sample.record["version"] == __version__
    assert built_sample.record["curriculum"] == curriculum_digest(SAMPLE)
