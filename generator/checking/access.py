"""Access: what those who hear a page, or see no more than its links, need in place of what others see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from generator.checking.course_text import CourseText
from generator.checking.problem import Problem
from generator.model.limits import MOST_TOLD
from generator.prose.mentions import Mention, mentions
from generator.prose.tables import tables

SHORTEST_ALTERNATIVE: Final = 4
"""Letters; no picture is described in fewer."""
PICTURES: Final = frozenset(
    "alt bagan chart diagram drawing figure foto gambar grafik graphic ikon icon ilustrasi illustration "
    "image img logo photo picture sketsa tabel table".split()
)
"""Words that say that there is a picture, and nothing of what it shows."""
POINTERS: Final = frozenset({
    "baca", "baca di sini", "baca selengkapnya", "di sini", "disini", "halaman ini", "ini", "klik",
    "klik di sini", "klik disini", "lihat", "lihat di sini", "link", "link ini", "selengkapnya", "situs ini",
    "sini", "tautan", "tautan ini",
    "click", "click here", "here", "learn more", "more", "read more", "see here", "this", "this link",
    "this page", "this site",
})  # fmt: skip
"""What is said while pointing at something; whoever hears a list of a page's links learns nothing from it."""
_FILE_NAME: Final = re.compile(r"[^\s/]+\.(?:svg|png|jpe?g|gif|webp|avif|pdf)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"[\W\d_]+")
_BARE_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check_access(texts: Iterable[CourseText]) -> Iterator[Problem]:
    for text in texts:
        if text.markup == "markdown":
            yield from islice(_links_and_images(text), MOST_TOLD)
            yield from islice(_tables(text), MOST_TOLD)
        elif text.path[-1] == "alt" and says_nothing(text.value):
            yield Problem("X01", text.file, text.path, {"alternative": text.value})


def says_nothing(alternative: str, file: str = "") -> bool:
    """Whether words in place of a picture tell nothing of it.

    Args:
        alternative: The words.
        file: The picture's file, whose bare name is no description either.
    """
    stem = file.rpartition("/")[2].rpartition(".")[0]
    named = alternative == stem and bool(re.search(r"[\d_-]", stem))
    said = [word for word in _NUMBERED.split(alternative.casefold()) if len(word) > 1]
    short = len("".join(said)) < SHORTEST_ALTERNATIVE
    return named or short or bool(_FILE_NAME.fullmatch(alternative)) or PICTURES.issuperset(said)


def points_only(text: str) -> bool:
    """Whether a link's text says nothing without what stands around it."""
    said = text.strip(" *_.,:;!?>»→").casefold()
    return said in POINTERS or bool(_BARE_ADDRESS.fullmatch(said))


def _links_and_images(text: CourseText) -> Iterator[Problem]:
    seen: Counter[Mention] = Counter()
    for mention in mentions(text.value):
        said = mention.text.strip()
        if mention.kind == "image" and said and says_nothing(said, mention.target):
            code, facts = "X01", {"alternative": said[:60]}
        elif mention.kind == "link" and points_only(said):
            code, facts = "X03", {"text": said[:60]}
        else:
            continue
        yield text.problem(code, facts, *_written(text.value, mention, seen[mention]))
        seen[mention] += 1


def _written(text: str, mention: Mention, occurrence: int) -> tuple[int, int]:
    """Where the words of a link or image stand in its text."""
    said, target = re.escape(mention.text), re.escape(mention.target)
    for written in (rf"(?<=\[){said}(?=\]\({target}\))|(?<=<){said}(?=>)", target):
        if spans := [match.span() for match in re.finditer(written, text)]:
            return spans[min(occurrence, len(spans) - 1)]
    return 0, len(text)


def _tables(text: CourseText) -> Iterator[Problem]:
    for table in tables(text.value):
        if column := table.unnamed_column:
            yield text.problem("X02", {"column": column}, table.start, table.end)
