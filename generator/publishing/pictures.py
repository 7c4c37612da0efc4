"""Brings the pictures of a course and of a folder laid over it into one folder."""

import shutil
from pathlib import Path
from typing import Final

from generator.reading.local.folder import readable_files
from generator.reading.picture import is_picture

FOLDER: Final = "pictures"
MEDIA: Final = "media"
"""What the folders with pictures are called, in the curriculum as in its modules."""


def pictures_folder(curriculum: Path, local: Path | None, work: Path) -> Path:
    """A folder that holds every picture where a curriculum has it.

    Args:
        curriculum: The course's folder.
        local: The folder laid over it, whose pictures take the place of those of the same name.
        work: Where to put what is made.
    """
    if local is None:
        return curriculum
    folder = work / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for root in (curriculum, local):
        for file, path in readable_files(root):
            if MEDIA in file.split("/")[:-1] and is_picture(file):
                place = folder / file
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, place)
    (folder / "modules").mkdir(parents=True, exist_ok=True)
    return folder
