"""The steps that are timed: each is run once a round, in this order, on one course."""

import sys
from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.views.handbook import USUAL
from tests.benchmarks.bare import BareTools
from tests.benchmarks.courses import add_letter, add_sentence, edited_session, project
from tests.benchmarks.project import Made, Project, narrowed

HERE: Final = Path(__file__).parent
Seconds = dict[str, float]
Told = Callable[[str, float], None]
"""Called with each step and its seconds."""


class CourseSteps:
    """One course in two projects, one built whole and one of which only the site is built; beside them its
    pages and documents for bare tools. `editions` limit what is printed.
    """

    def __init__(self, folder: Path, course: str, jobs: int, editions: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.course = course
        self.jobs = jobs
        self.editions = editions
        self._narrowed = narrowed(editions)

    def round(self, wanted: Collection[str], told: Told) -> Seconds:
        """Run the wanted steps, and those that they need, once; the seconds of each."""
        needed = {one for step in wanted for one in (step, *NEEDS.get(step, ()))}
        seconds = {}
        for step, run in STEPS.items():
            if step in needed:
                seconds[step] = run(self)
                told(step, seconds[step])
        return seconds

    @cached_property
    def whole(self) -> Project:
        return project(self.folder / "whole", self.course)

    @cached_property
    def site(self) -> Project:
        return project(self.folder / "site", self.course)

    @cached_property
    def bare(self) -> BareTools:
        return BareTools(self.whole, self.folder / "bare", self.editions or USUAL)

    @cached_property
    def made(self) -> Made:
        """What a whole build makes."""
        return self.whole.made_of

    @cached_property
    def imported(self) -> Path:
        """The list of what a build imports that has nothing to do, known after a first one."""
        listed = self.folder / "imported.txt"
        command = self.whole.build_arguments(*self._narrowed, jobs=self.jobs)
        self.whole.run(sys.executable, "-P", str(HERE / "imports.py"), "--list", str(listed), *command)
        return listed

    def full(self) -> float:
        self._restore(self.whole)
        return self.whole.build(*self._narrowed, jobs=self.jobs)

    def unchanged(self) -> float:
        return self.whole.build(*self._narrowed, jobs=self.jobs)

    def imports(self) -> float:
        only = (str(HERE / "imports.py"), "--only", str(self.imported))
        return self.whole.run(sys.executable, "-P", *only)

    def typo(self) -> float:
        return self._edited(self.whole, add_letter, *self._narrowed)

    def sentence(self) -> float:
        return self._edited(self.whole, add_sentence, *self._narrowed)

    def full_site(self) -> float:
        self._restore(self.site)
        return self.site.build("--only", "site", jobs=self.jobs)

    def site_typo(self) -> float:
        return self._edited(self.site, add_letter, "--only", "site")

    def site_sentence(self) -> float:
        return self._edited(self.site, add_sentence, "--only", "site")

    def bare_site(self) -> float:
        self.bare.clear()
        return self.bare.build_sites()

    def bare_print(self) -> float:
        return self.bare.print()

    def own_part(self) -> float:
        local = [str(self.whole.local)] if self.whole.local else []
        command = (sys.executable, "-P", str(HERE / "own_part.py"), str(self.whole.curriculum), *local)
        return self.whole.run(*command)

    def _edited(self, where: Project, edit: Callable[[Project], None], *more: str) -> float:
        edit(where)
        return where.build(*more, jobs=self.jobs)

    def _restore(self, where: Project) -> None:
        """As before any edit, with nothing built."""
        session = edited_session(where)
        original = self._originals.setdefault(where.folder, session.read_text(encoding="utf-8"))
        session.write_text(original, encoding="utf-8")
        where.clear()

    @cached_property
    def _originals(self) -> dict[Path, str]:
        return {}


STEPS: Final[dict[str, Callable[[CourseSteps], float]]] = {
    "full": CourseSteps.full,
    "unchanged": CourseSteps.unchanged,
    "imports": CourseSteps.imports,
    "own_part": CourseSteps.own_part,
    "bare_site": CourseSteps.bare_site,
    "bare_print": CourseSteps.bare_print,
    "typo": CourseSteps.typo,
    "sentence": CourseSteps.sentence,
    "full_site": CourseSteps.full_site,
    "site_typo": CourseSteps.site_typo,
    "site_sentence": CourseSteps.site_sentence,
}
"""What each is called. Bare tools come before the edits, whose pages they would not have."""
NEEDS: Final = {
    "unchanged": ("full",),
    "imports": ("full", "unchanged"),
    "own_part": ("full",),
    "bare_site": ("full",),
    "bare_print": ("full",),
    "typo": ("full",),
    "sentence": ("full",),
    "site_typo": ("full_site",),
    "site_sentence": ("full_site",),
}
"""What must have run before in the same round."""
