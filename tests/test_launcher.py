"""What `./tangguh` does before Python takes over, and what `generator.doctor` says of a machine."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import doctor

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("sh", "env", "readlink", "cmp", "cp", "rm", "ln", "cat", "mktemp", "true")
PYTHON = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]

COMMAND_LINE = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd()}))
sys.exit(int(os.environ.get("EXIT", "0")))
"""

Run = subprocess.CompletedProcess[str]


class Machine:
    """A machine with the few programs that `programs` holds, and a copy of the repository."""

    def __init__(self, folder: Path) -> None:
        self.repository = folder / "a course"  # a space, because people have them in their paths
        self.programs = folder / "programs"
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or "")
        (self.programs / "python3").symlink_to(PYTHON)
        self.program("id", "echo 1000")

    def program(self, name: str, script: str) -> None:
        (self.programs / name).unlink(missing_ok=True)
        (self.programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.programs / name).chmod(0o755)

    def start(self, *arguments: str, folder: Path | None = None, **variables: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [self.repository / "tangguh", *arguments],
            cwd=folder or self.repository,
            env={"PATH": str(self.programs), "HOME": str(self.repository), **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, folder: Path | None = None, **variables: str) -> Run:
        process = self.start(*arguments, folder=folder, **variables)
        output, errors = process.communicate(timeout=120)
        return Run(process.args, process.returncode, output, errors)


def a_repository(folder: Path) -> None:
    """The launcher and doctor as they are; a command line that says what it got; nothing to install."""
    (folder / "generator").mkdir(parents=True)
    for file in ("tangguh", "generator/__init__.py", "generator/doctor.py"):
        shutil.copy(ROOT / file, folder / file)
    (folder / "generator/__main__.py").write_text(COMMAND_LINE)
    (folder / "pytest.py").write_text(COMMAND_LINE)
    (folder / "tests/benchmarks").mkdir(parents=True)
    (folder / "tests/benchmarks/__main__.py").write_text(COMMAND_LINE)
    (folder / "requirements.lock").write_text("# as locked on Monday\n")
    (folder / "requirements-test.lock").write_text("# as locked on Monday, with the tests'\n")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    a_repository(machine.repository)
    return machine


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Machine, Run]:
    machine = Machine(tmp_path_factory.mktemp("machine"))
    a_repository(machine.repository)
    return machine, machine.run("build")


@pytest.fixture
def set_up(first_run: tuple[Machine, Run]) -> Machine:
    """A machine that built once; tests that change it use `moved`."""
    return first_run[0]


