"""The course in the field's words: frozen parts, no input or output, no engine.

A loaded course is monolingual: every text stands in one language.
"""
