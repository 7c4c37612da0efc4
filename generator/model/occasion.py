"""When a sheet of the evaluation is filled in."""

from generator.model.part import Part, Slug, Text


class Occasion(Part):
    """One of the times, such as before and after; its slug is part of the names of files and fields."""

    slug: Slug
    title: Text
