"""How much a curriculum may hold, so that no file from a stranger can exhaust the machine that reads it.

What people write comes near none of these limits. A field's own bounds (so many minutes, so many lines to
write on) stand at the field.
"""

from typing import Final

MAX_FILES: Final = 20_000
"""Files and folders of a curriculum."""
MAX_FOLDERS_DEEP: Final = 12
"""Folders in folders; a course has five."""
MAX_LANGUAGES: Final = 24
MAX_BYTES: Final = 1_000_000
"""A YAML file."""
MAX_LOCK_BYTES: Final = 64_000_000
"""A file that this project writes itself, with a line for each text of a course."""
MAX_LINE: Final = 100_000
"""Characters of a line."""
MAX_DEPTH: Final = 40
"""Lists and groups of keys within each other."""
MAX_EVENTS: Final = 100_000
"""Values of a file, with the beginnings and ends of what holds them."""
MAX_ENTRIES: Final = 2_000
"""Entries of a list."""
MAX_DIGITS: Final = 15
MAX_SILENCINGS: Final = 200
"""Comments of a file that keep findings quiet."""
MOST_TOLD: Final = 20
"""Faults of one kind in one text that are told: where more are wrong, the text is."""

MAX_CHARACTERS: Final = 20_000
"""A text with signs of Markdown."""
MAX_LINES: Final = 500
"""Lines of such a text; what prints them takes time that grows with their square."""
MAX_BARS: Final = 800
"""Bars between the cells of tables."""
MAX_BRACKETS: Final = 400
"""Each of the signs with which a link, a citation or an address begins: [ @ and <."""
MAX_INDENTATION: Final = 24
MAX_MARKERS: Final = 5
"""Lists and quotations that begin in one line, within each other."""

MAX_LOGO_BYTES: Final = 300_000
"""A logo stands in every handbook and on every copy of the site, which go by phone."""
MAX_PICTURE_BYTES: Final = 2_000_000
MAX_PIXELS: Final = 16_000_000
MAX_SIDE: Final = 10_000
"""Pixels, or a drawing's units, of a picture's longer side."""
MAX_PROPORTION: Final = 20
"""How many times longer than the other a picture's longer side may be."""
MAX_SCANS: Final = 100
"""Passes in which a JPEG becomes sharp; each takes the time of the whole picture."""
MAX_ELEMENTS: Final = 20_000
"""What a drawing draws, each element as often as it is used."""
MAX_ELEMENTS_DEEP: Final = 40
MAX_ATTRIBUTE: Final = 100_000
"""Characters of one attribute of a drawing, such as the points of a path."""
MAX_NUMBER: Final = 1_000_000
"""A number in a drawing."""
