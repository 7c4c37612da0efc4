"""What can go wrong at the edge; each message is for the person at the keyboard."""


class PublishingError(Exception):
    """Something that stops a build; the output is then what it was before."""


class SiteEngineError(PublishingError):
    """MkDocs failed or warned; the message holds what it said."""


class PrintEngineError(PublishingError):
    """WeasyPrint warned, or was asked for a file that it may not read; the message says in which document."""


class OutputError(PublishingError):
    """The output folder cannot be used; the message says why."""
