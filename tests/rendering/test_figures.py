"""Drawings: no label leaves its box, nothing lies on anything else, and arrows meet what they point to."""

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest

from generator.model.figure import (
    CurveFigure,
    CycleFigure,
    DrawnFigure,
    ForkFigure,
    LoopFigure,
    Stage,
    TurningStage,
)
from generator.rendering.figures.alternative import alternative_text
from generator.rendering.figures.drawing import drawing
from generator.rendering.figures.shapes import BADGE, CLEAR, HEAD, WIDTH, Arrow, Box, Drawing
from tests.figures_of_course import in_chapters, in_readings
from tests.publishing.built import LANGUAGES, THEME, CourseInTests

TITLES = ("Satu", "Mengubah caranya", "Kelompok melihat lagi bagaimana keadaannya sekarang", "Perencanaan",
          "Dua", "Bertanggungjawablah sebisanya")  # fmt: skip
Corners = tuple[float, float, float, float]


def stages(number: int, start: int = 0) -> tuple[Stage, ...]:
    return tuple(Stage(slug=f"s-{i}", title=TITLES[i % 6]) for i in range(start, start + number))


def turning(number: int, *ways_back: int) -> tuple[TurningStage, ...]:
    return tuple(
        TurningStage(slug=f"t-{i}", title=TITLES[i % 6], way_back=stages(1, 2)[0] if i in ways_back else None)
        for i in range(number)
    )


def made_up() -> Iterator[tuple[str, DrawnFigure]]:
    """Figures of every kind and size, with short and with long titles."""
    for number in range(3, 7):
        for start in range(6):
            yield (
                f"cycle {number} {start}",
                CycleFigure(kind="cycle", title="T", stages=stages(number, start)),
            )
            if number > 3:
                loop = LoopFigure(kind="loop", title="T", stages=stages(number, start), way_back=TITLES[2])
                yield f"loop {number} {start}", loop
    for rising in (1, 2):
        for falling in (1, 2, 3):
            for start in range(6):
                curve = CurveFigure(
                    kind="curve",
                    title="T",
                    rising=stages(rising, start),
                    peak=stages(1, start)[0],
                    falling=stages(falling, start + 1),
                )
                yield f"curve {rising} {falling} {start}", curve
    for yes in (1, 2, 4):
        for no, backs in ((1, ()), (1, (0,)), (3, (0, 2)), (6, (1, 2)), (5, (2,))):
            fork = ForkFigure(
                kind="fork",
                title="T",
                start=stages(1, 2)[0],
                question=TITLES[2],
                if_yes=stages(yes),
                if_no=turning(no, *backs),
            )
            yield f"fork {yes} {no} {backs}", fork


@pytest.fixture(scope="module")
def figures(real_course: CourseInTests, sample_course: CourseInTests) -> dict[str, tuple[DrawnFigure, str]]:
    """Every figure that is drawn, each with its language: those made up here, and those of both courses."""
    found = {name: (figure, "id") for name, figure in made_up()}
    for course_in_tests in (real_course, sample_course):
        for language, course in course_in_tests.courses.items():
            for figure in in_chapters(course) + in_readings(course):
                if isinstance(figure, DrawnFigure):
                    found[f"{language}: {figure.title}"] = figure, language
    return found


@pytest.fixture(scope="module")
def drawings(figures: dict[str, tuple[DrawnFigure, str]]) -> dict[str, Drawing]:
    made = {name: drawing(figure, THEME.labels(language)) for name, (figure, language) in figures.items()}
    return {name: one for name, one in made.items() if one}


def in_order(figure: DrawnFigure) -> tuple[Stage, ...]:
    assert isinstance(figure, CycleFigure | LoopFigure | ForkFigure | CurveFigure)
    return figure.in_order


def letters(text: str) -> str:
    """A text without its spaces, and without the hyphens of words that are too long."""
    return "".join(text.replace("-", "").split())


def apart(one: Corners, other: Corners) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def corners(box: Box) -> Corners:
    return box.left, box.top, box.right, box.bottom


def from_edge(box: Box, point: tuple[float, float]) -> float:
    """How far a point outside of a box is from it."""
    x, y = point
    nearest = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    return dist(point, nearest)


def of_badges(one: Drawing) -> list[Corners]:
    return [(b.x - BADGE, b.y - BADGE, b.x + BADGE, b.y + BADGE) for b in one.badges]


def things(one: Drawing) -> list[Corners]:
    """What may not lie on anything else; the number of a box lies on its corner."""
    badges = of_badges(one) if not one.boxes else []
    return [corners(box) for box in one.boxes] + [label.bounds for label in one.labels] + badges


def test_every_kind_is_drawn_but_for_the_flow_of_boxes(
    figures: dict[str, tuple[DrawnFigure, str]], drawings: dict[str, Drawing]
) -> None:
    kinds = {type(figure) for figure, _ in figures.values()}
    assert kinds == {CycleFigure, LoopFigure, ForkFigure, CurveFigure}
    assert set(drawings) == set(figures)
    assert len([name for name in figures if name.startswith(("id:", "en:"))]) == 2 * (5 + 4)


