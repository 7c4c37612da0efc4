"""Who fills a sheet in."""

from typing import Literal

Respondent = Literal["participant", "self", "group", "facilitator", "observer"]
"""A participant hands the sheet in under a code; `self` keeps it."""
