"""What is used somewhere, in whatever way and language, is not told as unused."""

MODULE = "modules/listening"
HEARING = f"{MODULE}/sessions/hearing.yaml"
TERM = """\
  - slug: silence
    headword: keheningan
    also: [hening sejenak]
    definition: Tidak ada yang bicara.
"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
WORK = "  - id: quiet-2001\n    type: book\n    title: Hening\n"


def codes(lines):
    return sorted(line.split()[-1] for line in lines if not line.endswith(("L02", "L04", "L11", "L12")))


def test_a_work_that_only_a_translation_cites_is_cited(sample, change, check):
    change(sample / "references.yaml", "references:\n", f"references:\n{WORK}")
    assert codes(check(sample)) == ["R05"]
    english = sample / MODULE / "translations/en/sessions/hearing.yaml"
    change(english, "summary: We find out", "summary: As @quiet-2001 has it, we find out")
    assert codes(check(sample)) == []


def test_a_term_is_used_by_link_by_headword_or_by_another_name_of_it(sample, change, check):
    change(sample / "glossary.yaml", "terms:\n", f"terms:\n{TERM}")
    assert codes(check(sample)) == ["R06"]
    text = "say: Selamat datang."
    for used in ("[datang](term:silence)", "Keheningannya.", "Mari hening\n          sejenak."):
        change(sample / HEARING, text, text := f"say: >-\n          {used}")
        assert codes(check(sample)) == [], used
    change(sample / HEARING, text, "say: Selamat datang, berkeheningan.")
    assert codes(check(sample)) == ["R06"], "a longer word is another word"


def test_a_term_is_not_used_by_being_listed(sample, change, check):
    change(sample / "glossary.yaml", "terms:\n", f"terms:\n{TERM}")
    change(sample / "glossary.yaml", "also: [KDS", "also: [keheningan, KDS")
    assert codes(check(sample)) == ["R06"]


def test_a_term_that_another_definition_says_is_used(sample, change, check):
    change(sample / "glossary.yaml", "terms:\n", f"terms:\n{TERM}")
    change(sample / "glossary.yaml", "Mengulang isi", "Sesudah keheningan, mengulang isi")
    assert codes(check(sample)) == []


def test_a_hidden_file_among_the_pictures_is_nobodys_business(sample, check):
    (sample / MODULE / "media/.DS_Store").write_bytes(b"\0")
    (sample / MODULE / "media/deep").mkdir()
    (sample / MODULE / "media/deep/chair.svg").write_bytes(DRAWING)
    assert check(sample) == [f"{MODULE}/media/deep/chair.svg:1:1 R07"]


def test_a_sheet_of_the_course_is_used_by_link_session_or_back_cover(sample, change, check):
    chapter, english = (f"{home}chapters/why-listening.yaml" for home in ("", "translations/en/"))
    change(sample / chapter, "tertulis di [](worksheet:listeners-list)", "tertulis")
    change(sample / english, "stands on the [](worksheet:listeners-list)", "is written down")
    assert check(sample) == ["worksheets/listeners-list.yaml:1:1 A03"]
    answering = sample / MODULE / "sessions/answering.yaml"
    change(answering, "      - listening-promise\n", "      - listening-promise\n      - listeners-list\n")
    assert check(sample) == []


def test_the_card_on_the_back_cover_is_used(sample, change, check):
    for file in ("chapters/when-in-danger.yaml", "translations/en/chapters/when-in-danger.yaml"):
        text = (sample / file).read_text(encoding="utf-8")
        (sample / file).write_text(text.replace("[](worksheet:danger-card)", "119"), encoding="utf-8")
    assert check(sample) == []
    change(sample / "course.yaml", "back_cover: danger-card\n", "")
    assert check(sample) == ["worksheets/danger-card.yaml:1:1 A03"]


def test_while_a_file_is_broken_nothing_is_told_as_unused(sample, change, check):
    change(sample / "references.yaml", "references:\n", f"references:\n{WORK}")
    change(sample / HEARING, "minutes: 30\n", "minutes: thirty\n")
    assert codes(check(sample)) == ["F05"]


def test_while_a_text_is_too_much_to_read_nothing_is_told_as_unused(sample, change, check):
    change(sample / "references.yaml", "references:\n", f"references:\n{WORK}")
    change(sample / HEARING, "say: Selamat datang.", f"say: {'datang ' * 3000}")
    assert codes(check(sample)) == ["P07"]
