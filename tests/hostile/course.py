"""Courses from somebody who means harm: the sample with one thing changed, or with all its texts poisoned."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from generator.model.course import CourseFile
from generator.model.shape import ListShape, PartShape, Shape, TextShape, fields
from generator.reading.loading import part_of

MODULE = "modules/listening"
HEARING = f"{MODULE}/sessions/hearing.yaml"
MEDIA = f"{MODULE}/media"
Change = Callable[[Path], None]


def text(value: str) -> Change:
    """This text, as YAML without quotes or whatever it needs, as the summary of the first session."""
    return replacing(
        HEARING, "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan.", f"summary: {value}"
    )


def prose(value: str) -> Change:
    """This Markdown as the summary of the first session."""
    written = yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10**9).rstrip("\n")
    return text(written)


def title(value: str) -> Change:
    """This text as the title of the first session."""
    return replacing(HEARING, "title: Mendengar\n", f"title: {value}\n")


def replacing(file: str, old: str, new: str) -> Change:
    """Another text in the place of one that stands once in a file."""

    def change(root: Path) -> None:
        found = (root / file).read_text(encoding="utf-8")
        assert found.count(old) == 1, f"{old!r} stands {found.count(old)} times in {file}"
        (root / file).write_text(found.replace(old, new), encoding="utf-8")

    return change


def adding(file: str, more: str) -> Change:
    """More at the end of a file."""

    def change(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write(more)

    return change


def writing(file: str, content: str | bytes) -> Change:
    """A file with this content."""

    def change(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def picture(name: str, content: str | bytes) -> Change:
    """A picture among those of the module, which no text shows."""
    return writing(f"{MEDIA}/{name}", content)


def drawing(inside: str, more: str = "") -> Change:
    """A drawing that holds this."""
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return picture("evil.svg", f'<svg {namespaces} viewBox="0 0 40 20" {more}>{inside}</svg>')


def link(file: str, target: str) -> Change:
    """A symbolic link in the place of whatever stood there."""

    def change(root: Path) -> None:
        clear(root / file)
        (root / file).symlink_to(target)

    return change


def pipe(file: str) -> Change:
    """A pipe in the place of whatever stood there; who opened it would wait for ever."""

    def change(root: Path) -> None:
        clear(root / file)
        os.mkfifo(root / file)

    return change


def listener(file: str) -> Change:
    """A socket in the place of whatever stood there."""

    def change(root: Path) -> None:
        clear(root / file)
        before = Path.cwd()
        os.chdir((root / file).parent)  # a socket's name may only be short
        try:
            with socket.socket(socket.AF_UNIX) as opened:
                opened.bind(Path(file).name)
        finally:
            os.chdir(before)

    return change


def folder(file: str) -> Change:
    """A folder in the place of whatever stood there."""

    def change(root: Path) -> None:
        clear(root / file)
        (root / file).mkdir(parents=True)

    return change


def clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)


def in_a_language_of_its_own(root: Path, language: str) -> None:
    """Leave the translations out, and call the course's language another one, whose labels it may bring."""
    for found in sorted(root.rglob("translations")):
        shutil.rmtree(found)
    course = root / "course.yaml"
    data = yaml.safe_load(course.read_text(encoding="utf-8"))
    data["languages"] = [language]
    course.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def poison(root: Path, plain: tuple[str, ...], markdown: tuple[str, ...]) -> None:
    """Add to every text of a course, in turn, one of what may do harm there."""
    doses = {"plain": cycle(plain), "markdown": cycle(markdown)}
    for path in sorted(root.rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        part = CourseFile if file == "course.yaml" else part_of(file)
        if part is None:
            continue
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        # BaseLoader makes texts of all values; those that are none are taken from a second reading.
        typed = yaml.safe_load(path.read_text(encoding="utf-8"))
        poisoned = _poisoned(data, typed, PartShape((part,)), doses)
        path.write_text(yaml.safe_dump(poisoned, allow_unicode=True, sort_keys=False), encoding="utf-8")


def poison_labels(root: Path, language: str, ground: Path, plain: tuple[str, ...]) -> None:
    """Have a course bring labels of its own, each with something in it that may do harm there."""
    doses = cycle(plain)

    def dosed(label: Any) -> Any:
        match label:
            case str():
                return f"{label} {next(doses)}"
            case list():
                return [dosed(one) for one in label]
            case dict():
                return {key: one if key == "slug" else dosed(one) for key, one in label.items()}
        return label

    labels = dosed(yaml.safe_load(ground.read_text(encoding="utf-8")))
    path = root / f"translations/{language}/labels.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(yaml.safe_dump(labels, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _poisoned(data: Any, typed: Any, shape: Shape | None, doses: dict[str, Iterator[str]]) -> Any:
    match shape:
        case TextShape() if isinstance(data, str):
            return f"{data}{' ' if shape.markup == 'plain' else chr(10) * 2}{next(doses[shape.markup])}"
        case ListShape() if isinstance(data, list):
            return [_poisoned(one, two, shape.item, doses) for one, two in zip(data, typed, strict=True)]
        case PartShape() if isinstance(data, dict):
            variant = shape.variant(data.get("kind"))
            inside = fields(variant) if variant else {}
            return {key: _poisoned(value, typed[key], inside.get(key), doses) for key, value in data.items()}
    return data if isinstance(typed, str) or type(typed).__name__ == "date" else typed
