"""What Hypothesis draws for random courses: their sizes, and the texts that stand in them."""

from hypothesis import strategies as st

from tests.generated.awkward import MENTION, Given
from tests.generated.size import Size

SIGNS = "\\`*_{}[]()<>#+-.!|~^=:;&\"'/@$%?,0123456789“”‘’–—…«»€½²°·•"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÉÖ"
"""What the books' own fonts have: a build stops at a sign that no font of the machine has."""

signs = st.one_of(st.sampled_from(SIGNS), st.sampled_from(LETTERS), st.just(" "))
lines = st.text(signs, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
"""Titles and labels with signs that mean something to YAML, Markdown, HTML or a template."""
codes = st.sampled_from((
    "<b>x</b>", "{{ 7 * 7 }}", "{% raw %}", "&amp;", "&#42;", "[a](b)", "# 1.", "*x*", "no", "12:30", "~",
    "1.10", "- x", "x: y", "x #y", "\\n", "%s", "${x}", "`x`", "__x__", "a|b", "'", '"',
    "https://example.org/?a=1&b=2",
))  # fmt: skip
odd_lines = st.one_of(lines, st.lists(st.one_of(codes, lines), min_size=1, max_size=4).map(" ".join))

words = st.text(LETTERS, min_size=1, max_size=9)
ends = st.sampled_from(("", ",", ".", ";", ":", "?", "!", "…", "”", ")", " –", "%"))
plain = st.builds("{}{}".format, words, ends)
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join)
inline = st.one_of(
    plain,
    plain,
    plain,
    phrases.map("**{}**".format),
    phrases.map("*{}*".format),
    phrases.map("[{}](https://example.org/page?a=1&b=2)".format),
    phrases.map("*[{}](lang:en)*".format),
    st.just(MENTION),
    st.sampled_from(("\\*", "\\_", "\\[", "a & b", "1 \\< 2", "R&D", "5 > 4")),
)
sentences = st.lists(inline, min_size=1, max_size=7).map(" ".join)
rows = st.lists(phrases, min_size=3, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |")
blocks = st.one_of(
    sentences,
    st.lists(sentences, min_size=1, max_size=3).map(lambda some: "\n".join(f"- {one}" for one in some)),
    st.lists(sentences, min_size=1, max_size=3).map(
        lambda some: "\n".join(f"{number}. {one}" for number, one in enumerate(some, 1))
    ),
    st.tuples(rows, st.lists(rows, min_size=1, max_size=3)).map(
        lambda table: "\n".join((table[0], "| :-- | --- | --: |", *table[1]))
    ),
    sentences.map("> {}".format),
)
proses = st.builds(lambda first, more: "\n\n".join((first, *more)), sentences, st.lists(blocks, max_size=2))
"""Markdown with emphasis, lists, tables, links, quotations, citations and cross-references."""

given_texts = st.builds(
    Given,
    lines=st.lists(odd_lines, min_size=8, max_size=8),
    sentences=st.lists(sentences, min_size=4, max_size=4),
    proses=st.lists(proses, min_size=6, max_size=6),
)
sizes = st.builds(
    Size,
    modules=st.sampled_from((1, 1, 2)),
    sessions=st.integers(1, 2),
    activities=st.integers(3, 6),
    sheets=st.integers(1, 2),
    blocks=st.integers(1, 3),
    items=st.integers(1, 4),
    rubrics=st.integers(0, 1),
    instruments=st.integers(0, 1),
    works=st.integers(1, 2),
    terms=st.integers(1, 2),
    chapters=st.integers(1, 2),
    languages=st.sampled_from((("id",), ("id", "en"), ("en", "id"))),
)
