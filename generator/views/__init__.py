"""Views: the course as one audience sees it, numbered, timed and put in order; nothing is rendered here."""
