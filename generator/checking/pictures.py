"""The pictures of the modules: each can be shown and printed, and does nothing by itself."""

import re
from collections.abc import Iterator
from typing import Final

from generator.findings.finding import Finding, Place, SourceText
from generator.model import layout
from generator.reading.loading import Curriculum
from generator.reading.picture import PictureFault, fault_of_picture

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
"""A name that stands in an address as it is."""


def check_pictures(curriculum: Curriculum) -> Iterator[Finding]:
    """Look at every file that is published with the modules, whether something shows it or not."""
    for module in curriculum.modules_with_media():
        for name in curriculum.media(module):
            file = layout.media_file(name)
            plain = NAME.fullmatch(name.partition("/")[2])
            fault = fault_of_picture(curriculum.path(file)) if plain else PictureFault("picture-name")
            if fault:
                place = Place(SourceText(curriculum.source_text(file).path), fault.line, fault.column)
                yield Finding("X04", place, {"what": fault.what})
