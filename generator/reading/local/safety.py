"""What safety needs cannot be taken away by a local folder, and is changed only with a warning."""

from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.model import layout
from generator.reading.loading import Curriculum
from generator.reading.local.changes import Change, plain


def safety_chapters(course: Curriculum) -> set[str]:
    """The slugs of the course's safety chapters."""
    return {
        slug
        for slug in _slugs(course, "chapters")
        if course.has(layout.chapter_file(slug))
        and plain(course.read(layout.chapter_file(slug)).tree, "safety") is True
    }


def safety_findings(course: Curriculum, file: str, changes: list[Change]) -> Iterator[Finding]:
    """What is said of the changes to a file, which may be a translation, of a part that safety needs.

    Args:
        course: The course without the local folder.
        file: The file's path in both.
        changes: What is replaced in it and added.
    """
    translation = layout.translated_from(file)
    source = translation[1] if translation else file
    for change in changes:
        facts = {"part": "/".join(change.path)}
        if _takes_away(source, change):
            yield Finding("O06", change.place, {"part": _name(source, change)})
        elif _changes_safety(course, source, change):
            yield Finding("O04", change.place, facts)


def _takes_away(file: str, change: Change) -> bool:
    if file == layout.COURSE:
        return change.path == ("back_cover",) and plain(change.local) is None
    return change.path == ("safety",) and plain(change.course) is True


def _name(file: str, change: Change) -> str:
    return str(plain(change.course)) if file == layout.COURSE else file.split("/")[-1].removesuffix(".yaml")


def _changes_safety(course: Curriculum, file: str, change: Change) -> bool:
    """Whether a change replaces what safety needs; of a contact, whether it says anything else of it."""
    if file == layout.COURSE:
        return change.path == ("back_cover",) and change.course is not None
    if file == layout.CONTACTS:
        return change.course is not None or len(change.path) > len(("contacts", "slug"))
    if change.course is None or not course.has(file):
        return False
    cover = plain(course.read(layout.COURSE).tree, "back_cover")
    return file == f"worksheets/{cover}.yaml" or plain(course.read(file).tree, "safety") is True


def _slugs(course: Curriculum, key: str) -> list[str]:
    listed = plain(course.read(layout.COURSE).tree, key)
    return [slug for slug in listed if isinstance(slug, str)] if isinstance(listed, tuple) else []
