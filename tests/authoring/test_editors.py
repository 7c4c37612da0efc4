"""Editors are told how the curriculum is written, and need no internet for it."""

import configparser
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_editorconfig_says_how_yaml_is_indented_encoded_and_ended() -> None:
    parser = configparser.ConfigParser()
    parser.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    everywhere = dict(parser["*"])
    assert everywhere == {
        "charset": "utf-8",
        "end_of_line": "lf",
        "insert_final_newline": "true",
        "trim_trailing_whitespace": "true",
        "indent_style": "space",
        "indent_size": "2",
    }
    assert not any("yaml" in section for section in parser.sections()), "no exception for YAML"


def test_the_extensions_that_use_the_schemas_are_recommended() -> None:
    told = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert told == {"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}


def test_the_editor_asks_no_other_host_for_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False


def test_no_schema_points_to_another_host() -> None:
    for path in (ROOT / "curriculum/schemas").rglob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#", "editors carry this one"
        assert references(schema) == {"#"}, path


def references(schema: object) -> set[str]:
    """What `$ref` and `$id` lead to, before the path within it."""
    if isinstance(schema, list):
        return {"#"}.union(*map(references, schema))
    if not isinstance(schema, dict):
        return {"#"}
    own = {str(schema[key]).partition("/")[0] for key in ("$ref", "$id") if isinstance(schema.get(key), str)}
    return own.union({"#"}, *map(references, schema.values()))
