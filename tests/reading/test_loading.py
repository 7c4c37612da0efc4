"""Loading a folder: a broken file hides no other file's faults, and raises no false ones."""

from pathlib import Path

from generator.reading.loading import Curriculum, languages_of, load_course

MODULE = "modules/listening"


def test_the_first_language_is_the_source(sample):
    assert languages_of(Curriculum(sample)) == ("id", "en")
    assert load_course(Curriculum(sample)).language == "id"


def test_a_course_is_monolingual(sample):
    for language, title in (("id", "Mendengarkan"), ("en", "Listening")):
        course = load_course(Curriculum(sample), language).course
        assert course is not None
        assert course.modules[0].title == title
        assert course.untranslated == frozenset()


def test_what_is_not_text_is_the_same_in_every_language(sample):
    source, other = (load_course(Curriculum(sample), language).course for language in ("id", "en"))
    assert source is not None
    assert other is not None
    assert [s.minutes for s in source.modules[0].sessions] == [s.minutes for s in other.modules[0].sessions]
    assert source.references == other.references


def test_modules_sessions_and_sheets_stand_in_the_order_in_which_they_are_listed(sample, change):
    change(sample / MODULE / "module.yaml", "  - hearing\n  - answering\n", "  - answering\n  - hearing\n")
    course = load_course(Curriculum(sample)).course
    assert course is not None
    assert [session.slug for session in course.modules[0].sessions] == ["answering", "hearing"]


def test_a_third_language_needs_a_folder_of_files_and_no_code(sample, change, check):
    change(sample / "course.yaml", "  - en\n", "  - en\n  - su\n")
    for folder in (sample, sample / MODULE):
        (folder / "translations/en").rename(folder / "translations/su")
    change(sample / "course.yaml", "  - en\n", "")
    change(sample / "translations/su/course.yaml", "Sample course", "Kursus conto")
    assert check(sample) == []
    course = load_course(Curriculum(sample), "su").course
    assert course is not None
    assert course.title == "Kursus conto"


def test_a_missing_translation_file_is_one_warning_and_its_texts_fall_back(sample, check):
    (sample / MODULE / "translations/en/sessions/hearing.yaml").unlink()
    assert check(sample) == [f"{MODULE}/sessions/hearing.yaml:1:1 L01"]
    course = load_course(Curriculum(sample), "en").course
    assert course is not None
    assert course.modules[0].sessions[0].title == "Mendengar"
    assert "Mendengar" in course.untranslated


def test_faults_of_several_files_are_told_in_one_run(sample, change, check):
    change(sample / "course.yaml", "subtitle:", "subtitel:")
    change(sample / "glossary.yaml", "headword: memantulkan", "headword: 3")
    change(sample / MODULE / "module.yaml", "purpose:", "purposes:")
    change(sample / MODULE / "sessions/hearing.yaml", "minutes: 3\n", "minutes: tiga\n")
    change(sample / MODULE / "worksheets/listening-map.yaml", "rungs: 3", "rungs: 99")
    change(sample / MODULE / "evaluation.yaml", "kind: matching", "kind: matchin")
    change(sample / "programmes/one-evening.yaml", 'start: "19:00"', "start: 7 malam")
    assert check(sample) == [
        "course.yaml:2:1 F01",
        "glossary.yaml:7:15 F05",
        f"{MODULE}/evaluation.yaml:41:13 F03",
        f"{MODULE}/module.yaml:3:1 F01",
        f"{MODULE}/sessions/hearing.yaml:17:14 F05",
        f"{MODULE}/worksheets/listening-map.yaml:30:12 F07",
        "programmes/one-evening.yaml:6:12 F06",
    ]


def test_a_broken_course_file_raises_nothing_elsewhere(sample, change, check):
    change(sample / "course.yaml", "subtitle:", "subtitel:")
    assert check(sample) == ["course.yaml:2:1 F01"]


def test_a_broken_glossary_raises_no_unknown_terms(sample, check):
    (sample / "glossary.yaml").write_text("terms: [\n", encoding="utf-8")
    assert check(sample) == ["glossary.yaml:1:8 Y23"]


