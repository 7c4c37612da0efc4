"""Tangguh: turns YAML training modules into a training site and printable handbooks.

Importing this package reads no file and starts no engine.
"""

__version__ = "0.1.0"
