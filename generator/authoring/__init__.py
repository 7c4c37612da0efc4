"""Authoring: what helps people write a course, made from the model: the key guide, schemas, first drafts."""