def test_a_broken_term_raises_no_unknown_terms(sample, change, check):
    change(sample / "glossary.yaml", "headword: memantulkan", "headword: 3")
    assert check(sample) == ["glossary.yaml:7:15 F05"]


def test_broken_references_raise_no_unknown_citations(sample, change, check):
    change(sample / "references.yaml", "type: chapter", "type: chapters")
    assert check(sample) == ["references.yaml:26:11 F04"]


def test_broken_scales_raise_no_unknown_scale(sample, check):
    (sample / "scales.yaml").write_text("", encoding="utf-8")
    assert check(sample) == ["scales.yaml:1:1 Y09"]


def test_a_broken_session_raises_neither_untaught_objectives_nor_unused_sheets(sample, change, check):
    change(sample / MODULE / "sessions/hearing.yaml", "minutes: 3\n", "minutes: tiga\n")
    assert check(sample) == [f"{MODULE}/sessions/hearing.yaml:17:14 F05"]


def test_a_missing_session_is_told_once(sample, check):
    (sample / MODULE / "sessions/hearing.yaml").unlink()
    assert check(sample) == [f"{MODULE}/module.yaml:25:5 R02"]


def test_a_broken_sheet_raises_no_unknown_worksheet(sample, change, check):
    change(sample / MODULE / "worksheets/listening-map.yaml", "rungs: 3", "rungs: 99")
    assert check(sample) == [f"{MODULE}/worksheets/listening-map.yaml:30:12 F07"]


def test_a_broken_evaluation_raises_neither_unassessed_objectives_nor_unknown_sheets(sample, change, check):
    change(sample / MODULE / "evaluation.yaml", "kind: matching", "kind: matchin")
    assert check(sample) == [f"{MODULE}/evaluation.yaml:41:13 F03"]


def test_a_broken_programme_raises_no_unknown_programme(sample, change, check):
    change(sample / "programmes/one-evening.yaml", 'start: "19:00"', "start: 7 malam")
    assert check(sample) == ["programmes/one-evening.yaml:6:12 F06"]


def test_a_broken_module_raises_nothing_elsewhere(sample, change, check):
    change(sample / MODULE / "module.yaml", "purpose:", "purposes:")
    assert check(sample) == [f"{MODULE}/module.yaml:3:1 F01"]


def test_the_sessions_of_a_broken_module_are_read(sample, change, check):
    change(sample / MODULE / "module.yaml", "purpose:", "purposes:")
    change(sample / MODULE / "sessions/hearing.yaml", "minutes: 3\n", "minutes: tiga\n")
    assert check(sample) == [f"{MODULE}/module.yaml:3:1 F01", f"{MODULE}/sessions/hearing.yaml:17:14 F05"]


def test_a_broken_translation_hides_no_fault_of_its_source(sample, change, check):
    change(sample / MODULE / "translations/en/sessions/hearing.yaml", "title: Hearing\n", "title: [\n")
    change(sample / MODULE / "sessions/hearing.yaml", "minutes: 3\n", "minutes: tiga\n")
    assert check(sample) == [
        f"{MODULE}/sessions/hearing.yaml:17:14 F05",
        f"{MODULE}/translations/en/sessions/hearing.yaml:1:8 Y23",
    ]


def test_a_folder_without_course_file_is_told_and_nothing_fails(tmp_path, check):
    assert check(tmp_path) == ["course.yaml:1:1 R03"]


def test_each_file_is_read_once_however_many_languages_are_loaded(sample):
    curriculum = Curriculum(sample)
    load_course(curriculum, "id")
    read = curriculum.read("course.yaml")
    load_course(curriculum, "en")
    assert curriculum.read("course.yaml") is read


def test_findings_name_files_as_the_folder_was_given(sample, monkeypatch):
    monkeypatch.chdir(sample.parent)
    (sample / "glossary.yaml").unlink()
    findings = load_course(Curriculum(Path("sample"))).findings
    assert [finding.place.source.path for finding in findings] == ["sample/glossary.yaml"]
