"""Each file's first line names its schema, where the curriculum has schemas: editors find them by it."""

from collections.abc import Iterator

from generator.findings.finding import Finding, Place
from generator.reading.file_kind import SCHEMAS, first_line
from generator.reading.loading import Curriculum


def check_first_lines(curriculum: Curriculum) -> Iterator[Finding]:
    if not (curriculum.root / SCHEMAS).is_dir():
        return
    for file in curriculum.files():
        source = curriculum.read(file).source
        place = Place(source, width=max(1, len(source.line(1).rstrip())))
        expected = first_line(file)
        if not expected or curriculum.is_local(place):  # an own folder has no schemas: its files hold parts
            continue
        if source.lines and source.line(1).rstrip() != expected:
            yield Finding("F24", place, {"line": expected})
