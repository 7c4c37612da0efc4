"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.publishing.built import ROOT, SAMPLE, BuiltSite

ELSEWHERE = """
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from tests.publishing.built import CourseInTests, plan, quiet
from generator.publishing.build import build

curriculum = Path("kursus salinan")
course = CourseInTests(curriculum)
built = plan(curriculum, Path("hasil"), jobs=3, translations=course.checked.translations)
build(built, course.courses, quiet)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_second_build_elsewhere_gives_the_same_bytes(built_sample: BuiltSite, tmp_path: Path) -> None:
    """Another folder, hash seed, time zone, language and number of processes."""
    shutil.copytree(SAMPLE, tmp_path / "kursus salinan")
    surroundings = {
        "PYTHONHASHSEED": "4242",
        "TZ": "Asia/Jayapura",
        "LC_ALL": "C",
        "LANG": "C",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1000000000",
    }
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(ROOT)],
        cwd=tmp_path,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert ran.returncode == 0, ran.stderr
    first, second = contents(built_sample.output), contents(tmp_path / "hasil" / "site")
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []
