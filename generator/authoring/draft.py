"""Makes first drafts of parts: whole and valid, with a placeholder for each text that is to be written."""

from typing import Any

from generator.authoring import guide
from generator.authoring.example import example_of, written_order
from generator.authoring.yaml_text import QUOTATION, Noted
from generator.model.part import Part
from generator.model.placeholder import placeholder
from generator.model.shape import ListShape, PartShape, Shape, TextShape, fields, has_slug, holds_text, least

Data = dict[str, Any]


def draft(part: type[Part], language: str, **given: Any) -> Data:
    """A first draft of a part.

    Args:
        part: The class that it is to become.
        language: That of the placeholders.
        given: What is known already, by the keys' names in YAML; it may add keys that could be left out.
    """
    needed = example_of(part, language)
    blank = {key: _blank(part, key, value, fields(part)[key], language) for key, value in needed.items()}
    filled = blank | given
    return {key: filled[key] for key in written_order(part) if key in filled}


def to_write(part: type[Part], key: str, language: str) -> str:
    """The placeholder for a key's text."""
    title = guide.of_key(part, key).title.in_language(language)
    return placeholder(title[0].lower() + title[1:], language)


def title_in(part: type[Part], title: str | None, language: str, is_source: bool) -> dict[str, str]:
    """The title as it was given, in the source's language; elsewhere it is still to be translated."""
    return {"title": title if title and is_source else to_write(part, "title", language)}


def _blank(part: type[Part], key: str, value: Any, shape: Shape, language: str) -> Any:
    match shape:
        case TextShape():
            return to_write(part, key, language)
        case ListShape(TextShape()):
            return [to_write(part, key, language)] * max(1, least(part, key))
        case ListShape(item):
            return [_blank(part, key, one, item, language) for one in value]
        case PartShape():
            variant = shape.variant(value.get("kind"))
            assert variant, "an example says its kind"
            shapes = fields(variant)
            return {name: _blank(variant, name, one, shapes[name], language) for name, one in value.items()}
    return value


def texts_only(part: type[Part], data: Data) -> Data:
    """What a translation holds of a file's data: the texts, and the slugs by which parts are matched."""
    return {key: value for key, value in _translatable(part, data).items() if key != "slug"}


def _translatable(part: type[Part], data: Data) -> Data:
    kept: Data = {}
    for key, value in data.items():
        shape = fields(part)[key]
        if key == "slug" or holds_text(shape):
            text = _texts(value, shape)
            if text not in ({}, [], None):
                kept[key] = text
    return kept


def _texts(value: Any, shape: Shape) -> Any:
    match shape:
        case ListShape() | PartShape() if value is None:
            return None
        case ListShape(item):
            found = [_texts(one, item) for one in value]
            return found if has_slug(item) or any(one != {} for one in found) else []
        case PartShape():
            variant = shape.variant(value.get("kind"))
            return _translatable(variant, value) if variant else {}
    return value


def untranslated(part: type[Part], data: Data, language: str) -> Data:
    """A first draft of a translation, with the source's text as a note above each placeholder."""

    def blank(around: type[Part], key: str, value: Any, shape: Shape) -> Any:
        match shape:
            case _ if value is None:
                return None
            case TextShape():
                return Noted(to_write(around, key, language), quoted(value))
            case ListShape(item):
                return [blank(around, key, one, item) for one in value]
            case PartShape() if variant := shape.variant(value.get("kind")):
                shapes = fields(variant)
                return {name: blank(variant, name, one, shapes[name]) for name, one in value.items()}
        return value

    return texts_only(part, {key: blank(part, key, value, fields(part)[key]) for key, value in data.items()})


def quoted(text: str) -> str:
    """A text as a note: each line marked, so that none is taken for anything but a quotation."""
    return "\n".join(QUOTATION + line for line in text.splitlines() if line.strip())


def explained(part: type[Part], data: Data, language: str, known: set[tuple[str, str]] | None = None) -> Data:
    """Data with what the guide says of each key, the first time that it stands in a file."""
    known = set() if known is None else known

    def note(around: type[Part], key: str, value: Any, shape: Shape) -> Any:
        entry = guide.of_part(around) if key == "kind" else guide.of_key(around, key)
        text = entry.meaning.in_language(language)
        below = inside(value, shape)
        if (key, text) in known:
            return below
        known.add((key, text))
        return Noted(below, text)

    def inside(value: Any, shape: Shape) -> Any:
        match shape:
            case ListShape(item):
                return [inside(one, item) for one in value]
            case PartShape() if variant := shape.variant(value.get("kind")):
                return explained(variant, value, language, known)
        return value

    return {key: note(part, key, value, fields(part)[key]) for key, value in data.items()}
