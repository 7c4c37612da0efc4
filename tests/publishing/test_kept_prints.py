"""What did not change is not printed again, and a cache that is damaged is noticed."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from generator.publishing.build import build
from generator.publishing.handbooks import Press, Printing
from generator.publishing.jobs import Workers, run_here, workers
from generator.publishing.paper import A4, F4, Paper
from generator.rendering.print import render_documents
from tests.publishing.built import JOBS, SAMPLE, THEME, CourseInTests, plan, quiet

ZEROS = "0" * 64
SESSION = "modules/listening/sessions/hearing.yaml"


@dataclass
class Prints:
    """A copy of the sample that is edited and printed again."""

    folder: Path

    @property
    def curriculum(self) -> Path:
        return self.folder / "curriculum"

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.curriculum / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def print(self, digest: str = ZEROS, paper: Paper = A4) -> set[str]:
        """Print the participant's books in Indonesian; the names of what was made anew."""
        course = CourseInTests(self.curriculum).courses["id"]
        documents = render_documents(course, THEME, self.curriculum / "modules", ["participant"])
        press = Press(THEME.root, self.curriculum / "modules", paper, self.folder / "cache")
        printing = Printing(documents, press, self.folder / "out", digest)
        new = set()
        for done in run_here(printing.jobs()):
            printing.finish(done)
            if not done.kept:
                new.add(done.name.removeprefix("handbooks/").removesuffix(".pdf"))
        return new


@pytest.fixture(scope="module")
def printed_once(tmp_path_factory: pytest.TempPathFactory) -> Prints:
    prints = Prints(tmp_path_factory.mktemp("prints"))
    shutil.copytree(SAMPLE, prints.curriculum)
    assert prints.print() == {
        "participant/module-listening",
        "participant/common",
        "participant/own-listening",
        "participant/own-course",
        "participant-listening",
        "participant-course",
    }
    return prints


@pytest.fixture
def prints(printed_once: Prints, tmp_path: Path) -> Prints:
    shutil.copytree(printed_once.folder, tmp_path, dirs_exist_ok=True)
    return Prints(tmp_path)


def test_nothing_is_printed_twice(prints: Prints) -> None:
    assert prints.print() == set()


def test_another_digest_changes_the_imprints_alone(prints: Prints) -> None:
    def books() -> list[bytes]:
        return [path.read_bytes() for path in sorted((prints.folder / "out").rglob("*.pdf"))]

    before = books()
    assert prints.print("f" * 64) == set()
    after = books()
    assert all(one != other and len(one) == len(other) for one, other in zip(before, after, strict=True))


def test_an_edited_session_is_laid_out_in_its_module_alone(prints: Prints) -> None:
    prints.edit(SESSION, "Kita mencari tahu", "Kita bersama mencari tahu")
    new = prints.print()
    assert new >= {"participant/module-listening", "participant-listening", "participant-course"}
    assert "participant/common" not in new


def test_what_is_for_facilitators_does_not_change_the_participants_book(prints: Prints) -> None:
    prints.edit(SESSION, "Susun kursi berpasangan.", "Susun semua kursi berpasangan.")
    assert prints.print() == set()


def test_another_paper_is_another_print(prints: Prints) -> None:
    assert len(prints.print(paper=F4)) == 6


def test_a_changed_picture_is_printed_again(prints: Prints) -> None:
    pictures = sorted((prints.curriculum / "modules/listening/media").glob("*.svg"))
    shown = [path for path in pictures if path.name in (prints.curriculum / SESSION).read_text("utf-8")]
    path = (shown or pictures)[0]
    path.write_text(path.read_text(encoding="utf-8").replace("</svg>", "<g/></svg>"), encoding="utf-8")
    assert "participant/module-listening" in prints.print() or not shown


def entries(work: Path) -> list[Path]:
    return sorted(path for path in (work / "cache").rglob("*") if path.is_file())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def overwrite(path: Path) -> None:
    path.write_bytes(b"something else altogether")


def make_a_folder_of_it(path: Path) -> None:
    path.unlink()
    path.mkdir()


TURNS = 2
DAMAGES: tuple[Callable[[Path], None], ...] = (
    flip,
    shorten,
    empty,
    overwrite,
    make_a_folder_of_it,
    Path.unlink,
)


@pytest.fixture(scope="module")
def pool() -> Iterator[Workers]:
    with workers(JOBS) as ready:
        yield ready


def test_each_entry_of_a_cache_may_be_damaged(
    sample_course: CourseInTests, tmp_path: Path, pool: Workers
) -> None:
    """Every entry of a whole build is damaged once, half of them at a time, in all these ways; each build
    gives the same output.
    """
    whole = plan(SAMPLE, tmp_path, translations=sample_course.checked.translations, use_cache=True)

    def output() -> dict[str, bytes]:
        build(whole, sample_course.courses, quiet, pool=pool)
        files = [path for path in whole.output.rglob("*") if path.is_file()]
        return {path.relative_to(whole.output).as_posix(): path.read_bytes() for path in files}

    first, damaged = output(), set()
    paths = entries(whole.work)
    assert len(paths) > 100
    order = Random(0).sample(paths, len(paths))
    for turn in range(TURNS):
        for path, damage in zip(order[turn::TURNS], cycle(DAMAGES), strict=False):
            damage(path)
            damaged.add(path)
        shutil.rmtree(whole.output)
        assert output() == first, turn
    assert damaged == set(paths)
