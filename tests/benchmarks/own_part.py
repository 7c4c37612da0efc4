"""The generator's own part of a build, engines apart: from YAML to the pages' Markdown and the print HTML.

    python own_part.py CURRICULUM [LOCAL]

Started in a project's folder, so that it measures that project's generator.
"""

import sys
from datetime import date
from pathlib import Path

from generator.checking.check import check_curriculum
from generator.reading.local.adapted import open_curriculum
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from generator.rendering.theme import Theme


def main(root: str, local: str | None = None) -> None:
    curriculum, theme = Path(root), Theme(Path("theme").resolve())
    opened = open_curriculum(curriculum, Path(local) if local else None)
    checked = check_curriculum(opened, date.today(), theme.root)
    assert checked.sound
    for course in checked.courses.values():
        assert all(render_site(course, theme).pages.values())
        assert all(one.html for one in render_documents(course, theme, curriculum / "modules"))


if __name__ == "__main__":
    main(*sys.argv[1:])
