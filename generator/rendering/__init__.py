"""Rendering: views become strings, Markdown pages for the site and HTML for print; no input or output."""