@pytest.fixture
def moved(set_up: Machine, tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    shutil.copytree(set_up.repository, machine.repository, symlinks=True)
    return machine


def test_first_run_makes_the_environment_and_then_runs_the_command(first_run: tuple[Machine, Run]) -> None:
    machine, run = first_run
    assert run.returncode == 0, run.stderr
    assert run.stderr == "tangguh: making the Python environment .venv (once, about a minute)\n"
    assert json.loads(run.stdout) == {"arguments": ["build"], "folder": str(machine.repository)}


def test_second_run_says_nothing_and_starts_no_other_python(moved: Machine) -> None:
    (moved.programs / "python3").unlink()
    assert moved.run("build").stderr == ""
    assert moved.run("check").stderr == "", "what can build can check"


def test_paths_stay_relative_to_the_folder_of_the_caller(set_up: Machine, tmp_path: Path) -> None:
    run = set_up.run("build", "--output", "../out put", folder=tmp_path)
    assert json.loads(run.stdout) == {
        "arguments": ["build", "--output", "../out put"],
        "folder": str(tmp_path),
    }


def test_exit_code_is_the_commands(set_up: Machine) -> None:
    assert [set_up.run("build", EXIT=code).returncode for code in "0123"] == [0, 1, 2, 3]


def test_callers_modules_do_not_shadow_the_environments(set_up: Machine, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('shadowed')")
    run = set_up.run("build", folder=tmp_path, PYTHONPATH=str(tmp_path))
    assert run.returncode == 0, run.stderr


def test_inside_the_environment_the_command_is_tangguh(moved: Machine, tmp_path: Path) -> None:
    command = moved.repository / ".venv/bin/tangguh"
    run = subprocess.run([command, "build"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout)["folder"] == str(tmp_path)


def test_changed_lock_brings_the_environment_up_to_date_once(moved: Machine) -> None:
    (moved.repository / "requirements.lock").write_text("# as locked on Tuesday\n")
    assert moved.run("build").stderr == "tangguh: bringing .venv up to date\n"
    assert moved.run("build").stderr == ""


def test_pip_that_fails_leaves_no_ready_environment(moved: Machine) -> None:
    (moved.repository / "requirements.lock").write_text("no-such-package==1\n")  # has no hash: no network
    run = moved.run("build")
    assert run.returncode == 3
    assert "could not set up" in run.stderr
    assert not list((moved.repository / ".venv").glob("ready-for-*"))


def test_interrupted_set_up_is_redone_by_one_of_two_at_once(moved: Machine) -> None:
    for mark in (moved.repository / ".venv").glob("ready-for-*"):
        mark.unlink()
    leftover = moved.repository / ".venv/half a package"
    leftover.touch()
    both = [moved.start("build") for _ in range(2)]
    errors = sorted(process.communicate(timeout=120)[1] for process in both)
    assert [process.returncode for process in both] == [0, 0], errors
    assert errors == [
        "tangguh: making the Python environment .venv (once, about a minute)\n",
        "tangguh: waiting for another set-up\n",
    ]
    assert not leftover.exists()


def test_python_that_is_too_old_is_named_and_what_to_do(machine: Machine) -> None:
    machine.program("python3", 'if [ "$1" != --version ]; then exit 1; fi; echo Python 3.9.2')
    for command in ("build", "doctor"):
        run = machine.run(command)
        assert run.returncode == 3
        assert "Python 3.11 or newer is needed (found: Python 3.9.2)" in run.stderr
    assert "perlu Python 3.11" in machine.run("build", LANG="id_ID.UTF-8").stderr


def test_newer_python_is_found_beside_an_old_one(machine: Machine) -> None:
    machine.program("python3", "exit 1")
    (machine.programs / "python3.12").symlink_to(PYTHON)
    assert "Python" in machine.run("doctor", "check").stdout


def test_without_a_package_manager_it_names_what_is_missing_and_stops(machine: Machine) -> None:
    run = machine.run("test")
    assert run.returncode == 3
    assert "Chromium (install it with this machine's package manager)" in run.stderr
    assert not (machine.repository / ".venv").exists()


def test_without_root_it_prints_the_command_and_installs_nothing(machine: Machine) -> None:
    machine.program("apt-get", "touch called")
    machine.program("sudo", "exit 1")  # asks for a password, and there is no terminal
    run = machine.run("test")
    assert run.returncode == 3
    assert f"apt-get install --no-install-recommends {doctor._debian_chromium()}" in run.stderr
    assert not (machine.repository / "called").exists()


@pytest.mark.parametrize("root", [True, False], ids=["root", "sudo"])
def test_with_root_or_sudo_it_installs_what_the_command_needs(moved: Machine, root: bool) -> None:
    moved.program("id", "echo 0" if root else "echo 1000")
    moved.program("sudo", 'echo "sudo $*" >>called; shift; exec "$@"')
    moved.program("apt-get", 'echo "$DEBIAN_FRONTEND $*" >>called; echo noise; ln -sf sh "${0%/*}/chromium"')
    run = moved.run("test", "-k", "pdf")
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"arguments": ["-k", "pdf"], "folder": str(moved.repository)}
    assert "noise" not in run.stdout + run.stderr
    called = (moved.repository / "called").read_text().splitlines()
    assert [line for line in called if not line.startswith("sudo")] == [
        "noninteractive -qq update",
        f"noninteractive -qq install -y --no-install-recommends {doctor._debian_chromium()}",
    ]
    assert any(line.startswith("sudo") for line in called) is not root


def test_bench_needs_what_test_needs_and_writes_where_it_was_called(moved: Machine, tmp_path: Path) -> None:
    (moved.programs / "chromium").symlink_to("sh")
    run = moved.run("bench", "full", "--json", "here.json", folder=tmp_path)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"arguments": ["full", "--json", "here.json"], "folder": str(tmp_path)}
    assert (moved.repository / ".venv/ready-for-test").exists()


def test_what_apt_did_not_bring_is_reported(moved: Machine) -> None:
    moved.program("id", "echo 0")
    moved.program("apt-get", "exit 0")
    run = moved.run("test")
    assert run.returncode == 3
    assert "./tangguh test cannot run yet" in run.stderr


def test_apt_that_fails_is_quoted(moved: Machine) -> None:
    moved.program("id", "echo 0")
    moved.program("apt-get", "echo E: no such thing; exit 100")
    run = moved.run("test")
    assert run.returncode == 3
    assert "E: no such thing" in run.stderr
    assert "could not set up" in run.stderr


def test_doctor_and_launcher_agree_on_the_environment(set_up: Machine, machine: Machine) -> None:
    assert f"ok      .venv            {set_up.repository / '.venv'}" in set_up.run("doctor").stdout
    assert "-       .venv            made or brought up to date" in machine.run("doctor").stdout


def test_doctor_needs_no_package() -> None:
    command = [PYTHON, "-I", "-S", ROOT / "generator/doctor.py", "check", "--missing-packages"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes this process see a machine without libraries and without programs but the named ones."""

    def be_bare(*programs: str, root: bool = False) -> None:
        def no_library(name: str) -> None:
            raise OSError(name)

        monkeypatch.setattr(ctypes, "CDLL", no_library)
        monkeypatch.setattr(shutil, "which", lambda name: name if name in programs else None)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(doctor, "_debian_chromium", lambda: "chromium")
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(variable, raising=False)

    return be_bare


LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@pytest.mark.parametrize(
    ("programs", "root", "command"),
    [
        (["apt-get"], True, f"apt-get update && apt-get install --no-install-recommends {LIBRARIES}"),
        (
            ["apt-get", "sudo"],
            False,
            f"sudo apt-get update && sudo apt-get install --no-install-recommends {LIBRARIES}",
        ),
        (
            ["apt-get"],
            False,
            f"su -c 'apt-get update && apt-get install --no-install-recommends {LIBRARIES}'",
        ),
        (["dnf", "sudo"], False, "sudo dnf install pango harfbuzz"),
        (["brew", "sudo"], False, "brew install pango harfbuzz"),
        ([], False, "Pango HarfBuzz subset (install it with this machine's package manager)"),
    ],
)
def test_doctor_gives_the_command_of_the_platform(
    bare: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    programs: list[str],
    root: bool,
    command: str,
) -> None:
    bare(*programs, root=root)
    assert doctor.main([]) == 3
    assert f"./tangguh build cannot run yet. Install what it lacks:\n  {command}\n" in capsys.readouterr().out


def test_doctor_says_for_each_missing_thing_what_it_is_for(
    bare: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    bare("apt-get", root=True)
    doctor.main([])
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("missing Chromium         tests the pages (for ./tangguh test only)")
    assert lines[at + 1].split() == [
        *("apt-get", "update", "&&"),
        *("apt-get", "install", "--no-install-recommends", "chromium"),
    ]


def test_doctor_speaks_indonesian_to_who_set_it(
    bare: Callable[..., None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bare()
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    doctor.main(["test"])
    assert "./tangguh test belum dapat dijalankan" in capsys.readouterr().out
    assert doctor.ENGLISH.keys() == doctor.INDONESIAN.keys()


def test_each_purpose_needs_what_the_ones_before_it_need(bare: Callable[..., None]) -> None:
    bare()
    names = [[need.name for need in doctor.missing(purpose)] for purpose in doctor.PURPOSES]
    assert names == [[], ["Pango", "HarfBuzz subset"], ["Pango", "HarfBuzz subset", "Chromium", "libatomic"]]


def test_lock_of_the_tests_contains_the_lock_of_the_build() -> None:
    def entries(lock: str) -> set[str]:
        return set((ROOT / lock).read_text().replace("\\\n", "").splitlines())

    assert entries("requirements.lock") <= entries("requirements-test.lock")
