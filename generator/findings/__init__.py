"""Findings: what is wrong with a curriculum, where, and what to do; data until a reporter prints them."""
