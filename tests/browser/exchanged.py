"""One page after the other in the place of the first.

Styles and scripts are read once, which takes most of a page's time. What a page holds is there; what scripts
do with it when it is opened is not.
"""

from collections.abc import Iterable, Iterator

from playwright.sync_api import Page

EXCHANGE = """
async path => {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  history.replaceState(null, "", path);
  document.title = page.title;
  document.body.replaceWith(page.body);
}
"""


def exchanged(page: Page, start: str, paths: Iterable[str]) -> Iterator[str]:
    """Show these pages one by one in the place of a server's page that has all styles of theirs; the path of
    the one that is shown.
    """
    page.goto(start)
    for path in paths:
        page.evaluate(EXCHANGE, f"/{path}")
        yield path
