"""Citations in running text and the list of references."""

import pytest

from generator.model.reference import PersonName, Reference
from generator.prose.citation import entry, in_text, sort_key

WORDS = {
    "and_others": "dkk.",
    "no_date": "t.t.",
    "edition": "edisi ke-{number}",
    "editor": "Ed.",
    "editors": "Eds.",
    "in": "Dalam",
    "pages": "hlm.",
    "accessed": "Diakses {date}, dari",
}
HART = PersonName(family="Hart", given="Jean-Paul")
LEE = PersonName(family="Lee", given="Ann B.")
MOSS = PersonName(family="Moss")
AGENCY = PersonName(literal="Badan Kesehatan")
ABBREVIATED = PersonName(literal="Badan Kesehatan Dunia (BKD)")


def work(**facts: object) -> Reference:
    return Reference.model_validate({"id": "a", "type": "book", "title": "Judul", **facts})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"author": (HART,), "issued": 2008}, "Hart, 2008"),
        ({"author": (HART, LEE), "issued": 2008}, "Hart & Lee, 2008"),
        ({"author": (HART, LEE, MOSS), "issued": 2008}, "Hart dkk., 2008"),
        ({"author": (AGENCY,), "issued": 2020}, "Badan Kesehatan, 2020"),
        ({"author": (ABBREVIATED,), "issued": 2020}, "BKD, 2020"),
        ({"editor": (LEE,), "issued": 2008}, "Lee, 2008"),
        ({"author": (HART,), "editor": (LEE,), "issued": 2008}, "Hart, 2008"),
        ({"author": (HART,)}, "Hart, t.t."),
        ({"title": "Cara bicara yang baik dengan teman", "issued": 2019}, "“Cara bicara yang baik”, 2019"),
        ({"title": "Diam: sebuah pengantar"}, "“Diam”, t.t."),
    ],
)
def test_a_citation_names_author_or_title_and_year(facts: dict[str, object], expected: str) -> None:
    assert in_text(work(**facts), WORDS) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            {"author": (HART,), "issued": 2008, "publisher": "Penerbit", "edition": 2},
            "Hart, J. P. (2008). <em>Judul</em> (edisi ke-2). Penerbit.",
            id="book",
        ),
        pytest.param(
            {"editor": (HART, LEE), "issued": 2008, "publisher": "Penerbit"},
            "Hart, J. P., &amp; Lee, A. B. (Eds.). (2008). <em>Judul</em>. Penerbit.",
            id="book with editors",
        ),
        pytest.param(
            {"editor": (HART,), "issued": 2008},
            "Hart, J. P. (Ed.). (2008). <em>Judul</em>.",
            id="book with one editor",
        ),
        pytest.param(
            {
                "type": "article-journal", "author": (HART, LEE, MOSS), "issued": 2019,
                "container-title": "Jurnal & Lain", "volume": 4, "issue": 2, "page": "10-19", "DOI": "10.1/x",
            },
            "Hart, J. P., Lee, A. B., &amp; Moss (2019). Judul. "
            "<em>Jurnal &amp; Lain</em>, <em>4</em>(2), 10–19. "
            '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>',
            id="article",
        ),
        pytest.param(
            {
                "type": "chapter", "author": (MOSS,), "editor": (HART, LEE), "issued": 2012,
                "container-title": "Buku", "page": "3-4", "publisher": "Penerbit",
            },
            "Moss (2012). Judul. "
            "Dalam J. P. Hart &amp; A. B. Lee (Eds.), <em>Buku</em> (hlm. 3–4). Penerbit.",
            id="chapter with editors",
        ),
        pytest.param(
            {"type": "paper-conference", "author": (AGENCY,), "issued": 2016, "container-title": "Prosiding"},
            "Badan Kesehatan (2016). Judul. Dalam <em>Prosiding</em>.",
            id="paper",
        ),
        pytest.param(
            {"type": "report", "author": (AGENCY,), "issued": 2020, "URL": "https://a.b/?c=1&d=2"},
            'Badan Kesehatan (2020). <em>Judul</em>. <a href="https://a.b/?c=1&amp;d=2">https://a.b/?c=1&amp;d=2</a>',
            id="report",
        ),
        pytest.param(
            {"type": "webpage", "URL": "https://a.b/c", "accessed": "2026-11-01"},
            '<em>Judul</em>. (t.t.). Diakses 2026-11-01, dari <a href="https://a.b/c">https://a.b/c</a>',
            id="page without author and date",
        ),
        pytest.param(
            {"author": (HART,), "issued": 2008, "title": "<i>A</i> & B", "URL": "http://a", "DOI": "10.1/x"},
            "Hart, J. P. (2008). <em>&lt;i&gt;A&lt;/i&gt; &amp; B</em>. "
            '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>',
            id="a DOI goes before an address, and signs are escaped",
        ),
    ],
)  # fmt: skip
def test_an_entry_follows_its_type(facts: dict[str, object], expected: str) -> None:
    assert entry(work(**facts), WORDS, "en") == expected


def test_a_title_in_another_language_than_the_pages_says_which() -> None:
    facts = {"author": (HART,), "issued": 2008, "title": "Listening", "language": "en"}
    journal = {"type": "article-journal", "container-title": "Hearing"}
    assert '<span lang="en">Listening</span>' in entry(work(**facts), WORDS, "id")
    assert '<em><span lang="en">Hearing</span></em>' in entry(work(**facts | journal), WORDS, "id")
    assert "lang" not in entry(work(**facts), WORDS, "en")
    assert "lang" not in entry(work(**facts | {"language": None}), WORDS, "id")


def test_entries_stand_by_author_or_title_then_year() -> None:
    works = [
        work(id="e", author=(MOSS,), issued=2001),
        work(id="c", author=(HART,), issued=2010),
        work(id="b", author=(HART,), issued=2008),
        work(id="d", title="kapan", issued=1990),
        work(id="a", editor=(AGENCY,)),
    ]
    assert [one.id for one in sorted(works, key=sort_key)] == ["a", "b", "c", "d", "e"]
