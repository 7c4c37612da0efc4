"""What an organisation chooses: what is built goes without what only the left-out sessions need."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.check import Checked, check_curriculum
from generator.findings.finding import Finding
from generator.model.course import Course
from generator.model.evaluation import Evaluation
from generator.reading.local.adapted import open_curriculum
from tests.today import TODAY

MODULE = "modules/listening/module.yaml"
PROGRAMME = "programmes/one-evening.yaml"
Check = Callable[..., Checked]


@pytest.fixture
def choosing(sample: Path, tmp_path: Path) -> Check:
    """A function that checks the sample course with these files laid over it."""

    def check(**files: str) -> Checked:
        for file, text in files.items():
            path = tmp_path / "own" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_curriculum(open_curriculum(sample, tmp_path / "own"), TODAY)

    return check


@pytest.fixture
def hearing_alone(choosing: Check) -> Course:
    return choosing(**{MODULE: "sessions:\n  - hearing\n"}).courses["id"]


@pytest.fixture
def evaluation(hearing_alone: Course) -> Evaluation:
    evaluation = hearing_alone.modules[0].evaluation
    assert evaluation is not None
    return evaluation


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_the_chosen_sessions_are_built_in_the_order_in_which_they_are_listed(choosing: Check) -> None:
    found = choosing(**{MODULE: "sessions:\n  - answering\n  - hearing\n"})
    assert found.findings == []
    assert [session.slug for session in found.courses["id"].modules[0].sessions] == ["answering", "hearing"]


def test_what_only_a_left_out_session_teaches_and_hands_out_goes_too(hearing_alone: Course) -> None:
    module = hearing_alone.modules[0]
    assert [session.slug for session in module.sessions] == ["hearing"]
    assert [objective.slug for objective in module.objectives] == ["name-obstacles"]
    assert [sheet.slug for sheet in module.worksheets] == ["listening-card", "listening-week"]


def test_what_measures_only_what_went_goes_too(evaluation: Evaluation) -> None:
    items = [item.slug for item in evaluation.knowledge_test.items]
    assert items == ["first-step", "obstacles-found", "silence-is-empty"]
    assert evaluation.rubrics == ()
    assert [question.slug for question in evaluation.evaluation_form.questions] == ["useful"]


def test_an_instrument_stays_whole_and_names_no_objective_that_went(evaluation: Evaluation) -> None:
    [instrument] = evaluation.instruments
    assert instrument.kind == "scored"
    indicators = [one for field in instrument.fields for one in field.indicators]
    assert [one.slug for one in indicators] == ["with-parents", "with-friends"]
    assert [one.objectives for one in indicators] == [(), ()]


def test_cross_references_to_what_went_keep_its_title(hearing_alone: Course) -> None:
    assert hearing_alone.left_out == {
        ("programme", "one-evening"): "Satu malam",
        ("session", "listening/answering"): "Menjawab",
        ("worksheet", "listening-map"): "Peta mendengar",
        ("worksheet", "listening-promise"): "Janji mendengar",
        ("rubric", "conversation-rubric"): "Rubrik percakapan",
    }


def test_the_programmes_through_it_go_and_that_is_advice_at_the_choice(choosing: Check) -> None:
    found = choosing(**{MODULE: "# kami\nsessions:\n  - hearing\n"})
    [finding] = found.findings
    assert (finding.code, finding.facts["slug"], finding.place.line) == ("O05", "one-evening", 3)
    assert finding.place.source.path.endswith(f"own/{MODULE}")
    assert found.courses["id"].programmes == ()


def test_ones_own_programme_through_it_is_told_at_its_entry(choosing: Check, sample: Path) -> None:
    text = (sample / PROGRAMME).read_text(encoding="utf-8").replace("Minum teh", "Minum kopi")
    found = choosing(**{MODULE: "sessions:\n  - hearing\n", PROGRAMME: text})
    [finding] = [finding for finding in found.findings if finding.code == "O05"]
    assert finding.place.source.line(finding.place.line).strip() == "session: answering"


def test_a_programme_that_other_minutes_no_longer_fit_goes(choosing: Check) -> None:
    closing = "minutes: 32\nactivities:\n  - {slug: farewell, minutes: 4}\n"
    found = choosing(**{"modules/listening/sessions/answering.yaml": closing})
    [finding] = found.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("O05", 1, 10)
    assert found.courses["en"].programmes == ()


def test_a_programme_that_the_folder_adapts_stays(choosing: Check) -> None:
    closing = "minutes: 32\nactivities:\n  - {slug: farewell, minutes: 4}\n"
    days = "days:\n  - slug: evening\n    end: 20:17\n"
    found = choosing(**{"modules/listening/sessions/answering.yaml": closing, PROGRAMME: days})
    assert found.findings == []
    assert [programme.slug for programme in found.courses["id"].programmes] == ["one-evening"]


def test_a_module_whose_whole_test_went_has_no_evaluation(choosing: Check, sample: Path) -> None:
    path = sample / "modules/listening/evaluation.yaml"
    text = path.read_text(encoding="utf-8")
    test, form = text.split("evaluation_form:")
    test = test.replace("objectives: [name-obstacles]", "objectives: [reflect-feelings]")
    path.write_text(f"{test}evaluation_form:{form}", encoding="utf-8")
    found = choosing(**{MODULE: "sessions: [hearing]\n"})
    assert codes(found.findings) == ["O05", "O05"]
    assert {finding.facts["what"] for finding in found.findings} == {"programme", "knowledge-test"}
    course = found.courses["id"]
    assert course.modules[0].evaluation is None
    assert course.left_out["knowledge-test", "listening-test"] == "Tes mendengarkan"


def test_sheets_of_the_course_go_unless_they_are_needed(choosing: Check) -> None:
    found = choosing(**{"course.yaml": "worksheets:\n  - listeners-list\n"})
    assert [sheet.slug for sheet in found.courses["id"].worksheets] == ["listeners-list", "danger-card"]


def test_a_language_that_is_left_out_is_not_built_and_not_asked_for(choosing: Check) -> None:
    found = choosing(**{"course.yaml": "languages: [id]\ntitle: Kursus kami\n"})
    assert found.findings == []
    assert list(found.courses) == ["id"]


def test_the_language_of_the_course_is_read_even_where_only_another_is_built(choosing: Check) -> None:
    found = choosing(**{"course.yaml": "languages: [en]\n"})
    assert found.findings == []
    assert list(found.courses) == ["en"]
    assert found.courses["en"].untranslated == frozenset()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sessions: []\n", "F08"),
        ("sessions: hearing\n", "F05"),
        ("sessions: [1]\n", "F05"),
        ("sessions: [hering]\n", "R02"),
    ],
)
def test_what_is_no_list_of_sessions_is_told(choosing: Check, text: str, code: str) -> None:
    [finding] = [one for one in choosing(**{MODULE: text}).findings if "/own/" in one.place.source.path]
    assert finding.code == code
    assert finding.place.source.path.endswith(f"own/{MODULE}")


def test_an_edition_names_its_original_in_its_language(choosing: Check) -> None:
    courses = choosing(**{"course.yaml": "organisation:\n  name: Kami\ntitle: Kursus kami\n"}).courses
    assert [
        (course.title, course.adapted_from.title, course.adapted_from.organisation)
        for course in courses.values()
        if course.adapted_from
    ] == [
        ("Kursus kami", "Kursus contoh", "Penyusun kursus contoh"),
        ("Kursus kami", "Sample course", "The sample course’s authors"),
    ]
