"""What a text points to, and what is left of it without that."""

from generator.translating.prose_targets import citations, links, without_targets


def test_marks_of_a_language_are_no_links() -> None:
    assert links("*[musyawarah](lang:id)* [a](term:b) ![c](media:d/e.svg)") == {"term:b", "media:d/e.svg"}


def test_a_citation_may_be_broken_over_two_lines() -> None:
    cited = citations("so [@lee-2012;\n@hart-2008], says @rahma-2019")
    assert cited == {"lee-2012", "hart-2008", "rahma-2019"}


def test_numbers_of_targets_are_no_numbers_of_the_text() -> None:
    left = without_targets(
        "See [this](session:a/b-12) [@lee-2012;\n@hart-2008] <https://x.org/1> @rahma-2019"
    )
    assert not any(character.isdigit() for character in left)
    assert "this" in left
