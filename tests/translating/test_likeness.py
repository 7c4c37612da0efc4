"""What is the same in both languages, and what was only left there."""

import pytest

from generator.findings.finding import Place, SourceText
from generator.reading.overlay import TextPair
from generator.reading.tree import Scalar
from generator.translating.likeness import Likeness

PLACE = Place(SourceText("x.yaml"))


def pair(source: str, translation: str) -> TextPair:
    return TextPair(("title",), Scalar(source, PLACE), Scalar(translation, PLACE), "markdown")


COURSE = [
    pair("Penutup", "Closing"),
    pair("Puskesmas terdekat", "The nearest puskesmas"),
    pair("Kita kerja bakti hari ini.", "Today we hold a kerja bakti, and we meet at the puskesmas."),
    pair("Puskesmas", "Health centre"),
]


@pytest.mark.parametrize(
    "text",
    [
        "119",
        "–",
        "BNN",
        "Ujang",
        "Pak Darto",
        "CC BY-SA 4.0",
        "stigma",
        "November",
        "kerja bakti",
        "Puskesmas",
        "[@cimahi-2019]",
        "*[perasaan tidak enak sekali](lang:id)*",
        "![](media:a/dua-kursi-yang-berhadapan.svg)",
    ],
)
def test_names_signs_and_shared_words_may_be_the_same(text: str) -> None:
    assert not Likeness(COURSE).is_left_over(pair(text, text))


@pytest.mark.parametrize(
    "text",
    ["Penutup", "Tujuan sesi", "Apa yang bisa dilakukan sekarang?", "**Yang kamu lakukan.** Ini untukmu."],
)
def test_words_of_the_source_language_are_left_over(text: str) -> None:
    assert Likeness(COURSE).is_left_over(pair(text, text))


def test_a_translation_that_differs_is_not_left_over() -> None:
    assert not Likeness(COURSE).is_left_over(pair("Tujuan sesi", "What the session is for"))


def test_line_breaks_make_no_difference() -> None:
    assert Likeness(COURSE).is_left_over(
        pair("Apa yang bisa\ndilakukan sekarang?\n", "Apa yang bisa dilakukan sekarang?")
    )
