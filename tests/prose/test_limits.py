"""No text makes the Markdown parser slow or exhausts its stack."""

import pytest

from generator.model.limits import MAX_BARS, MAX_BRACKETS, MAX_CHARACTERS, MAX_LINES
from generator.prose.limits import exceeds_limits


@pytest.mark.parametrize(
    "prose",
    [
        "a" * (MAX_CHARACTERS + 1),
        "[" * (MAX_BRACKETS + 1),
        "@a " * (MAX_BRACKETS + 1),
        "Kata.\n\n" * MAX_LINES,
        "| a " * (MAX_BARS + 1),
        "> " * 6 + "deep",
        "- " * 6 + "deep",
        "1. 2. 3. 4. 5. 6. deep",
        " " * 24 + "- deep",
        "\t" * 6 + "- deep",
    ],
)
def test_what_would_be_dear_to_parse_is_refused(prose):
    assert exceeds_limits(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Kata " * 3_000,
        "[@marlatt-gordon-1985] " * 100,
        "- satu\n    - dua\n        - tiga",
        "> kata\n>\n> > kutipan di dalam kutipan",
        "- - - - - - - -",
        "1. satu\n2. dua",
    ],
)
def test_what_people_write_is_within_the_limits(prose):
    assert not exceeds_limits(prose)
