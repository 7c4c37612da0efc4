"""A proposal: the files that a command would write or change, as texts, before anything is written."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.authoring.draft import Data, explained, texts_only
from generator.authoring.yaml_text import comment, yaml_text
from generator.findings.rule import Wording
from generator.model import layout
from generator.model.part import Part
from generator.model.placeholder import placeholder, placeholders
from generator.reading.file_kind import first_line, kind_of

SOURCE_HEAD = Wording(
    id="Ganti setiap {mark} dengan kalimatmu. Baris yang diawali # adalah penjelasan dan boleh dihapus.",
    en="Replace every {mark} with your own words. Lines that begin with # explain, and may be deleted.",
)
TRANSLATION_HEAD = Wording(
    id="Terjemahan dari {file}. Ganti setiap {mark}; jangan ubah slug dan urutannya.",
    en="Translates {file}. Replace every {mark}; leave slugs and order as they are.",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Texts by their files' paths below the curriculum's folder: those that are new, and those changed."""

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)

    @property
    def unwritten(self) -> tuple[str, ...]:
        """The placeholder of each text that is still to be written."""
        return tuple(found for text in self.new.values() for found in placeholders(_without_comments(text)))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes first drafts in the languages of a course, the source first; `words` is that of the notes."""

    languages: tuple[str, ...]
    words: str

    def files(self, file: str, part: type[Part], draft_in: Callable[[str, bool], Data]) -> dict[str, str]:
        """A source file with notes on its keys, and what translates it into each other language.

        Args:
            file: The source file's path below the curriculum's folder.
            part: The class of what stands in it.
            draft_in: Makes the draft in a language; told whether it is the source's.
        """
        source, *others = self.languages
        data = _as_it_stands(file, draft_in(source, True))
        head = SOURCE_HEAD.in_language(self.words).format(mark=placeholder("…", source))
        texts = {file: file_text(file, head, explained(part, data, self.words))}
        for language in others:
            overlay = texts_only(part, draft_in(language, False))
            if overlay:
                translation = layout.translation_file(file, language)
                texts[translation] = self.translation(translation, file, language, overlay)
        return texts

    def translation(self, file: str, source: str, language: str, overlay: Data) -> str:
        """The text of a file that translates another."""
        mark = placeholder("…", language)
        head = TRANSLATION_HEAD.in_language(self.words).format(file=source, mark=mark)
        return file_text(file, head, overlay)


def file_text(file: str, head: str, data: Data) -> str:
    """A whole file: the line that names its schema, what to do with it, and its data."""
    opening = first_line(file)
    lines = [*([opening] if opening else []), *comment(head)]
    return "".join(f"{line}\n" for line in lines) + "\n" + yaml_text(data)


def _as_it_stands(file: str, data: Data) -> Data:
    """The data without the slug that the file's name gives."""
    kind = kind_of(file)
    return {key: value for key, value in data.items() if key != "slug" or not (kind and kind.named)}


def _without_comments(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("#"))
