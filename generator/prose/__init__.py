"""Prose: Markdown of the curriculum becomes sanitised HTML, once, for site and print alike."""
