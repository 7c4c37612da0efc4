"""`tangguh compare` sets two builds beside each other."""

import json
from pathlib import Path

from click.testing import CliRunner

from generator.commands.cli import cli


def built(folder: Path, pages: int) -> str:
    folder.mkdir()
    record = {
        "version": "1",
        "curriculum": "d",
        "minutes": {"m/s": 90},
        "files": {"id/a.pdf": {"pages": pages, "bytes": 1, "sha256": "0"}},
    }
    (folder / "build.json").write_text(json.dumps(record), encoding="utf-8")
    return str(folder)


def test_two_builds_give_two_tables(tmp_path: Path) -> None:
    folders = (built(tmp_path / "a", 4), built(tmp_path / "b", 6))
    result = CliRunner().invoke(cli, ["compare", *folders, "--language", "id"])
    assert result.exit_code == 0, result.output
    assert "| Semua sesi | 90 | 90 | +0 |" in result.stdout
    assert "| `id/a.pdf` | 4 | 6 | +2 |" in result.stdout


def test_a_folder_that_no_build_wrote_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    folders = (str(tmp_path / "photos"), built(tmp_path / "b", 6))
    result = CliRunner().invoke(cli, ["compare", *folders, "--language", "en"])
    assert result.exit_code == 2
    assert "photos has no sound build.json" in result.stderr
