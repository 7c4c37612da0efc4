"""Makes a module's first draft: an objective, a session and a sheet that teach it, and what assesses it."""

from dataclasses import dataclass
from typing import Any, Final

from generator.authoring.draft import Data, draft, title_in
from generator.authoring.example import examples_of
from generator.authoring.new_session import NewSession
from generator.authoring.new_worksheet import NewWorksheet
from generator.authoring.proposal import Writer
from generator.model import layout
from generator.model.assessment import KnowledgeTest, Option, SingleChoice
from generator.model.evaluation import Evaluation, EvaluationForm, OpenQuestion, RatingQuestion
from generator.model.module import ModuleFile, Objective
from generator.model.placeholder import placeholder

OBJECTIVE: Final = "first-objective"
SESSION: Final = "first-session"
LONGEST_SLUG: Final = 60
"""Its sheets' names begin with a module's, and no slug is longer than 80."""
ANSWERS: Final = {
    "id": ("jawaban keliru yang masuk akal", "jawaban benar"),
    "en": ("a wrong answer that sounds likely", "the right answer"),
}


@dataclass(frozen=True, slots=True)
class NewModule:
    """What is known of a module that is to be; `scale` is a response scale of the course, if it has any."""

    slug: str
    title: str | None
    minutes: int
    scale: str | None

    @property
    def sheets(self) -> tuple[str, str, str]:
        """The slugs of its worksheet, its test and its form, which no other sheet of the course may have."""
        return f"{self.slug}-sheet", f"{self.slug}-test", f"{self.slug}-evaluation"

    @property
    def file(self) -> str:
        return layout.module_file(self.slug)

    def files(self, writer: Writer) -> dict[str, str]:
        """All files of the module and their translations."""
        worksheet, *_ = self.sheets
        session = NewSession(self.slug, SESSION, None, self.minutes, (OBJECTIVE,), (worksheet,))
        sheet = NewWorksheet(self.slug, worksheet, None, "worksheet", "prompts")
        return (
            writer.files(self.file, ModuleFile, self._profile)
            | session.files(writer)
            | sheet.files(writer)
            | writer.files(layout.evaluation_file(self.slug), Evaluation, self._evaluation)
        )

    def _profile(self, language: str, is_source: bool) -> Data:
        return draft(
            ModuleFile,
            language,
            **title_in(ModuleFile, self.title, language, is_source),
            objectives=[draft(Objective, language, slug=OBJECTIVE, bloom="understand")],
            sessions=[SESSION],
            worksheets=[self.sheets[0]],
        )

    def _evaluation(self, language: str, is_source: bool) -> Data:
        _, test, form = self.sheets
        return draft(
            Evaluation,
            language,
            knowledge_test=draft(
                KnowledgeTest,
                language,
                slug=test,
                occasions=examples_of(KnowledgeTest, "occasions", language)[0],
                items=[self._item(language, "first-item", 0), self._item(language, "second-item", 1)],
            ),
            evaluation_form=draft(
                EvaluationForm, language, slug=form, questions=list(self._questions(language))
            ),
        )

    def _item(self, language: str, slug: str, right: int) -> Data:
        """An item whose right answer stands at an index, and is not the longest."""
        wrong_text, right_text = ANSWERS.get(language, ANSWERS["en"])
        options = [
            draft(Option, language, slug=f"option-{number}", text=placeholder(wrong_text, language))
            for number in (1, 2, 3)
        ]
        options[right]["text"] = placeholder(right_text, language)
        key = options[right]["slug"]
        return draft(SingleChoice, language, slug=slug, objectives=[OBJECTIVE], options=options, key=key)

    def _questions(self, language: str) -> list[dict[str, Any]]:
        rated = [draft(RatingQuestion, language, scale=self.scale)] if self.scale else []
        return [*rated, draft(OpenQuestion, language)]
