"""Leaves out of a style sheet the rules for classes that occur nowhere: half of a framework's weight."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

CLASS: Final = re.compile(r"\.((?:[\w-]|\\.)+)")
NEGATION: Final = re.compile(r":not\([^()]*\)")
"""What must be absent need not occur."""
GROUPS: Final = ("media", "supports")
"""At-rules that hold rules."""

FRAMEWORK: Final = "assets/stylesheets/main.*.css"
"""Material's own."""
WORD: Final = re.compile(r"[\w-]+")


def is_framework(name: str) -> bool:
    """Whether a site's file is the style sheet that has rules for all that any site may have."""
    return PurePosixPath(name).match(FRAMEWORK)


def words_of_scripts(files: Mapping[str, bytes]) -> set[str]:
    """Every word in a site's scripts: it may be a class that one of them gives to something.

    Args:
        files: The site's files by their path.
    """
    return {
        word
        for name, content in files.items()
        if name.startswith("assets/") and name.endswith(".js")
        for word in WORD.findall(content.decode())
    }


def without_unused(css: str, used: Collection[str]) -> str:
    """The style sheet without selectors that name an unused class, and without rules that have none left.

    Args:
        css: The style sheet.
        used: Every class that a page has or a script may give to it; words that are no class do no harm.
    """
    return "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used))


def _rules(rules: list[Node], used: Collection[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [one for one in _selectors(rule.prelude) if _matters(one, used)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in GROUPS and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(_rules(inner, used)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list[Node]) -> Iterator[str]:
    """The selectors of a list; commas inside parentheses belong to one of them."""
    selector: list[Node] = []
    for token in prelude:
        if token == ",":
            yield tinycss2.serialize(selector)
            selector = []
        else:
            selector.append(token)
    yield tinycss2.serialize(selector)


def _matters(selector: str, used: Collection[str]) -> bool:
    named = CLASS.findall(NEGATION.sub("", selector))
    return all(name.replace("\\", "") in used for name in named)
