"""Which kind of figure is drawn how."""

from collections.abc import Mapping
from typing import Any

from generator.model.figure import CurveFigure, CycleFigure, Figure, FlowFigure, ForkFigure, LoopFigure
from generator.rendering.figures.curve import draw_curve
from generator.rendering.figures.fork import draw_fork
from generator.rendering.figures.loop import draw_loop
from generator.rendering.figures.ring import draw_cycle
from generator.rendering.figures.shapes import Drawing


def drawing(figure: Figure, labels: Mapping[str, Any]) -> Drawing | None:
    """The drawing of a figure; None for one whose stages are text in boxes.

    Args:
        figure: A figure of the course.
        labels: The theme's labels in the course's language.
    """
    match figure:
        case FlowFigure():
            return None
        case CycleFigure():
            return draw_cycle(figure)
        case LoopFigure():
            return draw_loop(figure)
        case ForkFigure():
            return draw_fork(figure, labels["answer_yes"], labels["answer_no"])
        case CurveFigure():
            return draw_curve(figure, labels["figure_time"])
