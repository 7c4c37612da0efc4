"""Response scales, shared by instruments, forms and worksheets."""

from pydantic import Field

from generator.model.part import Part, Slug, Text


class ScalePoint(Part):
    """One answer: its score, and its label where it has one."""

    value: int = Field(ge=0, le=100)
    label: Text | None = None


class ResponseScale(Part):
    """With `faces`, each answer also shows a face, from a mouth turned down to one turned up."""

    slug: Slug
    title: Text
    points: tuple[ScalePoint, ...] = Field(min_length=2, max_length=11)
    faces: bool = False


class ScalesFile(Part):
    scales: tuple[ResponseScale, ...] = ()
