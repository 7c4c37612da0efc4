"""The day on which the suite checks courses, so that no contact grows old in it."""

from datetime import date
from typing import Final

TODAY: Final = date(2026, 11, 22)
