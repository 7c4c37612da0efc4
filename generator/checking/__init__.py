"""Checking: rules that a course of sound files must still keep; they yield problems, never print."""
