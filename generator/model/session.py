"""Sessions: one meeting of the group, led from a plan."""

from pydantic import Field

from generator.model.activity import Activity, BaseActivity, FacilitatorNote
from generator.model.part import Minutes, Part, Prose, Slug, Text


class HomePractice(Part):
    """What participants try until the next session."""

    title: Text
    instructions: Prose
    worksheets: tuple[Slug, ...] = ()


class Session(Part):
    """One session; its activities' minutes add up to `minutes`."""

    slug: Slug
    title: Text
    summary: Prose
    minutes: Minutes
    objectives: tuple[Slug, ...] = Field(min_length=1)
    materials: tuple[Prose, ...] = Field(min_length=1)
    preparation: tuple[Prose, ...] = Field(min_length=1)
    key_messages: tuple[Prose, ...] = Field(min_length=1)
    activities: tuple[Activity, ...] = Field(min_length=1)
    home_practice: HomePractice | None = None
    notes: tuple[FacilitatorNote, ...] = ()

    @property
    def taught_objectives(self) -> frozenset[Slug]:
        """The objectives that an activity says it teaches."""
        return frozenset(slug for part in self._full_activities for slug in part.objectives)

    @property
    def used_worksheets(self) -> frozenset[Slug]:
        """The worksheets that an activity or the home practice hands out."""
        used = frozenset(slug for part in self._full_activities for slug in part.worksheets)
        return used | frozenset(self.home_practice.worksheets if self.home_practice else ())

    @property
    def _full_activities(self) -> tuple[BaseActivity, ...]:
        """All but the breaks, which teach nothing and need no sheet."""
        return tuple(activity for activity in self.activities if isinstance(activity, BaseActivity))
