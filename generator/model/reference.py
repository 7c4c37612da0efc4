"""References: works cited, in CSL-YAML (Citation Style Language), as Pandoc and Zotero read it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from generator.model.part import Day, Language, Part, Verbatim, WebAddress

Doi = Annotated[str, StringConstraints(max_length=300, pattern=r"^10\.\S+$")]


class PersonName(Part):
    """A person by `family` and `given` names, or an institution or a single-named person by `literal`."""

    family: Verbatim | None = None
    given: Verbatim | None = None
    literal: Verbatim | None = None

    @model_validator(mode="after")
    def _has_a_name(self) -> "PersonName":  # the error is the finding's code
        if not (self.family or self.literal):
            raise ValueError("F15")
        return self


class Reference(Part):
    """One work. `id` is the key by which prose cites it; a work without `issued` has no date.

    `language` is that of its title; screen readers need it where the page is in another one.
    """

    id: Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9-]*$")]
    type: Literal[
        "article-journal", "book", "chapter", "report", "webpage", "paper-conference", "legislation"
    ]
    author: tuple[PersonName, ...] = ()
    editor: tuple[PersonName, ...] = ()
    issued: int | None = Field(default=None, ge=1800, le=2100)
    language: Language | None = None
    title: Verbatim
    title_short: Verbatim | None = Field(default=None, alias="title-short")
    container_title: Verbatim | None = Field(default=None, alias="container-title")
    publisher: Verbatim | None = None
    edition: int | None = Field(default=None, ge=1, le=999)
    volume: int | None = Field(default=None, ge=0, le=9999)
    issue: int | None = Field(default=None, ge=0, le=9999)
    page: Verbatim | None = None
    doi: Doi | None = Field(default=None, alias="DOI")
    url: WebAddress | None = Field(default=None, alias="URL")
    accessed: Day | None = None


class ReferencesFile(Part):
    references: tuple[Reference, ...] = ()
