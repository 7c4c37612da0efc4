"""PO files: nothing is lost on the way out or back, and a broken one is told with its line."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.finding import Place, SourceText
from generator.reading.overlay import TextPair
from generator.reading.tree import Scalar
from generator.translating.catalogue import context_of, read_catalogue, write_catalogue
from generator.translating.confirmation import Confirmation, Confirmations
from generator.translating.state import States
from tests.translating.conftest import HEAD, TranslatedSample

FILE = "scales.yaml"
PLACE = Place(SourceText("curriculum/scales.yaml"), 4)
NOTHING = Confirmations()


def pair(source: str, translation: str | None, safety: bool = False) -> TextPair:
    translated = None if translation is None else Scalar(translation, PLACE)
    return TextPair(("scales", "a", "title"), Scalar(source, PLACE), translated, "plain", safety)


def written(*pairs: TextPair, confirmations: Confirmations = NOTHING) -> bytes:
    return write_catalogue(HEAD, {FILE: pairs}, States("en", {FILE: pairs}, confirmations))


def test_every_text_of_a_course_goes_out_and_comes_back(translated: TranslatedSample) -> None:
    back = read_catalogue(write_catalogue(HEAD, translated.pairs, translated.states))
    assert back.fault is None
    assert back.language == "en"
    assert [(entry.context, entry.source, entry.translation) for entry in back.entries] == [
        (context_of(file, pair), pair.source_text, pair.translated_text)
        for file, pairs in translated.pairs.items()
        for pair in pairs
    ]
    assert not any(entry.fuzzy for entry in back.entries)


def test_an_entry_tells_where_its_text_stands_and_what_it_is() -> None:
    text = written(pair("Setuju?", "Agree?", safety=True)).decode()
    assert "#: curriculum/scales.yaml:4\n" in text
    assert 'msgctxt "scales.yaml scales/a/title"\nmsgid "Setuju?"\nmsgstr "Agree?"\n' in text
    assert "#. title: satu baris teks biasa" in text
    assert "#. KESELAMATAN / SAFETY" in text


def test_the_head_says_what_poedit_and_weblate_ask_for() -> None:
    text = written(pair("a", None)).decode()
    for line in (
        "Language: en\\n",
        "charset=UTF-8\\n",
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n",
        "X-Generator: Tangguh",
    ):
        assert line in text


@pytest.mark.parametrize("language", ["jv", "tet", "pt-BR"])
def test_any_language_has_a_head(language: str) -> None:
    po = write_catalogue(replace(HEAD, language=language), {}, States(language, {}, NOTHING))
    assert f"Language: {language.replace('-', '_')}\\n" in po.decode()


def test_a_per_cent_sign_is_no_placeholder_of_a_program() -> None:
    assert "python-format" not in written(pair("100% dari {orang}", "100% of {people}")).decode()


def test_what_is_stale_is_fuzzy_and_shows_what_its_source_was() -> None:
    stale = Confirmations().replaced((), {("en", FILE, "scales/a/title"): Confirmation("0" * 12, "0" * 12)})
    pairs = {FILE: [pair("Baru", "Old")]}
    context = context_of(FILE, pairs[FILE][0])
    text = write_catalogue(HEAD, pairs, States("en", pairs, stale), {context: "Lama"}).decode()
    assert '#, fuzzy\n#| msgid "Lama"\n' in text


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)


@given(TEXT, TEXT)
def test_any_text_survives(source: str, translation: str) -> None:
    (entry,) = read_catalogue(written(pair(source, translation))).entries
    assert (entry.source, entry.translation) == (source, translation)


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed here")
def test_gettext_itself_finds_nothing_wrong(translated: TranslatedSample, tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    file.write_bytes(write_catalogue(HEAD, translated.pairs, translated.states))
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", file], check=True, capture_output=True)


HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("po", "fault", "line"),
    [
        (b"\xff\xfe", "not-utf-8", 1),
        (HEADER.encode() + b'msgid "\xe9"\n', "not-utf-8", 6),
        (HEADER.replace("UTF-8", "klingon").encode(), "not-utf-8", 1),
        (HEADER.encode() + b'msgid "a\nmsgstr "b"\n', "not-po", 6),
        (HEADER.encode() + b'msgid "a"\nmsgid "b"\nmsgstr "b"\n', "not-po", 6),
        (HEADER.encode() + b"<<<<<<< HEAD\n", "not-po", 6),
        (b"title: Hearing\n", "not-po", 1),
    ],
)
def test_a_broken_file_is_told_with_its_line(po: bytes, fault: str, line: int) -> None:
    read = read_catalogue(po)
    assert (read.fault, read.fault_line) == (fault, line)


def test_another_charset_is_read_as_it_says() -> None:
    po = (HEADER.replace("UTF-8", "ISO-8859-1") + 'msgid "a"\nmsgstr "é"\n').encode("latin-1")
    assert [entry.translation for entry in read_catalogue(po).entries] == ["é"]


@given(st.binary(max_size=200) | st.text().map(lambda text: (HEADER + text).encode()))
def test_any_bytes_are_a_catalogue_or_a_fault(raw: bytes) -> None:
    read = read_catalogue(raw)
    assert read.fault is not None or read.entries is not None
