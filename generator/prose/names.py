"""The names of a course's parts, for cross-references and citations in its prose."""

from generator.model.course import Course
from generator.prose.citation import Words, in_text


class CourseNames:
    """Knows the title of everything that prose can point to, in the course's language."""

    def __init__(self, course: Course, words: Words) -> None:
        self._titles = dict(course.titles())
        self._left_out = course.left_out
        self._citations = {reference.id: in_text(reference, words) for reference in course.references}
        self._foreign_titles = {
            work.id: work.language
            for work in course.references
            if not (work.author or work.editor) and work.language not in (None, course.language)
        }

    def title(self, scheme: str, slug: str) -> str | None:
        """The title of what is there, or of what an adapted edition leaves out."""
        return self._titles.get((scheme, slug)) or self._left_out.get((scheme, slug))

    def citation(self, key: str) -> str | None:
        return self._citations.get(key)

    def citation_language(self, key: str) -> str | None:
        return self._foreign_titles.get(key)

    def slugs(self, scheme: str) -> tuple[str, ...]:
        """Everything that a cross-reference of this scheme may name."""
        return tuple(slug for kind, slug in self._titles if kind == scheme)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that may be cited."""
        return tuple(self._citations)
