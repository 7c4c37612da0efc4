"""A build with nothing new is known as such, and nothing else is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.cache import Cache
from generator.publishing.last_build import LastBuild, find_last_build, made_from, remember_build
from generator.publishing.tally import Count, Tally


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    place = tmp_path / "site"
    (place / "id").mkdir(parents=True)
    (place / "id" / "index.html").write_text("page", encoding="utf-8")
    return place


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "curriculum"
    folder.mkdir()
    (folder / "course.yaml").write_text("title: x\n", encoding="utf-8")
    return folder


def counts() -> tuple[Count, ...]:
    tally = Tally()
    tally.add("id", "sheets", new=3, kept=1, pages=9, seconds=1.5)
    return tuple(tally)


def test_what_was_remembered_is_found_with_everything_kept(cache: Cache, output: Path) -> None:
    remember_build(cache, output, LastBuild("digest", "told", counts()))
    found = find_last_build(cache, output, "digest")
    assert found == LastBuild("digest", "told", (Count("id", "sheets", 0, 4, 9, 0),))


def test_something_else_is_not_found(cache: Cache, output: Path, tmp_path: Path) -> None:
    remember_build(cache, output, LastBuild("digest", "", ()))
    assert find_last_build(cache, output, "other") is None
    assert find_last_build(cache, tmp_path / "elsewhere", "digest") is None
    assert find_last_build(Cache(None), output, "digest") is None


def write_over(output: Path) -> None:
    (output / "id/index.html").write_text("PAGE", encoding="utf-8")


def touch(output: Path) -> None:
    os.utime(output / "id/index.html", (1, 1))


def add(output: Path) -> None:
    (output / "more.html").touch()


def take_away(output: Path) -> None:
    (output / "id/index.html").unlink()


@pytest.mark.parametrize("change", [write_over, touch, add, take_away])
def test_an_output_that_somebody_changed_is_made_again(
    cache: Cache, output: Path, change: Callable[[Path], None]
) -> None:
    os.utime(output / "id/index.html", (5, 5))
    remember_build(cache, output, LastBuild("digest", "", ()))
    change(output)
    assert find_last_build(cache, output, "digest") is None


def test_the_digest_depends_on_options_names_and_contents(source: Path) -> None:
    seen = {made_from(["a"], [source]), made_from(["b"], [source]), made_from(["a", ""], [source])}
    (source / "course.yaml").write_text("title: y\n", encoding="utf-8")
    seen.add(made_from(["a"], [source]))
    (source / "course.yaml").rename(source / "other.yaml")
    seen.add(made_from(["a"], [source]))
    assert len(seen) == 5


def test_the_digest_reads_nothing_but_plain_files(source: Path) -> None:
    before = made_from([], [source])
    os.mkfifo(source / "pipe")
    (source / "link").symlink_to("/dev/zero")
    assert made_from([], [source]) != before
