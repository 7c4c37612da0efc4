"""`tangguh schema` writes what editors need, says what is out of date, and mends first lines alone."""

from pathlib import Path

from click.testing import CliRunner, Result

from generator.authoring.schema_files import schema_files
from generator.checking.check import check_curriculum
from generator.commands.cli import cli
from generator.reading.loading import Curriculum
from tests.today import TODAY


def schema(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["schema", "--curriculum", str(root), "--language", "en", *arguments])


def test_schemas_are_written_where_the_curriculum_has_them_or_elsewhere(sample: Path, tmp_path: Path) -> None:
    assert schema(sample).exit_code == 0
    assert schema(sample, "--output", str(tmp_path / "elsewhere")).exit_code == 0
    for file, text in schema_files().items():
        assert (sample / file).read_text(encoding="utf-8") == text
        assert (tmp_path / "elsewhere" / Path(file).relative_to("schemas")).is_file()


def test_a_schema_that_is_out_of_date_ends_with_one_and_is_named(sample: Path) -> None:
    schema(sample)
    assert schema(sample, "--check").exit_code == 0
    (sample / "schemas/session.json").write_text("{}", encoding="utf-8")
    ran = schema(sample, "--check")
    assert ran.exit_code == 1
    assert "session.json: this schema is out of date" in ran.output
    assert (sample / "schemas/session.json").read_text(encoding="utf-8") == "{}"


def test_first_lines_are_put_in_front_and_nothing_else_changes(sample: Path) -> None:
    before = {path: path.read_bytes() for path in sample.rglob("*.yaml")}
    schema(sample)
    assert schema(sample, "--check", "--first-lines").exit_code == 1
    assert {path: path.read_bytes() for path in before} == before
    assert schema(sample, "--first-lines").exit_code == 0
    for path, content in before.items():
        assert path.read_bytes().partition(b"\n")[2] == content
    assert schema(sample, "--check", "--first-lines").exit_code == 0
    assert check_curriculum(Curriculum(sample), TODAY).findings == []


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert schema(tmp_path / "none").exit_code == 2


def test_where_nothing_can_be_written_the_machine_is_to_blame(sample: Path) -> None:
    (sample / "schemas").write_text("", encoding="utf-8")
    ran = schema(sample)
    assert ran.exit_code == 3
    assert "Traceback" not in ran.output
