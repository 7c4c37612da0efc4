"""The live preview: a small server that shows the course as it is written, and what is wrong with it."""
