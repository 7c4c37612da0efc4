"""Everything that is named exists: objectives, worksheets, scales, sessions, keys of test items."""

from collections.abc import Iterator

from generator.checking.problem import Path, Problem, files_that_define
from generator.model import layout
from generator.model.assessment import MultipleChoice, SingleChoice
from generator.model.course import Course
from generator.model.evaluation import RatingQuestion
from generator.model.module import Module
from generator.model.programme import SessionEntry
from generator.model.worksheet import RatingScaleBlock


def check_references(course: Course) -> Iterator[Problem]:
    for module in course.modules:
        yield from _sessions(module)
        yield from _scales_of_worksheets(course, module)
        yield from _evaluation(course, module)
    yield from _programmes(course)


def _sessions(module: Module) -> Iterator[Problem]:
    objectives = tuple(objective.slug for objective in module.objectives)
    worksheets = tuple(worksheet.slug for worksheet in module.worksheets)
    for session in module.sessions:
        file = layout.session_file(module.slug, session.slug)
        named: list[tuple[str, tuple[str, ...], Path, tuple[str, ...]]] = [
            ("objective", session.objectives, ("objectives",), objectives)
        ]
        for index, activity in enumerate(session.activities):
            path: Path = ("activities", index)
            named.append(
                ("objective", getattr(activity, "objectives", ()), (*path, "objectives"), session.objectives)
            )
            named.append(
                ("worksheet", getattr(activity, "worksheets", ()), (*path, "worksheets"), worksheets)
            )
        if session.home_practice:
            named.append(
                ("worksheet", session.home_practice.worksheets, ("home_practice", "worksheets"), worksheets)
            )
        for what, slugs, place, known in named:
            for position, slug in enumerate(slugs):
                if slug not in known:
                    might = (layout.worksheet_file(module.slug, slug),) if what == "worksheet" else ()
                    yield _unknown(what, slug, file, (*place, position), known, might)


def _scales_of_worksheets(course: Course, module: Module) -> Iterator[Problem]:
    for worksheet in module.worksheets:
        file = layout.worksheet_file(module.slug, worksheet.slug)
        for index, block in enumerate(worksheet.blocks):
            if isinstance(block, RatingScaleBlock):
                yield from _scale(course, block.scale, file, ("blocks", index, "scale"))


def _evaluation(course: Course, module: Module) -> Iterator[Problem]:
    if module.evaluation is None:
        return
    file = layout.evaluation_file(module.slug)
    yield from _keys(module, file)
    for index, instrument in enumerate(module.evaluation.instruments):
        yield from _scale(course, instrument.scale, file, ("instruments", index, "scale"))
    for index, question in enumerate(module.evaluation.evaluation_form.questions):
        if isinstance(question, RatingQuestion):
            yield from _scale(course, question.scale, file, ("evaluation_form", "questions", index, "scale"))
    known = tuple(objective.slug for objective in module.objectives)
    for slug, path in assessed_objectives(module):
        if slug not in known:
            yield _unknown("objective", slug, file, path, known)


def assessed_objectives(module: Module) -> Iterator[tuple[str, Path]]:
    """Each objective that the evaluation names, with the path where it does."""
    if module.evaluation is None:
        return
    evaluation = module.evaluation
    holders: list[tuple[tuple[str, ...], Path]] = [
        (item.objectives, ("knowledge_test", "items", index))
        for index, item in enumerate(evaluation.knowledge_test.items)
    ]
    holders += [
        (criterion.objectives, ("rubrics", number, "criteria", index))
        for number, rubric in enumerate(evaluation.rubrics)
        for index, criterion in enumerate(rubric.criteria)
    ]
    holders += [
        (indicator.objectives, ("instruments", number, "fields", place, "indicators", index))
        for number, instrument in enumerate(evaluation.instruments)
        for place, field in enumerate(instrument.fields)
        for index, indicator in enumerate(field.indicators)
    ]
    holders += [
        (question.objectives, ("evaluation_form", "questions", index))
        for index, question in enumerate(evaluation.evaluation_form.questions)
    ]
    for slugs, path in holders:
        for position, slug in enumerate(slugs):
            yield slug, (*path, "objectives", position)


def _keys(module: Module, file: str) -> Iterator[Problem]:
    if module.evaluation is None:
        return
    for index, item in enumerate(module.evaluation.knowledge_test.items):
        path = ("knowledge_test", "items", index, "key")
        if isinstance(item, SingleChoice | MultipleChoice):
            known = tuple(option.slug for option in item.options)
            keys = [(item.key, path)] if isinstance(item, SingleChoice) else list(_numbered(item.key, path))
            for key, place in keys:
                if key not in known:
                    yield _unknown("option", key, file, place, known)


def _numbered(keys: tuple[str, ...], path: Path) -> Iterator[tuple[str, Path]]:
    return ((key, (*path, position)) for position, key in enumerate(keys))


def _scale(course: Course, slug: str, file: str, path: Path) -> Iterator[Problem]:
    known = tuple(scale.slug for scale in course.scales)
    if slug not in known:
        yield _unknown("scale", slug, file, path, known, files_that_define("scale", slug))


def _programmes(course: Course) -> Iterator[Problem]:
    sessions = {module.slug: tuple(s.slug for s in module.sessions) for module in course.modules}
    for programme in course.programmes:
        file = layout.programme_file(programme.slug)
        for number, day in enumerate(programme.days):
            for index, entry in enumerate(day.entries):
                if not isinstance(entry, SessionEntry):
                    continue
                path = ("days", number, "entries", index)
                if entry.module not in sessions:
                    might = (layout.module_file(entry.module),)
                    yield _unknown("module", entry.module, file, (*path, "module"), tuple(sessions), might)
                elif entry.session not in sessions[entry.module]:
                    known = sessions[entry.module]
                    might = (layout.session_file(entry.module, entry.session),)
                    yield _unknown("session", entry.session, file, (*path, "session"), known, might)


def _unknown(
    what: str, slug: str, file: str, path: Path, known: tuple[str, ...], might_be_in: tuple[str, ...] = ()
) -> Problem:
    return Problem("R01", file, path, {"what": what, "slug": slug}, slug, known, might_be_in)
