"""The files of a course as parts: which part stands in which file."""

from collections.abc import Iterator

from generator.model import layout
from generator.model.contact import ContactsFile
from generator.model.course import Course, CourseProfile
from generator.model.glossary import GlossaryFile
from generator.model.module import ModuleProfile
from generator.model.part import Part
from generator.model.scale import ScalesFile
from generator.model.wording import WordingFile


def documents(course: Course) -> Iterator[tuple[str, Part]]:
    """Each file that holds text, with the part that stands in it."""
    profile = {name: getattr(course, name) for name in CourseProfile.model_fields}
    yield layout.COURSE, CourseProfile(**profile)
    yield layout.GLOSSARY, GlossaryFile(terms=course.glossary)
    yield layout.CONTACTS, ContactsFile(contacts=course.contacts)
    yield layout.SCALES, ScalesFile(scales=course.scales)
    yield layout.WORDING, WordingFile(terms=course.wording)
    for chapter in course.chapters:
        yield layout.chapter_file(chapter.slug), chapter
    for programme in course.programmes:
        yield layout.programme_file(programme.slug), programme
    for home, evaluation in course.all_evaluations():
        yield layout.evaluation_file(home), evaluation
    for home, worksheet in course.all_worksheets():
        yield layout.worksheet_file(home, worksheet.slug), worksheet
    for module in course.modules:
        facts = {name: getattr(module, name) for name in ModuleProfile.model_fields}
        yield layout.module_file(module.slug), ModuleProfile(**facts)
        for session in module.sessions:
            yield layout.session_file(module.slug, session.slug), session
