"""Makes the first drafts of a language's translations: what each source text says, and where to write."""

from collections.abc import Iterator

from generator.authoring.draft import untranslated
from generator.authoring.proposal import Writer
from generator.model import layout
from generator.model.course import Course
from generator.reading.file_kind import FileKind, kind_of
from generator.reading.loading import Curriculum
from generator.reading.tree import Mapping, to_data


def translations(curriculum: Curriculum, files: list[str], language: str, writer: Writer) -> dict[str, str]:
    """The translations of source files, by their paths; those that are there already are left out."""
    texts = {}
    for file in files:
        kind = kind_of(file)
        translation = layout.translation_file(file, language)
        if kind and kind.translated and not curriculum.has(translation):
            text = _translation(curriculum, file, kind, language, writer)
            if text:
                texts[translation] = text
    return texts


def _translation(
    curriculum: Curriculum, file: str, kind: FileKind, language: str, writer: Writer
) -> str | None:
    tree = curriculum.read(file).tree
    overlay = untranslated(kind.part, to_data(tree), language) if isinstance(tree, Mapping) else {}
    translation = layout.translation_file(file, language)
    return writer.translation(translation, file, language, overlay) if overlay else None


def first_files(course: Course) -> Iterator[str]:
    """What is translated first: the course's and the modules' own words, and all that is about safety."""
    yield layout.COURSE
    yield layout.CONTACTS
    for chapter in course.chapters:
        if chapter.safety:
            yield layout.chapter_file(chapter.slug)
    for home, worksheet in course.all_worksheets():
        if worksheet.safety:
            yield layout.worksheet_file(home, worksheet.slug)
    for module in course.modules:
        yield layout.module_file(module.slug)
