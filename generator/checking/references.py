"""Everything that is named exists: objectives, worksheets, scales, sessions, keys of test items."""

from collections.abc import Iterator

from generator.checking.problem import Path, Problem, files_that_define
from generator.model import layout
from generator.model.assessment import MultipleChoice, SingleChoice
from generator.model.course import Course
from generator.model.evaluation import CourseEvaluation, Evaluation, RatingQuestion
from generator.model.instrument import DescriptiveInstrument, ScoredInstrument
from generator.model.module import Module
from generator.model.programme import SessionEntry
from generator.model.worksheet import RatingScaleBlock, Worksheet


def check_references(course: Course) -> Iterator[Problem]:
    own = tuple(worksheet.slug for worksheet in course.worksheets)
    yield from _back_cover(course, own)
    for home, worksheet in course.all_worksheets():
        yield from _scales_of_worksheet(course, worksheet, layout.worksheet_file(home, worksheet.slug))
    objectives = {module.slug: tuple(o.slug for o in module.objectives) for module in course.modules}
    for home, evaluation in course.all_evaluations():
        yield from _evaluation(
            course, evaluation, layout.evaluation_file(home), objectives.get(home or "", ())
        )
    for module in course.modules:
        yield from _sessions(module, own)
    yield from _programmes(course)


def _back_cover(course: Course, worksheets: tuple[str, ...]) -> Iterator[Problem]:
    if course.back_cover is not None and course.back_cover not in worksheets:
        might = (layout.COURSE, layout.worksheet_file(None, course.back_cover))
        yield _unknown("worksheet", course.back_cover, layout.COURSE, ("back_cover",), worksheets, might)


def _sessions(module: Module, worksheets_of_course: tuple[str, ...]) -> Iterator[Problem]:
    objectives = tuple(objective.slug for objective in module.objectives)
    worksheets = (*(worksheet.slug for worksheet in module.worksheets), *worksheets_of_course)
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
                    homes = (module.slug, None) if what == "worksheet" else ()
                    lists = (layout.COURSE, layout.module_file(module.slug))
                    might = (*lists, *(layout.worksheet_file(home, slug) for home in homes)) if homes else ()
                    yield _unknown(what, slug, file, (*place, position), known, might)


def _scales_of_worksheet(course: Course, worksheet: Worksheet, file: str) -> Iterator[Problem]:
    for index, block in enumerate(worksheet.blocks):
        if isinstance(block, RatingScaleBlock):
            yield from _scale(course, block.scale, file, ("blocks", index, "scale"))


def _evaluation(
    course: Course, evaluation: CourseEvaluation, file: str, objectives: tuple[str, ...]
) -> Iterator[Problem]:
    for index, instrument in enumerate(evaluation.instruments):
        if isinstance(instrument, ScoredInstrument):
            yield from _scale(course, instrument.scale, file, ("instruments", index, "scale"))
    if isinstance(evaluation, Evaluation):
        yield from _keys(evaluation, file)
        for index, question in enumerate(evaluation.evaluation_form.questions):
            if isinstance(question, RatingQuestion):
                path: Path = ("evaluation_form", "questions", index, "scale")
                yield from _scale(course, question.scale, file, path)
    for slug, path in assessed_objectives(evaluation):
        if slug not in objectives:
            yield _unknown("objective", slug, file, path, objectives)


def assessed_objectives(evaluation: CourseEvaluation) -> Iterator[tuple[str, Path]]:
    """Each objective that an evaluation names, with the path where it does."""
    for slugs, path in _holders_of_objectives(evaluation):
        for position, slug in enumerate(slugs):
            yield slug, (*path, "objectives", position)


def _holders_of_objectives(evaluation: CourseEvaluation) -> Iterator[tuple[tuple[str, ...], Path]]:
    for number, rubric in enumerate(evaluation.rubrics):
        for index, criterion in enumerate(rubric.criteria):
            yield criterion.objectives, ("rubrics", number, "criteria", index)
    for number, instrument in enumerate(evaluation.instruments):
        if isinstance(instrument, DescriptiveInstrument):
            for index, aspect in enumerate(instrument.aspects):
                yield aspect.objectives, ("instruments", number, "aspects", index)
            continue
        for place, field in enumerate(instrument.fields):
            for index, indicator in enumerate(field.indicators):
                path = ("instruments", number, "fields", place, "indicators", index)
                yield indicator.objectives, path
    if isinstance(evaluation, Evaluation):
        for index, item in enumerate(evaluation.knowledge_test.items):
            yield item.objectives, ("knowledge_test", "items", index)
        for index, question in enumerate(evaluation.evaluation_form.questions):
            yield question.objectives, ("evaluation_form", "questions", index)


def _keys(evaluation: Evaluation, file: str) -> Iterator[Problem]:
    for index, item in enumerate(evaluation.knowledge_test.items):
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
