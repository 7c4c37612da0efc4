"""Puts the search's index together from what each page has for it."""

from collections.abc import Iterable


def index_files(search: str, entries: Iterable[str]) -> dict[str, bytes]:
    """The index by the names of its files: as JSON, and as a script, which a copy on disk needs.

    Args:
        search: The settings of the search, as JSON.
        entries: What the pages have for it, each as JSON.
    """
    index = f'{{"config":{search},"docs":[{",".join(entries)}]}}'.encode()
    return {
        "search/search_index.json": index,
        "search/search_index.js": b"var __index = " + index,
    }
