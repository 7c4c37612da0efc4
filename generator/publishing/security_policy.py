"""Turns a finished page into one that says what a browser may do with it (Content Security Policy).

A page runs the site's own scripts, shows its own pictures and asks its own folder; nothing else runs and no
other host is asked, whatever a text of the course may have smuggled in. The policy stands in the page, so
that it counts on a USB stick, too.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Final

from generator.publishing.errors import SiteEngineError

CHARSET: Final = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
"""What stands first in every head; the policy counts for what comes after it."""
SCRIPT: Final = re.compile(
    r"<script\b(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>(?P<text>.*?)</script\s*>",
    re.DOTALL | re.IGNORECASE,
)
STYLE: Final = re.compile(r"<style\b[^>]*>(?P<text>.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
SOURCE: Final = re.compile(r"\bsrc\s*=", re.IGNORECASE)
DATA: Final = re.compile(r"""\btype\s*=\s*["']?application/json["'\s>]""", re.IGNORECASE)
BASE: Final = "<base href="
NO_REFERRER: Final = '<meta name="referrer" content="no-referrer">'
"""Whoever follows a link is not told from where."""
KNOWN_SCRIPTS: Final = frozenset(
    {
        "sha256-apoQPHefCNWjxbCm+HzVDOAW4CSVWhY7VylQjgOFyfk=",  # where the site begins, seen from the page
        "sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=",  # colours
        "sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",  # tabs
        "sha256-7bfbMLa/TmMnIkU5E2jPUYtGz/5RHwLhr9n720wHSOo=",  # theme/site/overrides/404.html
    }
)
"""The digests of the scripts that may stand in a page itself: three of Material's, and that of the page that
says that there is none. An unknown one is no reason to let it run, but to ask who wrote it.
"""
WHERE: Final = re.compile(r'(?<=^__md_scope=new URL\(")\.\.(?:/\.\.)*(?=",location\))')
"""The way from a page to the site's beginning, in which alone a known script may differ."""
FOLDER: Final = "'self' file:"
"""The site's own files. On a disk browsers do not agree whether that is "self"; from a server no page can ask
for a file of the disk in any case.
"""


def with_policy(html: str) -> str:
    """A page with its policy.

    Raises:
        SiteEngineError: A script stands in the page that nobody knows, or the page does not begin as a page.
    """
    policy = policy_of(html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n{NO_REFERRER}'
    page, count = CHARSET.subn(lambda charset: f"{charset[0]}\n{meta}", html, count=1)
    if not count:
        raise SiteEngineError("a page does not begin with its charset; has MkDocs Material changed?")
    return page


def policy_of(html: str) -> str:
    """The policy that a page's own scripts and styles satisfy.

    Raises:
        SiteEngineError: A script stands in the page that nobody knows.
    """
    scripts = " ".join(dict.fromkeys(_scripts(html)))
    styles = " ".join(dict.fromkeys(_styles(html)))
    base = FOLDER if BASE in html else "'none'"
    directives = (
        "default-src 'none'",
        f"script-src {FOLDER} {scripts}",
        "script-src-attr 'none'",
        f"style-src {FOLDER} 'unsafe-inline'",  # for browsers that know no difference between the next two
        f"style-src-elem {FOLDER} {styles}",
        "style-src-attr 'unsafe-inline'",  # how wide a sheet's column is stands in the page
        f"img-src {FOLDER} data:",
        f"font-src {FOLDER}",
        f"connect-src {FOLDER}",
        f"worker-src {FOLDER}",
        "frame-src 'self'",  # in which the search runs where a browser starts no worker
        "object-src 'none'",
        f"base-uri {base}",
        "form-action 'none'",
    )
    return "; ".join(directive.rstrip() for directive in directives)


def _scripts(html: str) -> Iterator[str]:
    for script in SCRIPT.finditer(html):
        if SOURCE.search(script["attributes"]) or DATA.search(f"{script['attributes']}>"):
            continue
        digest = _digest(script["text"])
        if _digest(WHERE.sub(".", script["text"])) not in KNOWN_SCRIPTS:
            start = " ".join(script["text"].split())[:60]
            raise SiteEngineError(f"unknown script {digest} in a page: {start}; has MkDocs Material changed?")
        yield f"'{digest}'"


def _styles(html: str) -> Iterator[str]:
    """The styles of the head; below it nothing of ours has any."""
    head = html.partition("</head>")[0]
    return (f"'{_digest(style['text'])}'" for style in STYLE.finditer(head))


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
