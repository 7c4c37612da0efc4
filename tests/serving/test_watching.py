"""Saves are noticed, whatever way an editor takes; a burst of events is one save."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.serving import watching
from generator.serving.watching import Bell, Saved, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    (tmp_path / "file.yaml").write_text("title: satu", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/inner.yaml").touch()
    watch = Watch(tmp_path)
    yield watch
    watch.stop()
    watch.close()


def files(saved: Saved | None, folder: Path) -> set[str]:
    assert saved is not None
    return set(saved.files[folder])


def test_a_burst_of_rings_is_heard_once() -> None:
    bell = Bell()
    for _ in range(20):
        bell.ring()
    assert bell.wait(1)
    assert not bell.wait(0)


def test_a_ring_during_a_burst_belongs_to_it() -> None:
    bell = Bell()
    bell.ring()
    ringing = Thread(target=bell.ring)
    ringing.start()
    assert bell.wait(1)
    ringing.join()
    bell.wait(0)  # where the thread was late, this is its own burst
    assert not bell.wait(0)


def write(folder: Path) -> set[str]:
    (folder / "file.yaml").write_text("title: dua", encoding="utf-8")
    return {"file.yaml"}


def write_beside_and_rename(folder: Path) -> set[str]:
    (folder / "file.yaml~").write_text("title: tiga", encoding="utf-8")
    (folder / "file.yaml~").replace(folder / "file.yaml")
    return {"file.yaml"}


def remove(folder: Path) -> set[str]:
    (folder / "folder/inner.yaml").unlink()
    return {"folder/inner.yaml"}


def move_a_folder(folder: Path) -> set[str]:
    (folder / "folder").rename(folder / "other")
    return {"folder/inner.yaml", "other/inner.yaml"}


def write_into_a_new_folder(folder: Path) -> set[str]:
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/b/new.yaml").touch()
    return {"a/b/new.yaml"}


@pytest.mark.parametrize(
    "save", [write, write_beside_and_rename, remove, move_a_folder, write_into_a_new_folder]
)
def test_every_way_of_saving_is_noticed(
    watch: Watch, tmp_path: Path, save: Callable[[Path], set[str]]
) -> None:
    expected = save(tmp_path)
    found = files(watch.wait(), tmp_path)
    while not expected <= found:  # a slow machine may look in the middle
        found |= files(watch.wait(), tmp_path)
    assert found == expected


def test_a_save_is_told_with_its_time(watch: Watch, tmp_path: Path) -> None:
    write(tmp_path)
    saved = watch.wait()
    assert saved is not None
    assert saved.at == pytest.approx((tmp_path / "file.yaml").stat().st_mtime)


def test_where_no_events_come_saves_are_noticed_by_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(observer: object) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watching.Observer, "start", refuse)
    monkeypatch.setattr(watching, "LOOK_EVERY", 0.01)
    watch = Watch(tmp_path)
    assert not watch.has_events
    write(tmp_path)
    assert files(watch.wait(), tmp_path) == {"file.yaml"}
    watch.close()


def test_whoever_waits_is_told_when_watching_ends(watch: Watch) -> None:
    told: list[Saved | None] = []
    waiting = Thread(target=lambda: told.append(watch.wait()))
    waiting.start()
    watch.stop()
    waiting.join()
    assert told == [None]
