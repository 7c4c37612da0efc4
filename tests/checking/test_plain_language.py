"""Long sentences and long paragraphs to say are told, where they begin."""

import pytest

from generator.checking.plain_language import LONGEST_SENTENCE, LONGEST_SPOKEN

HEARING = "modules/listening/sessions/hearing.yaml"
ENGLISH = "modules/listening/translations/en/sessions/hearing.yaml"
SUMMARY = "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan."


def words(count):
    """A sentence of this many words."""
    return " ".join(["Kata", *["kata"] * (count - 1)]) + "."


@pytest.mark.parametrize(("over", "told"), [(0, []), (1, [f"{HEARING}:2:10 W02"])])
def test_a_sentence_may_have_as_many_words_as_its_language_allows(sample, change, check, over, told):
    change(sample / HEARING, SUMMARY, f"summary: {words(LONGEST_SENTENCE['id'] + over)}")
    assert check(sample) == told


def test_english_may_use_more_words(sample, change, check):
    text = "summary: We find out what gets in the way of listening."
    for number, told in ((30, []), (31, [f"{ENGLISH}:2:10 W02"])):
        change(sample / ENGLISH, text, text := f"summary: {words(number)}")
        assert check(sample) == told


def test_a_long_sentence_is_told_at_its_first_word_on_its_own_line(sample, change, check):
    long = words(LONGEST_SENTENCE["id"] + 1)
    block = f"summary: |\n  Kata kata. Kata kata.\n  Kata pendek. {long}\n\n  - kata\n  - {long}"
    change(sample / HEARING, SUMMARY, block)
    assert check(sample) == [f"{HEARING}:4:16 W02", f"{HEARING}:7:5 W02"]


def test_entries_of_a_list_and_cells_of_a_table_are_sentences_of_their_own(sample, change, check):
    many = "\n".join(f"  - {words(8)[:-1]}" for _ in range(9))
    table = "  | a | b |\n  | - | - |\n" + "\n".join(
        f"  | {words(8)[:-1]} | {words(9)[:-1]} |" for _ in range(4)
    )
    change(sample / HEARING, SUMMARY, f"summary: |\n{many}\n\n{table}")
    assert check(sample) == []


def test_what_is_not_translated_is_not_measured_as_if_it_were(sample, change, check):
    change(sample / HEARING, SUMMARY, f"summary: {words(31)}")
    change(sample / ENGLISH, "summary: We find out what gets in the way of listening.\n", "")
    assert check(sample) == [f"{HEARING}:2:10 L02", f"{HEARING}:2:10 W02"]


@pytest.mark.parametrize(
    ("key", "told"), [("say", [f"{HEARING}:81:14 W03"]), ("do", [])], ids=["to say", "to do"]
)
def test_only_a_paragraph_to_say_has_a_length(sample, change, check, key, told):
    half = " ".join(words(10) for _ in range(LONGEST_SPOKEN // 20))
    step = "      - do: Perlihatkan dua percakapan pendek.\n"
    change(sample / HEARING, step, f"{step}        say: Coba.\n")
    change(
        sample / HEARING, "        say: Coba.\n", f"        expect: Ya.\n      - {key}: {half} {half} Kata.\n"
    )
    assert [line for line in check(sample) if "L0" not in line] == told


def test_an_empty_line_makes_two_paragraphs(sample, change, check):
    half = " ".join(words(10) for _ in range(LONGEST_SPOKEN // 20))
    change(
        sample / HEARING,
        "      - say: Satu kalimat saja. Boleh bilang “lewat”.\n",
        f"      - say: |\n          {half}\n\n          {half} Kata.\n",
    )
    assert check(sample) == []
