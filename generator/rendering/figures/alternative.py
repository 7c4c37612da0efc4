"""What a drawing shows, in words, for those who do not see it."""

from collections.abc import Mapping
from typing import Any

from generator.model.figure import CurveFigure, CycleFigure, DrawnFigure, ForkFigure, LoopFigure, Stage


def alternative_text(figure: DrawnFigure, labels: Mapping[str, Any]) -> str:
    """The figure's own `alt`, or its title, its stages in order, and how one leads to another.

    Args:
        figure: A figure that is drawn.
        labels: The theme's labels in the course's language.
    """
    if figure.alt:
        return figure.alt
    words = labels["figure_words"]
    match figure:
        case CycleFigure():
            said = _ring(figure, words)
        case LoopFigure():
            said = [_row(figure.stages, words["row"], words), *_back(figure, words)]
        case ForkFigure():
            said = _fork(figure, words)
        case CurveFigure():
            said = _curve(figure, words)
        case _:
            said = []
    return " ".join(_sentence(one) for one in (figure.title, *said))


def _ring(figure: CycleFigure, words: Mapping[str, str]) -> list[str]:
    first, *_, last = figure.stages
    return [
        _row(figure.stages, words["ring"], words),
        words["ring_closes"].format(last=last.title, first=first.title),
    ]


def _back(figure: LoopFigure, words: Mapping[str, str]) -> list[str]:
    first, *_, last = figure.stages
    return [words["back_to_start"].format(last=last.title, first=first.title), figure.way_back]


def _fork(figure: ForkFigure, words: Mapping[str, str]) -> list[str]:
    said = [
        words["begins"].format(start=figure.start.title, question=figure.question),
        _row(figure.if_yes, words["if_yes"], words),
        _row(figure.if_no, words["if_no"], words),
    ]
    for stage in figure.if_no:
        if back := stage.way_back:
            end = figure.if_yes[-1].title
            said.append(words["way_back"].format(stage=stage.title, way_back=back.title, end=end))
    return said


def _curve(figure: CurveFigure, words: Mapping[str, str]) -> list[str]:
    return [
        words["line"],
        _row(figure.rising, words["rising"], words),
        words["peak"].format(stages=figure.peak.title),
        _row(figure.falling, words["falling"], words),
    ]


def _row(stages: tuple[Stage, ...], form: str, words: Mapping[str, str]) -> str:
    return form.format(stages=words["then"].join(stage.title for stage in stages))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
