"""Two folders change places in one step; where that cannot be, in two that lose nothing."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from generator.publishing import exchange as exchanging
from generator.publishing.exchange import exchange


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The new folder, the place with an old one, and where that may be put."""
    for name in ("new", "place"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    return tmp_path / "new", tmp_path / "place", tmp_path / "old"


def text(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(params=["one step", "two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """As this system does it, and as one does it that cannot exchange."""
    if request.param == "two steps":
        monkeypatch.setattr(exchanging, "_swap", lambda: lambda one, other: -1)
    return request.param


def test_the_new_folder_stands_in_the_place(folders: tuple[Path, Path, Path], way: str) -> None:
    new, place, old = folders
    exchange(*folders)
    assert text(place) == "new"
    assert text(new if new.exists() else old) == "place"


def test_where_nothing_was_the_new_folder_moves_in(folders: tuple[Path, Path, Path], way: str) -> None:
    new, place, old = folders
    (place / "index.html").unlink()
    place.rmdir()
    exchange(*folders)
    assert text(place) == "new"
    assert not new.exists()
    assert not old.exists()


def test_a_system_without_the_call_does_it_in_two_steps(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "_swap", lambda: None)
    exchange(*folders)
    assert text(folders[1]) == "new"
    assert text(folders[2]) == "place"


def test_when_the_second_of_two_steps_fails_the_first_is_taken_back(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, place, old = folders
    monkeypatch.setattr(exchanging, "_swap", lambda: None)
    (new / "index.html").unlink()
    new.rmdir()
    with pytest.raises(FileNotFoundError):
        exchange(*folders)
    assert text(place) == "place"
    assert not old.exists()


@pytest.mark.parametrize("done", [False, True])
def test_ctrl_c_between_two_steps_leaves_a_whole_folder_in_the_place(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, done: bool
) -> None:
    """The old one where it comes before the second step, the new one where it comes after."""
    new, place, old = folders
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> None:
        if path == new and not done:
            raise KeyboardInterrupt
        replace(path, target)
        if path == new:
            raise KeyboardInterrupt

    monkeypatch.setattr(exchanging, "_swap", lambda: None)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        exchange(*folders)
    assert text(place) == ("new" if done else "place")
    assert old.exists() == done


def look_until(place: Path, watching: Event, enough: Event, failures: "multiprocessing.Queue[int]") -> None:
    """Read the folder again and again; how often it was not there."""
    missing = 0
    watching.set()
    while not enough.is_set():
        try:
            assert text(place) in ("new", "place")
        except FileNotFoundError:
            missing += 1
    failures.put(missing)


def test_who_looks_all_the_time_never_finds_nothing(folders: tuple[Path, Path, Path]) -> None:
    """Two hundred exchanges, and another process that reads meanwhile."""
    if exchanging._swap() is None:
        pytest.skip("this system cannot exchange two folders in one step")
    context = multiprocessing.get_context("spawn")
    watching, enough, failures = context.Event(), context.Event(), context.Queue()
    process = context.Process(target=look_until, args=(folders[1], watching, enough, failures), daemon=True)
    process.start()
    try:
        assert watching.wait(60)
        for _ in range(200):
            exchange(*folders)
        enough.set()
        assert failures.get(timeout=60) == 0
    finally:
        process.kill()
        process.join()
