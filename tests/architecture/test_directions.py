"""The design's directions hold: the contracts of pyproject.toml, and what no contract can say."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))

FORBID_OPENING = """
import sys

def hook(event, arguments):
    if event in ("subprocess.Popen", "os.system", "os.posix_spawn", "os.fork", "socket.connect"):
        raise SystemExit(f"importing starts something: {event} {arguments}")
    if event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
        raise SystemExit(f"importing reads {arguments[0]}")

sys.addaudithook(hook)
"""


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter that sees this project first."""
    return subprocess.run(
        [sys.executable, "-B", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_every_contract_of_the_import_linter_is_kept() -> None:
    code = (
        "from importlinter.cli import lint_imports\n"
        f"sys.exit(lint_imports(config_filename={str(ROOT / 'pyproject.toml')!r}, no_cache=True))"
    )
    ran = run_python(code)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_importing_the_package_reads_no_file_and_loads_no_engine() -> None:
    ran = run_python(
        FORBID_OPENING
        + "import generator\n"
        + "engines = {'weasyprint', 'mkdocs', 'yaml', 'markdown', 'jinja2', 'pydantic'} & set(sys.modules)\n"
        + "sys.exit(f'loaded: {engines}' if engines else 0)"
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("module", ["generator.commands.cli", "generator.publishing.build"])
def test_commands_start_without_the_engines(module: str) -> None:
    """WeasyPrint takes most of a second and needs Pango, which `check` can do without."""
    ran = run_python(
        f"import {module}\n"
        "engines = {'weasyprint', 'mkdocs'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {engines}' if engines else 0)"
    )
    assert ran.returncode == 0, ran.stderr


def test_only_what_takes_its_steps_and_tells_its_version_names_mkdocs() -> None:
    """No other file names the module, the command to run, or what it logs as."""
    naming = {
        path.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in ("mkdocs", "mkdocs.__main__", "zensical")
    }
    assert naming == {"mkdocs_steps.py", "tools.py"}


def test_only_reporters_print() -> None:
    """Findings and errors are data; only the command line, and the doctor who runs alone, print."""
    printing = {
        path.relative_to(ROOT / "generator").parts[0]
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (ast.unparse(node.func) == "print" or ast.unparse(node.func).startswith("sys.std"))
    }
    assert printing <= {"commands", "doctor.py"}


def test_every_file_opens_by_saying_what_it_is() -> None:
    silent = [path.name for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_no_file_is_a_drawer_for_everything() -> None:
    names = {path.stem for path in SOURCES}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "misc", "manager", "core"})
