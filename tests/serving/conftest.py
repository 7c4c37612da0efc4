"""The sample course, checked once."""

from tests.publishing.built import sample_course

__all__ = ["sample_course"]
