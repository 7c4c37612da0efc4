"""Translating: what is translated, confirmed and stale, and the files that translators' programs read."""
