"""`tangguh translate` as a translator uses it: see what is left, work in Poedit, take it back, confirm."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import cli
from generator.commands.translate_words import sentences
from generator.translating.confirmation import LOCK

HEARING = "modules/listening/sessions/hearing.yaml"
TRANSLATED = "modules/listening/translations/en/sessions/hearing.yaml"
CHAPTER = "translations/en/chapters/when-in-danger.yaml"

Translate = Callable[..., Result]
Change = Callable[[Path, str, str], None]
Check = Callable[[Path], list[str]]


@pytest.fixture
def translate(sample: Path) -> Translate:
    """Runs `tangguh translate` on the sample."""

    def run(*arguments: str, language: str = "en", answer: str | None = None) -> Result:
        command = ["translate", *arguments, "--curriculum", str(sample), "--language", language]
        result = CliRunner().invoke(cli, command, input=answer)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def confirmed(translate: Translate, sample: Path) -> Path:
    """The sample with all its translations confirmed."""
    assert translate("confirm", "--all").exit_code == 0
    return sample


def bytes_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_both_languages_say_the_same_with_the_same_facts() -> None:
    for name, sentence in sentences().items():
        facts = [set(re.findall(r"\{(\w+)\}", sentence[language])) for language in ("id", "en")]
        assert facts[0] == facts[1], name


def test_status_names_the_files_that_are_not_done_and_counts_them(
    confirmed: Path, translate: Translate, change: Change
) -> None:
    change(confirmed / HEARING, "title: Mendengar\n", "title: Menyimak\n")
    change(confirmed / CHAPTER, "summary: Ask for help first.\n", "")
    rows = [line.split() for line in translate("status").output.splitlines()]
    assert re.fullmatch(r"en: (\d+) of (\d+) texts translated \(99%\)", " ".join(rows[0]))
    assert [CHAPTER, "4", "1", "·", "·", "·"] in rows
    assert [TRANSLATED, "43", "·", "·", "1", "·"] in rows
    assert len(rows) == 5


def test_status_as_json_tells_every_file(translate: Translate) -> None:
    result = translate("status", "--format", "json")
    assert result.exit_code == 0
    (english,) = json.loads(result.output)["languages"]
    assert english["percent"] == 100
    assert english["texts"] == english["unconfirmed"] == sum(file["texts"] for file in english["files"])
    assert {"source", "translation", "missing", "identical", "stale"} <= english["files"][0].keys()


def test_what_is_confirmed_is_found_again_when_its_source_changes(
    confirmed: Path,
    translate: Translate,
    change: Change,
    check: Check,
) -> None:
    assert check(confirmed) == []
    change(confirmed / HEARING, "title: Mendengar\n", "title: Menyimak\n")
    assert check(confirmed) == [f"{TRANSLATED}:1:8 L10"]
    assert f"confirmed: {TRANSLATED} (1 stale, 0 new)" in translate("confirm", "en", HEARING).output
    assert check(confirmed) == []


def test_a_step_put_in_before_others_makes_only_itself_new(
    confirmed: Path, change: Change, translate: Translate
) -> None:
    change(
        confirmed / HEARING,
        "      - do: Sambut semua orang.\n",
        "      - do: Buka pintu.\n      - do: Sambut semua orang.\n",
    )
    change(
        confirmed / TRANSLATED,
        "      - do: Welcome everyone.\n",
        "      - do: Open the door.\n      - do: Welcome everyone.\n",
    )
    (english,) = json.loads(translate("status", "--format", "json").output)["languages"]
    assert (english["stale"], english["unconfirmed"]) == (0, 1)


def test_without_files_confirm_lists_and_asks(sample: Path, translate: Translate) -> None:
    result = translate("confirm", answer="n\n")
    assert f"{TRANSLATED}: 0 stale, 43 never confirmed" in result.output
    assert not (sample / LOCK).exists()
    assert translate("confirm", "en", answer="y\n").exit_code == 0
    assert "There is nothing to confirm." in translate("confirm").output


def test_a_file_with_missing_texts_is_not_confirmed_and_told_why(
    sample: Path, translate: Translate, change: Change
) -> None:
    change(sample / TRANSLATED, "title: Hearing\n", "")
    result = translate("confirm", "en", TRANSLATED, CHAPTER)
    assert result.exit_code == 1
    assert f"not confirmed: {TRANSLATED} (untranslated texts: 1, faults: 0)" in result.output
    assert f"{HEARING}:1:8: warning[L02]" in result.output
    lock = (sample / LOCK).read_text(encoding="utf-8")
    assert "en chapters/when-in-danger.yaml title " in lock
    assert HEARING not in lock


@pytest.mark.parametrize("name", [HEARING, TRANSLATED, "modules/listening/sessions", "modules/listening/"])
def test_files_may_be_named_as_source_as_translation_or_by_folder(
    sample: Path, translate: Translate, name: str
) -> None:
    for argument in (name, str(sample / name)):
        (sample / LOCK).unlink(missing_ok=True)
        assert translate("confirm", argument).exit_code == 0
        assert f"en {HEARING} title " in (sample / LOCK).read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("fr",), ("id",), ("en", "nowhere.yaml")])
def test_what_is_not_there_cannot_be_confirmed(translate: Translate, arguments: tuple[str, ...]) -> None:
    assert translate("confirm", *arguments).exit_code == 2


def test_nothing_is_written_over_a_damaged_lock(confirmed: Path, translate: Translate) -> None:
    lock = confirmed / LOCK
    lock.write_text("<<<<<<< ours\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    before = bytes_of(confirmed)
    result = translate("confirm", "--all", language="id")
    assert result.exit_code == 1
    assert f"{LOCK}:1:1: kesalahan[L14] tanda konflik penggabungan" in result.output
    assert bytes_of(confirmed) == before


def test_what_is_extracted_and_applied_leaves_every_byte(
    confirmed: Path, translate: Translate, tmp_path: Path
) -> None:
    before = bytes_of(confirmed)
    assert translate("extract", "en", "--output", str(tmp_path / "en.po")).exit_code == 0
    result = translate("apply", "en", str(tmp_path / "en.po"))
    assert (result.exit_code, result.output) == (0, "Nothing changes.\n")
    assert bytes_of(confirmed) == before


def test_one_changed_entry_changes_one_line(confirmed: Path, translate: Translate, tmp_path: Path) -> None:
    po, file = tmp_path / "en.po", confirmed / TRANSLATED
    translate("extract", "en", "--module", "listening", "--output", str(po))
    po.write_text(
        po.read_text(encoding="utf-8").replace('msgstr "Welcome everyone."', 'msgstr "Welcome: all."'),
        encoding="utf-8",
    )
    before = file.read_text(encoding="utf-8")
    assert "1 texts written, 1 confirmed." in translate("apply", "en", str(po)).output
    after = file.read_text(encoding="utf-8")
    assert after == before.replace("do: Welcome everyone.", 'do: "Welcome: all."')


def test_a_catalogue_of_another_language_or_without_sense_changes_nothing(
    confirmed: Path, translate: Translate, tmp_path: Path
) -> None:
    before = bytes_of(confirmed)
    po = tmp_path / "x.po"
    translate("extract", "en", "--output", str(po))
    text = po.read_text(encoding="utf-8")
    po.write_text(text.replace("Language: en", "Language: fr"), encoding="utf-8")
    assert "is for the language fr, not for en" in translate("apply", "en", str(po)).output
    po.write_text(text + 'msgid "a\n', encoding="utf-8")
    broken = translate("apply", "en", str(po))
    assert f"x.po:{text.count(chr(10)) + 1}: this is no line of PO" in broken.output
    assert broken.exit_code == 1
    assert bytes_of(confirmed) == before


def test_entries_that_no_longer_fit_are_told_with_their_line_and_the_others_applied(
    confirmed: Path, translate: Translate, change: Change, tmp_path: Path
) -> None:
    po = tmp_path / "en.po"
    translate("extract", "en", "--output", str(po))
    change(confirmed / HEARING, "title: Mendengar\n", "title: Menyimak\n")
    text = po.read_text(encoding="utf-8")
    po.write_text(text.replace('msgstr "Welcome everyone."', 'msgstr "Welcome."'), encoding="utf-8")
    line = next(
        number for number, one in enumerate(text.splitlines(), 1) if one == f'msgctxt "{HEARING} title"'
    )
    result = translate("apply", "en", str(po))
    assert f"en.po:{line + 1}: left out: the source of `{HEARING} title` has changed" in result.output
    assert result.exit_code == 1
    assert "do: Welcome.\n" in (confirmed / TRANSLATED).read_text(encoding="utf-8")


def test_extract_does_not_write_over_a_translators_work(
    confirmed: Path, translate: Translate, tmp_path: Path
) -> None:
    po = tmp_path / "en.po"
    translate("extract", "en", "--output", str(po))
    assert translate("extract", "en", "--output", str(po)).exit_code == 0
    work = po.read_text(encoding="utf-8").replace('"Welcome everyone."', '"Welcome, all."')
    po.write_text(work, encoding="utf-8")
    assert "holds 1 translations" in translate("extract", "en", "--output", str(po)).output
    assert po.read_text(encoding="utf-8") == work
    assert translate("extract", "en", "--output", str(po), "--overwrite").exit_code == 0


def test_nothing_is_extracted_from_or_applied_to_a_course_with_errors(
    sample: Path, translate: Translate, change: Change, tmp_path: Path
) -> None:
    po = tmp_path / "en.po"
    translate("extract", "en", "--output", str(po))
    change(sample / TRANSLATED, "title: Hearing\n", "title: Hearing\nminutes: 30\n")
    for command in (("extract", "en", "--output", str(tmp_path / "b.po")), ("apply", "en", str(po))):
        result = translate(*command, language="id")
        assert result.exit_code == 1
        assert "kesalahan[L03]" in result.output
        assert "perbaiki dulu" in result.output


def test_a_new_language_is_filled_from_one_file(
    sample: Path,
    translate: Translate,
    change: Change,
    tmp_path: Path,
    check: Check,
) -> None:
    change(sample / "course.yaml", "  - en\n", "  - en\n  - jv\n")
    po = tmp_path / "jv.po"
    translate("extract", "jv", "--output", str(po))
    text = po.read_text(encoding="utf-8")
    assert "labels.yaml home" in text
    filled = re.sub(r'(msgid "([^"\n]+)"\nmsgstr) ""', r'\1 "Jw \2"', text)
    po.write_text(filled, encoding="utf-8")
    result = translate("apply", "jv", str(po))
    assert result.exit_code == 0, result.output
    session = (sample / "modules/listening/translations/jv/sessions/hearing.yaml").read_text(encoding="utf-8")
    assert session.startswith("title: Jw Mendengar\nsummary: Jw Kita")
    assert "materials:\n  - Jw Kertas plano dan spidol.\n" in session
    assert "home: Jw Beranda\n" in (sample / "translations/jv/labels.yaml").read_text(encoding="utf-8")
    assert not [line for line in check(sample) if not re.search(" (L01|L02|S07|L15)$", line)]
    assert translate("apply", "jv", str(po)).output == "Nothing changes.\n"


def test_a_folder_without_a_course_is_told(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("languages: 3\n", encoding="utf-8")
    for command in (["status"], ["confirm"], ["extract", "en"]):
        result = CliRunner().invoke(cli, ["translate", *command, "--curriculum", str(tmp_path)])
        assert isinstance(result.exception, SystemExit)
        assert result.exit_code == 1
        assert "course.yaml:1:" in result.output
