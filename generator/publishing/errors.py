"""What can go wrong at the edge; each message is for the person at the keyboard."""

from generator.publishing.sentence import Sentence


class PublishingError(Exception):
    """Something that stops a build; the output is then what it was before.

    It is made with what an engine said, or with a `Sentence`.
    """

    def in_language(self, language: str) -> str:
        """The message in a language; what an engine said stays as it said it."""
        told = self.args[0] if self.args else ""
        return told.in_language(language) if isinstance(told, Sentence) else str(self)


class SiteEngineError(PublishingError):
    """MkDocs failed or warned; the message holds what it said."""


class PrintEngineError(PublishingError):
    """WeasyPrint warned, or was asked for a file that it may not read; the message says in which document."""


class OutputError(PublishingError):
    """The output folder cannot be used; the message says why."""


class MachineError(PublishingError):
    """The machine is at fault: its disk, its rights, another build; the message says what to do."""
