"""An organisation's own folder, laid over the course: a course of both, or findings where it does not fit."""
