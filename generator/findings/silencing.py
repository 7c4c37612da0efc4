"""Parts findings into those that are told and those that a comment in their file keeps quiet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.findings.finding import Finding, Place


@dataclass(frozen=True, slots=True)
class Silencing:
    """A comment ``# ignore W01: the reason``: its codes are not told from `first_line` to `last_line`.

    `place` is where its codes begin.
    """

    place: Place
    codes: tuple[str, ...]
    reason: str
    first_line: int
    last_line: int

    def covers(self, finding: Finding) -> bool:
        return (
            finding.code in self.codes
            and finding.place.source.path == self.place.source.path
            and self.first_line <= finding.place.line <= self.last_line
        )


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is not told, and why."""

    finding: Finding
    reason: str


@dataclass(slots=True)
class Told:
    """What is told of some findings, what is silenced, and (`idle`) the comments that silence nothing."""

    findings: list[Finding] = field(default_factory=list)
    silenced: list[Silenced] = field(default_factory=list)
    idle: list[Finding] = field(default_factory=list)


def silence(findings: Iterable[Finding], silencings: Iterable[Silencing]) -> Told:
    """Part the findings into those to be told and those that a comment silences, in the order given."""
    by_path: dict[str, list[Silencing]] = {}
    for silencing in silencings:
        by_path.setdefault(silencing.place.source.path, []).append(silencing)
    told = Told()
    used: set[tuple[Silencing, str]] = set()
    for finding in findings:
        covering = [one for one in by_path.get(finding.place.source.path, ()) if one.covers(finding)]
        used |= {(one, finding.code) for one in covering}
        if covering:
            told.silenced.append(Silenced(finding, covering[-1].reason))
        else:
            told.findings.append(finding)
    told.idle = [
        Finding("I01", one.place, {"code": code})
        for many in by_path.values()
        for one in many
        for code in one.codes
        if (one, code) not in used
    ]
    return told
