"""Families of rules: the first letter of a code says what a rule is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.findings.rule import Rule, Wording, codes, rule


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about the same thing; their codes start with `letter`."""

    letter: str
    title: Wording

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule(code) for code in codes() if code.startswith(self.letter))


FAMILIES: Final = tuple(
    Family(letter, Wording(id=indonesian, en=english))
    for letter, indonesian, english in (
        ("Y", "YAML: cara berkas ditulis", "YAML: how a file is written"),
        ("F", "Bentuk: kunci dan isinya", "Form: keys and values"),
        ("R", "Rujukan: yang disebut memang ada", "References: what is named exists"),
        ("T", "Waktu", "Time"),
        ("A", "Tujuan, pengajaran, dan penilaian", "Objectives, teaching and assessment"),
        ("P", "Isi teks: Markdown, tautan, gambar", "Prose: Markdown, links and images"),
        ("W", "Pilihan kata dan bahasa sederhana", "Wording and plain language"),
        ("X", "Akses: semua orang bisa membacanya", "Access: everyone can read it"),
        ("L", "Terjemahan", "Translation"),
        ("S", "Keselamatan", "Safety"),
        ("I", "Temuan yang dibiarkan", "Silenced findings"),
        ("O", "Folder organisasi sendiri", "An organisation’s own folder"),
    )
)
"""In the order in which they are told: what stops everything else comes first."""


def families() -> Iterator[Family]:
    """Those that have rules."""
    return (family for family in FAMILIES if family.rules)