def test_labels_stay_inside_their_boxes(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        for box in one.boxes:
            left, top, right, bottom = box.label.bounds
            assert box.left < left <= right < box.right, name
            assert box.top < top <= bottom < box.bottom, name


def test_everything_stays_inside_the_drawing(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        for left, top, right, bottom in things(one) + of_badges(one):
            assert 0 <= left <= right <= one.width == WIDTH, name
            assert 0 <= top <= bottom <= one.height, name


def test_boxes_labels_and_places_stand_apart(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        assert [pair for pair in combinations(things(one), 2) if not apart(*pair)] == [], name


def test_an_arrow_leads_from_one_box_to_another(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        for arrow in one.arrows if one.boxes else ():
            start = min(one.boxes, key=lambda box: from_edge(box, arrow.start))
            end = min(one.boxes, key=lambda box: from_edge(box, arrow.tip))
            assert start is not end, name
            assert 0 < from_edge(start, arrow.start) <= 1.5 * CLEAR, name
            assert 0 < from_edge(end, arrow.tip) <= 1.5 * CLEAR, name


def test_an_arrow_is_long_enough_to_be_seen(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        assert all(dist(arrow.start, arrow.tip) >= 1.7 * HEAD for arrow in one.arrows), name


def test_no_straight_arrow_crosses_a_box_or_a_label(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        for (x, y), (tip_x, tip_y) in [arrow.points for arrow in one.arrows if not arrow.radii]:
            line = min(x, tip_x), min(y, tip_y), max(x, tip_x), max(y, tip_y)
            assert all(apart(line, thing) for thing in things(one)), name


def test_every_stage_has_its_number_once(
    figures: dict[str, tuple[DrawnFigure, str]], drawings: dict[str, Drawing]
) -> None:
    for name, one in drawings.items():
        numbers = sorted(badge.number for badge in one.badges)
        assert numbers == [1 + i for i in range(len(in_order(figures[name][0])))], name


def test_every_stage_is_drawn_with_its_title(
    figures: dict[str, tuple[DrawnFigure, str]], drawings: dict[str, Drawing]
) -> None:
    for name, one in drawings.items():
        written = [letters("".join(label.lines)) for label in one.all_labels]
        assert [s.title for s in in_order(figures[name][0]) if letters(s.title) not in written] == [], name


def test_every_alternative_text_says_the_title_and_every_stage(
    figures: dict[str, tuple[DrawnFigure, str]],
) -> None:
    for name, (figure, language) in figures.items():
        said = alternative_text(figure, THEME.labels(language))
        assert said, name
        if not figure.alt:
            assert said.startswith(figure.title), name
            assert [stage.title for stage in in_order(figure) if stage.title not in said] == [], name


def test_a_ring_closes(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        if name.startswith("cycle"):
            assert len(one.arrows) == len(one.boxes), name
            assert from_edge(one.boxes[0], one.arrows[-1].tip) <= 1.5 * CLEAR, name


def test_a_loop_leads_back_to_its_beginning(drawings: dict[str, Drawing]) -> None:
    for name, one in drawings.items():
        if name.startswith("loop"):
            (back,) = [arrow for arrow in one.arrows if arrow.dashed]
            boxes = {box.number: box for box in one.boxes}
            assert from_edge(boxes[1], back.tip) <= CLEAR, name
            assert from_edge(boxes[len(boxes)], back.start) <= CLEAR, name


def test_the_way_back_of_a_fork_leads_from_its_stage_to_where_yes_ends() -> None:
    figure = ForkFigure(
        kind="fork", title="T", start=stages(1)[0], question="Apa?", if_yes=stages(2), if_no=turning(4, 2)
    )
    made = drawing(figure, THEME.labels("id"))
    assert made is not None
    from_stage, to_end = (arrow for arrow in made.arrows if arrow.dashed)
    boxes = {box.number: box for box in made.boxes}
    assert from_edge(boxes[6], from_stage.start) <= CLEAR
    assert from_edge(boxes[3], to_end.tip) <= CLEAR
    assert from_edge(boxes[None], from_stage.tip) <= CLEAR
    assert from_edge(boxes[None], to_end.start) <= CLEAR


def test_a_curve_rises_to_its_peak_and_falls() -> None:
    figure = CurveFigure(kind="curve", title="T", rising=stages(2), peak=stages(1)[0], falling=stages(3))
    made = drawing(figure, THEME.labels("id"))
    assert made is not None
    heights = [badge.y for badge in made.badges]
    assert heights[:3] == sorted(heights[:3], reverse=True)
    assert heights[2:] == sorted(heights[2:])
    assert [badge.x for badge in made.badges] == sorted(badge.x for badge in made.badges)


def test_an_arrows_head_ends_at_its_tip() -> None:
    arrow = Arrow(((0.0, 0.0), (0.0, 40.0)))
    assert arrow.path == "M0 0L0 31"
    assert arrow.head == "M0 40L4.5 31L-4.5 31z"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_alternative_text_says_how_stages_connect(language: str) -> None:
    labels = THEME.labels(language)
    ring = CycleFigure(kind="cycle", title="Putaran", stages=stages(3))
    then = labels["figure_words"]["then"]
    said = alternative_text(ring, labels)
    assert then.join(stage.title for stage in ring.stages) in said
    assert said.startswith("Putaran. ")
    assert said.endswith(f"{ring.stages[0].title}.")


def test_a_figures_own_alternative_text_replaces_the_made_one() -> None:
    ring = CycleFigure(kind="cycle", title="Putaran", stages=stages(3), alt="Tiga kotak.")
    assert alternative_text(ring, THEME.labels("id")) == "Tiga kotak."
