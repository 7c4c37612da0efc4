"""Editions: the handbooks that are printed, by the word for whoever holds one in the hand."""

from typing import Literal

Edition = Literal["facilitator", "participant", "evaluation"]
