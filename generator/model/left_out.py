"""What an organisation leaves out of the course, by the lists of its local folder."""

from dataclasses import dataclass

from generator.model.part import Language, Slug


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Slugs of what is not built; of sessions, each with its module's.

    The course is still read and checked whole: only what is built goes without them.
    """

    languages: frozenset[Language] = frozenset()
    modules: frozenset[Slug] = frozenset()
    sessions: frozenset[tuple[Slug, Slug]] = frozenset()
    programmes: frozenset[Slug] = frozenset()
    chapters: frozenset[Slug] = frozenset()
    worksheets: frozenset[Slug] = frozenset()
    """The course's own; which of a module's are needed follows from its sessions."""

    def session(self, module: Slug, session: Slug) -> bool:
        """Whether this session goes, with its module or alone."""
        return module in self.modules or (module, session) in self.sessions


NOTHING_LEFT_OUT = LeftOut()
