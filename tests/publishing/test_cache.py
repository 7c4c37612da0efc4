"""The cache gives back what was put there, and nothing else."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.cache import DIGEST_SIZE, LONGEST_UNFINISHED, Cache, key_of

KEY = key_of("kind", "text", b"bytes")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("content", [b"", b"text", bytes(1000)])
def test_gives_back_what_was_put(tmp_path: Path, content: bytes) -> None:
    Cache(tmp_path).put(KEY, content)
    assert Cache(tmp_path).get(KEY) == content


def test_has_nothing_by_another_key(tmp_path: Path) -> None:
    Cache(tmp_path).put(KEY, b"text")
    assert Cache(tmp_path).get(key_of("kind", "other")) is None


def test_the_last_one_counts(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"first")
    cache.put(KEY, b"second")
    assert cache.get(KEY) == b"second"


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put(KEY, b"text")
    assert cache.get(KEY) is None


@settings(deadline=None)
@given(position=st.integers(0, DIGEST_SIZE + 3), flipped=st.integers(1, 255))
def test_a_changed_byte_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, position: int, flipped: int
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    assert cache.folder
    cache.put(KEY, b"text")
    (path,) = files(cache.folder)
    data = bytearray(path.read_bytes())
    data[position] ^= flipped
    path.write_bytes(data)
    assert cache.get(KEY) is None


@pytest.mark.parametrize("left", range(DIGEST_SIZE + 4))
def test_a_shortened_entry_is_noticed(tmp_path: Path, left: int) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"text")
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes()[:left])
    assert cache.get(KEY) is None


def test_what_was_not_used_goes(tmp_path: Path) -> None:
    cache, used = Cache(tmp_path), key_of("kind", "used")
    for key in (KEY, used):
        cache.put(key, b"text")
    for path in files(tmp_path):
        os.utime(path, (1000, 1000))
    cache.get(used)
    cache.clear()
    assert (cache.get(KEY), cache.get(used)) == (None, b"text")


def test_what_was_never_finished_goes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"text")
    half = tmp_path / KEY[:2] / "half.unfinished"
    half.write_bytes(b"")
    os.utime(half, (time.time() - 2 * LONGEST_UNFINISHED,) * 2)
    cache.clear()
    assert [path.name for path in files(tmp_path)] == [KEY]


def test_what_another_build_is_writing_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"text")
    (tmp_path / KEY[:2] / "half.unfinished").write_bytes(b"")
    cache.clear(most_bytes=0)
    assert [path.name for path in files(tmp_path)] == ["half.unfinished"]


def test_keys_tell_their_parts_apart() -> None:
    keys = [key_of("a", "b", "c"), key_of("a", "bc"), key_of("ab", "c"), key_of("a", "b", "c", "")]
    assert len(set(keys)) == len(keys)


def test_what_was_used_last_stays_where_there_is_too_much(tmp_path: Path) -> None:
    cache, used = Cache(tmp_path), key_of("kind", "used")
    for key in (used, KEY):
        cache.put(key, bytes(100))
    now = time.time()
    os.utime(tmp_path / KEY[:2] / KEY, (now - 1000, now - 1000))
    cache.clear(most_bytes=150)
    assert (cache.get(KEY), cache.get(used)) == (None, bytes(100))
