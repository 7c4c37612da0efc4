"""Turns a look at this machine into a report of what it has and lacks, and how to get what it lacks.

Standard library only and nothing of this package: the launcher runs this file before anything is installed.
"""

import argparse
import ctypes
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"

Purpose = Literal["check", "build", "test"]
"""What the machine is wanted for; each purpose needs all that the ones before it need."""
PURPOSES: tuple[Purpose, ...] = ("check", "build", "test")
LOCKS: Mapping[Purpose, str] = {
    "check": "requirements.lock",
    "build": "requirements.lock",
    "test": "requirements-test.lock",
}

Manager = Literal["apt", "dnf", "brew"]
COMMANDS: Mapping[Manager, str] = {"apt": "apt-get", "dnf": "dnf", "brew": "brew"}

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# What WeasyPrint opens, under its names on Linux and on macOS.
PANGO = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
)
HARFBUZZ_SUBSET = (("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),)

ENGLISH = {
    "ok": "ok",
    "missing": "missing",
    "absent": "-",
    "venv": "makes the Python environment",
    "Pango": "typesets the handbooks",
    "HarfBuzz subset": "embeds the fonts in the handbooks",
    "Chromium": "tests the pages (for ./tangguh test only)",
    "libatomic": "drives Chromium in the tests (for ./tangguh test only)",
    "Git": "keeps the history of your changes (optional)",
    "environment": "made or brought up to date by the next command (takes a minute, needs the network)",
    "install": "install it with this machine's package manager",
    "ready": "./tangguh {purpose} can run.",
    "lacking": "./tangguh {purpose} cannot run yet. Install what it lacks:",
    "self": "With root or sudo ./tangguh {purpose} installs it by itself.",
}
INDONESIAN = {
    "ok": "ada",
    "missing": "kurang",
    "absent": "-",
    "venv": "membuat lingkungan Python",
    "Pango": "menata halaman buku panduan",
    "HarfBuzz subset": "menyertakan huruf dalam buku panduan",
    "Chromium": "menguji halaman situs (hanya untuk ./tangguh test)",
    "libatomic": "mengemudikan Chromium dalam pengujian (hanya untuk ./tangguh test)",
    "Git": "mencatat riwayat perubahan Anda (tidak wajib)",
    "environment": "dibuat atau diperbarui oleh perintah berikutnya (sekitar semenit, perlu jaringan)",
    "install": "pasang dengan pengelola paket di mesin ini",
    "ready": "./tangguh {purpose} dapat dijalankan.",
    "lacking": "./tangguh {purpose} belum dapat dijalankan. Pasang yang kurang:",
    "self": "Dengan root atau sudo, ./tangguh {purpose} memasangnya sendiri.",
}


@dataclass(frozen=True)
class Need:
    """Something this machine should have.

    `find` says what was found, or None; `purpose` is the first that cannot do without (None: optional).
    """

    name: str
    purpose: Purpose | None
    find: Callable[[], str | None]
    packages: Mapping[Manager, str]

    def serves(self, purpose: Purpose) -> bool:
        return self.purpose is not None and PURPOSES.index(self.purpose) <= PURPOSES.index(purpose)


def system_needs() -> list[Need]:
    return [
        Need("venv", "check", _venv, {"apt": _debian_venv(), "dnf": "python3", "brew": "python"}),
        Need(
            "Pango",
            "build",
            lambda: _libraries(PANGO),
            {"apt": "libpango-1.0-0 libpangoft2-1.0-0", "dnf": "pango", "brew": "pango"},
        ),
        Need(
            "HarfBuzz subset",
            "build",
            lambda: _libraries(HARFBUZZ_SUBSET),
            {"apt": "libharfbuzz-subset0", "dnf": "harfbuzz", "brew": "harfbuzz"},
        ),
        Need(
            "Chromium",
            "test",
            browser,
            {"apt": _debian_chromium(), "dnf": "chromium", "brew": "google-chrome"},
        ),
        Need(
            "libatomic",
            "test",
            _driver_library,
            {"apt": "libatomic1", "dnf": "libatomic", "brew": "gcc"},
        ),
        Need("Git", None, lambda: shutil.which("git"), {"apt": "git", "dnf": "git", "brew": "git"}),
    ]


def browser() -> str | None:
    """Path of a Chromium that can be driven by the tests."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def environment_is_current(purpose: Purpose) -> bool:
    """Whether .venv was made from the lock file as it is now (the launcher keeps a copy in .venv)."""
    with suppress(OSError):
        made_from = (VENV / f"ready-for-{purpose}").read_bytes()
        return (VENV / "bin/python").exists() and made_from == (ROOT / LOCKS[purpose]).read_bytes()
    return False


def missing(purpose: Purpose) -> list[Need]:
    return [need for need in system_needs() if need.serves(purpose) and need.find() is None]


def package_names(needs: Iterable[Need], manager: Manager | None) -> str:
    """The names to install, separated by spaces; the needs' own names where no package manager is known."""
    return " ".join(need.packages[manager] if manager else need.name for need in needs)


def package_manager() -> Manager | None:
    return next((manager for manager, command in COMMANDS.items() if shutil.which(command)), None)


def install_command(needs: Iterable[Need]) -> str:
    """The command that installs these, for the person at this machine to copy."""
    manager = package_manager()
    names = package_names(needs, manager)
    match manager:
        case "apt":
            return _as_root("apt-get update", f"apt-get install --no-install-recommends {names}")
        case "dnf":
            return _as_root(f"dnf install {names}")
        case "brew":
            return f"brew install {names}"
    return f"{names} ({_texts()['install']})"


def _as_root(*commands: str) -> str:
    if os.geteuid() == 0:
        return " && ".join(commands)
    if shutil.which("sudo"):
        return " && ".join(f"sudo {command}" for command in commands)
    return f"su -c '{' && '.join(commands)}'"


def report(purpose: Purpose) -> list[str]:
    """One line for each need, below each lacking one the command that mends it, and what follows from it."""
    texts = _texts()
    lines = [_line("ok", "Python", f"{platform.python_version()}  {sys.executable}")]
    for need in system_needs():
        found = need.find()
        if found is not None:
            lines.append(_line("ok", need.name, found))
        else:
            lines.append(_line("missing" if need.purpose else "absent", need.name, texts[need.name]))
            lines.append(_line("", "", install_command([need])))
    if environment_is_current(purpose):
        lines.append(_line("ok", ".venv", str(VENV)))
    else:
        lines.append(_line("absent", ".venv", texts["environment"]))
    return [*lines, "", *_verdict(purpose)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tangguh doctor", description="What this machine has and lacks.")
    parser.add_argument("purpose", nargs="?", choices=PURPOSES, default="build", help="what is to run")
    parser.add_argument("--missing-packages", action="store_true", help="print only the packages to install")
    options = parser.parse_args(arguments)
    if options.missing_packages:
        print(package_names(missing(options.purpose), package_manager()))
        return 0
    print("\n".join(report(options.purpose)))
    return 3 if missing(options.purpose) else 0


def _verdict(purpose: Purpose) -> list[str]:
    texts = _texts()
    lacking = missing(purpose)
    if not lacking:
        return [texts["ready"].format(purpose=purpose)]
    lines = [texts["lacking"].format(purpose=purpose), f"  {install_command(lacking)}"]
    if package_manager() == "apt":
        lines.append(texts["self"].format(purpose=purpose))
    return lines


def _line(state: str, name: str, text: str) -> str:
    return f"{_texts().get(state, ''):8}{name:17}{text}".rstrip()


def _texts() -> dict[str, str]:
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return INDONESIAN if locale.startswith("id") else ENGLISH


def _venv() -> str | None:
    # Debian splits ensurepip off into a package of its own; venv alone makes an environment without pip.
    found = all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))
    return "venv, ensurepip" if found else None


def _libraries(libraries: Iterable[tuple[str, ...]]) -> str | None:
    """The names under which the libraries open, None when one does not.

    Opened, not looked up in a list: that is what WeasyPrint will do, and it finds broken ones too.
    """
    opened = [_first_that_opens(names) for names in libraries]
    return ", ".join(filter(None, opened)) if all(opened) else None


def _driver_library() -> str | None:
    """What Playwright's driver is linked against; on macOS its driver brings everything along."""
    return "-" if sys.platform == "darwin" else _libraries((("libatomic.so.1",),))


def _first_that_opens(names: Iterable[str]) -> str | None:
    for name in names:
        with suppress(OSError):
            ctypes.CDLL(name)
            return name
    return None


def _debian_venv() -> str:
    """By version: plain python3-venv belongs to Debian's default Python, which need not be this one."""
    return "python{}.{}-venv".format(*sys.version_info)


def _debian_chromium() -> str:
    """Ubuntu has Chromium under another name than Debian."""
    with suppress(OSError):
        if platform.freedesktop_os_release().get("ID") == "ubuntu":
            return "chromium-browser"
    return "chromium"


if __name__ == "__main__":
    sys.exit(main())
