"""The schemas of a curriculum as files: their paths below its folder, and their texts."""

import json

from generator.authoring.schema import source_schema
from generator.authoring.translation_schema import translation_schema
from generator.authoring.value_schema import Schema
from generator.reading.file_kind import FILE_KINDS


def schema_files() -> dict[str, str]:
    """Each schema's text by where it stands below the curriculum's folder."""
    texts = {kind.schema_file(): _text(source_schema(kind)) for kind in FILE_KINDS}
    translated = [kind for kind in FILE_KINDS if kind.translated]
    return texts | {
        kind.schema_file(translation=True): _text(translation_schema(kind)) for kind in translated
    }


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
