"""Sheets hold together: tables, rubrics, response scales and cut-offs fit themselves and each other."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checking.problem import Path, Problem
from generator.model import layout
from generator.model.course import Course
from generator.model.evaluation import CourseEvaluation
from generator.model.instrument import DescriptiveInstrument, ScoredInstrument
from generator.model.scale import ResponseScale
from generator.model.worksheet import TableBlock, ThermometerBlock, Worksheet


def check_sheets(course: Course) -> Iterator[Problem]:
    for index, scale in enumerate(course.scales):
        yield from _rising(scale, ("scales", index))
    for home, worksheet in course.all_worksheets():
        file = layout.worksheet_file(home, worksheet.slug)
        yield from _tables(worksheet, file)
        yield from _thermometers(worksheet, file)
    for home, evaluation in course.all_evaluations():
        file = layout.evaluation_file(home)
        yield from _descriptors(evaluation, file)
        yield from _examples(evaluation, file)
        yield from _cut_offs(course, evaluation, file)


def _rising(scale: ResponseScale, path: Path) -> Iterator[Problem]:
    values = [point.value for point in scale.points]
    for index, (before, value) in enumerate(pairwise(values), 1):
        if value <= before:
            facts = {"value": value, "before": before}
            yield Problem("F18", layout.SCALES, (*path, "points", index, "value"), facts)


def _tables(worksheet: Worksheet, file: str) -> Iterator[Problem]:
    for index, block in enumerate(worksheet.blocks):
        if not isinstance(block, TableBlock):
            continue
        path: Path = ("blocks", index)
        if block.example and len(block.example) != len(block.columns):
            facts = {"columns": len(block.columns), "cells": len(block.example)}
            yield Problem("F16", file, (*path, "example"), facts)
        if not block.rows and not block.empty_rows:
            yield Problem("F17", file, path)


def _thermometers(worksheet: Worksheet, file: str) -> Iterator[Problem]:
    for index, block in enumerate(worksheet.blocks):
        if isinstance(block, ThermometerBlock) and not block.covers_itself:
            yield Problem("F22", file, ("blocks", index, "zones"), {"highest": block.highest})


def _descriptors(evaluation: CourseEvaluation, file: str) -> Iterator[Problem]:
    for index, rubric in enumerate(evaluation.rubrics):
        for row, criterion in enumerate(rubric.criteria):
            if len(criterion.descriptors) != len(rubric.levels):
                facts = {"levels": len(rubric.levels), "descriptors": len(criterion.descriptors)}
                yield Problem("F13", file, ("rubrics", index, "criteria", row, "descriptors"), facts)


def _examples(evaluation: CourseEvaluation, file: str) -> Iterator[Problem]:
    for index, instrument in enumerate(evaluation.instruments):
        if not isinstance(instrument, DescriptiveInstrument):
            continue
        for row, aspect in enumerate(instrument.aspects):
            if aspect.example and len(aspect.example) != len(instrument.columns):
                facts = {"columns": len(instrument.columns), "cells": len(aspect.example)}
                yield Problem("F21", file, ("instruments", index, "aspects", row, "example"), facts)


def _cut_offs(course: Course, evaluation: CourseEvaluation, file: str) -> Iterator[Problem]:
    values = {scale.slug: [point.value for point in scale.points] for scale in course.scales}
    for index, instrument in enumerate(evaluation.instruments):
        if not isinstance(instrument, ScoredInstrument) or instrument.cut_off is None:
            continue
        if instrument.scale not in values:
            continue  # that the scale is unknown is told elsewhere
        low, high = min(values[instrument.scale]), max(values[instrument.scale])
        if not low <= instrument.cut_off <= high:
            facts: dict[str, str | int] = {
                "cut_off": f"{instrument.cut_off:g}",
                "scale": instrument.scale,
                "low": low,
                "high": high,
            }
            yield Problem("F19", file, ("instruments", index, "cut_off"), facts)
