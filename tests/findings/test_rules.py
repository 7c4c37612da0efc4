"""Each rule of the catalogue has a case here: the sample course broken in one place, and all that is said."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import generator
from generator.checking.check import check_curriculum
from generator.findings.finding import Finding
from generator.findings.message import message
from generator.findings.rule import MESSAGE_LANGUAGES, codes, rule
from generator.model.limits import MAX_BYTES, MAX_LINE
from generator.reading.file_kind import SCHEMAS, first_line
from generator.reading.loading import Curriculum, load_course
from generator.reading.local.adapted import AdaptedCurriculum, open_curriculum
from generator.reading.local.lock import LOCK as LOCAL_LOCK
from generator.reading.yaml_file import read_yaml
from generator.translating.confirmation import LOCK, Confirmations, confirmation_of
from generator.translating.lock_file import write_lock
from tests.today import TODAY

MODULE = "modules/listening"
HEARING = f"{MODULE}/sessions/hearing.yaml"
EVALUATION = f"{MODULE}/evaluation.yaml"

Case = Callable[[Path], list[Finding]]


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def replacing(file: str, *pairs: tuple[str, str]) -> Case:
    """The sample with each first text of a pair, which stands once in the file, replaced by the second."""

    def case(root: Path) -> list[Finding]:
        text = (root / file).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return writing(file, text.encode())(root)

    return case


def writing(file: str, content: bytes) -> Case:
    """The sample with this content in a file."""

    def case(root: Path) -> list[Finding]:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content)
        return findings_of(root)

    return case


def removing(file: str) -> Case:
    """The sample without a file."""

    def case(root: Path) -> list[Finding]:
        (root / file).unlink()
        return findings_of(root)

    return case


def linking(file: str, target: str) -> Case:
    """The sample with a symbolic link in it."""

    def case(root: Path) -> list[Finding]:
        (root / file).symlink_to(target)
        return findings_of(root)

    return case


def with_a_pipe(root: Path) -> list[Finding]:
    """The sample with a pipe in the place of a file, which would let its reader wait for ever."""
    (root / "wording.yaml").unlink()
    os.mkfifo(root / "wording.yaml")
    return findings_of(root)


def unreadable(root: Path) -> list[Finding]:
    return read_yaml(root / "modules", f"{root.as_posix()}/modules").findings


def findings_of(root: Path) -> list[Finding]:
    return check_curriculum(Curriculum(root), TODAY).findings


def prose(text: str) -> Case:
    """The sample with this text, in quotes, as the summary of its first session."""
    old = "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan."
    return replacing(HEARING, (old, f"summary: '{text}'"))


def naming_the_module_course(root: Path) -> list[Finding]:
    """The sample with its module's slug, and all that names it, changed to `course`."""
    (root / MODULE).rename(root / "modules/course")
    for file in root.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?<!-)\blistening\b(?!-)", "course", text), encoding="utf-8")
    return findings_of(root)


def confirmed(case: Case, *but: str) -> Case:
    """The case after all translations were confirmed, but for those of these files."""

    def after_confirming(root: Path) -> list[Finding]:
        pairs = load_course(Curriculum(root), "en").pairs
        new = {
            ("en", file, pair.key): confirmation_of(pair)
            for file, texts in pairs.items()
            if file not in but
            for pair in texts
        }
        write_lock(root, Confirmations().replaced((), new))
        return case(root)

    return after_confirming


def laying_over(file: str, text: str, prepare: Callable[[Path, Path], None] | None = None) -> Case:
    """The sample in the folder `course` with a folder `own` laid over it, which holds this file.

    `prepare` gets both folders before they are checked.
    """

    def case(root: Path) -> list[Finding]:
        course, own = root / "course", root / "own"
        parts = list(root.iterdir())
        course.mkdir()
        for part in parts:
            part.rename(course / part.name)
        (own / file).parent.mkdir(parents=True)
        (own / file).write_text(text, encoding="utf-8")
        if prepare:
            prepare(course, own)
        return check_curriculum(open_curriculum(course, own), TODAY).findings

    return case


def choosing(*items: tuple[str, str, str], times: int) -> Case:
    """The sample, untranslated, with items before those of its test: two options, and which is the key."""
    written = "".join(
        "    - kind: single-choice\n"
        f"      slug: item-{number}\n"
        "      stem: Lalu?\n"
        "      objectives: [name-obstacles]\n"
        "      options:\n"
        f"        - slug: a\n          text: {first}\n"
        f"        - slug: b\n          text: {second}\n"
        f"      key: {key}\n"
        "      explanation: Begitu.\n"
        for number, (first, second, key) in enumerate(items * times)
    )

    def case(root: Path) -> list[Finding]:
        (root / MODULE / "translations/en/evaluation.yaml").unlink()
        return replacing(EVALUATION, ("  items:\n", f"  items:\n{written}"))(root)

    return case


def confirming_before_an_update(course: Path, own: Path) -> None:
    adapted = AdaptedCurriculum(Curriculum(course), own)
    (own / LOCAL_LOCK).write_text(adapted.lock_text(), encoding="utf-8")
    bibliography = course / "references.yaml"
    text = bibliography.read_text(encoding="utf-8")
    bibliography.write_text(text.replace("volume: 4", "volume: 5"), encoding="utf-8")


def linking_out(course: Path, own: Path) -> None:
    (own / "scales.yaml").symlink_to(course / "scales.yaml")


def naming_another_schema(root: Path) -> list[Finding]:
    """The sample with schemas, which all files but one name in their first lines."""
    (root / SCHEMAS).mkdir()
    for file in Curriculum(root).files():
        line = first_line(file) or ""
        wrong = line.replace("scales", "scale") if file == "scales.yaml" else line
        (root / file).write_text(f"{wrong}\n{(root / file).read_text(encoding='utf-8')}", encoding="utf-8")
    return findings_of(root)


TRANSLATED_HEARING = f"{MODULE}/translations/en/sessions/hearing.yaml"
ANSWERING = f"{MODULE}/sessions/answering.yaml"
CARD = f"{MODULE}/worksheets/listening-card.yaml"
WEEK = f"{MODULE}/worksheets/listening-week.yaml"
MAP = f"{MODULE}/worksheets/listening-map.yaml"
PROGRAMME = "programmes/one-evening.yaml"
BIBLIOGRAPHY = "references:\n  - id: rahma-2019\n    volume: 6\n"
CONTACTS = "contacts:\n  - slug: ambulance\n    dial: 021-119\n"
ASSESSES = "objectives: [reflect-feelings]"
TEACHES = "    objectives:\n      - name-obstacles\n"

# For each rule: what is done to the sample, and every finding that comes of it.
CASES: dict[str, tuple[Case, list[str]]] = {
    "Y01": (
        replacing(HEARING, ("minutes: 30\n", "Tiga puluh menit\nminutes: 30\n")),
        [f"{HEARING}:3:1 Y01"],
    ),
    "Y02": (writing("scales.yaml", "# é\n# ".encode() + b"\xe9"), ["scales.yaml:2:3 Y02"]),
    "Y03": (replacing(HEARING, ("minutes: 30\n", "minutes: 30\nminutes: 30\n")), [f"{HEARING}:4:1 Y03"]),
    "Y04": (replacing(HEARING, ("title: Mendengar\n", "title: &t Mendengar\n")), [f"{HEARING}:1:8 Y04"]),
    "Y05": (replacing(HEARING, ("minutes: 30\n", "minutes: !!int 30\n")), [f"{HEARING}:3:10 Y05"]),
    "Y06": (writing("scales.yaml", b"#" * (MAX_BYTES + 1)), ["scales.yaml:1:1 Y06"]),
    "Y07": (writing("scales.yaml", b"[" * 100_000), ["scales.yaml:1:41 Y07"]),
    "Y08": (replacing(HEARING, ("minutes: 30\n", "minutes: 30\n1: x\n")), [f"{HEARING}:4:1 Y08"]),
    "Y09": (writing("scales.yaml", b"# nothing yet\n"), ["scales.yaml:1:1 Y09"]),
    "Y10": (writing("scales.yaml", b"[" + b"1," * 100_000 + b"]"), ["scales.yaml:1:199998 Y10"]),
    "Y11": (unreadable, ["modules:1:1 Y11"]),
    "Y24": (linking("media", "/etc"), ["media:1:1 Y24"]),
    "Y25": (with_a_pipe, ["wording.yaml:1:1 Y25"]),
    "Y26": (writing("catatan: kami.txt", b""), ["catatan: kami.txt:1:1 Y26"]),
    "Y27": (writing("a/" * 13 + "a.txt", b""), ["a/a/a/a/a/a/a/a/a/a/a/a/a:1:1 Y27"]),
    "Y28": (
        replacing("scales.yaml", ("scales:\n", f"scales:\n# {'a' * MAX_LINE}\n")),
        ["scales.yaml:2:1 Y28"],
    ),
    "X04": (
        writing(f"{MODULE}/media/two-chairs.svg", DRAWING.replace(b"/>", b"><script/></svg>")),
        [f"{MODULE}/media/two-chairs.svg:1:41 X04"],
    ),
    "Y12": (replacing(HEARING, ("Selamat datang.", "Selamat\0datang.")), [f"{HEARING}:20:21 Y12"]),
    "Y13": (replacing(HEARING, ("minutes: 30\n", f"minutes: {'9' * 16}\n")), [f"{HEARING}:3:10 Y13"]),
    "Y14": (
        replacing(HEARING, ("title: Mendengar\n", "title: Mendengar #1\n")),
        [f"{HEARING}:1:18 Y14"],
    ),
    "Y15": (replacing(HEARING, ("minutes: 30\n", "\tminutes: 30\n")), [f"{HEARING}:3:1 Y15"]),
    "Y16": (replacing(HEARING, ("title: Mendengar\n", "title: Modul: satu\n")), [f"{HEARING}:1:13 Y16"]),
    "Y17": (replacing(HEARING, ("title: Mendengar\n", "title: [Satu] dua\n")), [f"{HEARING}:1:8 Y17"]),
    "Y18": (replacing(HEARING, ("minutes: 30\n", "minutes:30\n")), [f"{HEARING}:3:1 Y18"]),
    "Y19": (replacing(HEARING, ("title: Mendengar\n", 'title: "Mendengar\n')), [f"{HEARING}:1:8 Y19"]),
    "Y20": (replacing(HEARING, ("minutes: 30\n", "  minutes: 30\n")), [f"{HEARING}:3:3 Y20"]),
    "F01": (replacing(HEARING, ("        expect:", "        expects:")), [f"{HEARING}:26:9 F01"]),
    "F02": (replacing(HEARING, ("    title: Pembukaan\n", "")), [f"{HEARING}:14:5 F02"]),
    "F03": (replacing(HEARING, ("kind: practice", "kind: practise")), [f"{HEARING}:85:11 F03"]),
    "F04": (replacing(f"{MODULE}/module.yaml", ("understand", "know")), [f"{MODULE}/module.yaml:16:12 F04"]),
    "F05": (replacing(HEARING, ("minutes: 30", 'minutes: "30"')), [f"{HEARING}:3:10 F05"]),
    "F06": (
        replacing("contacts.yaml", ("https://example.org/ambulans", "example")),
        ["contacts.yaml:8:13 F06"],
    ),
    "F07": (replacing(HEARING, ("minutes: 3\n", "minutes: 0\n")), [f"{HEARING}:17:14 F07"]),
    "F08": (
        replacing(ANSWERING, ("objectives:\n  - reflect-feelings\nm", "objectives: []\nm")),
        [f"{ANSWERING}:4:13 F08"],
    ),
    "F09": (
        replacing(HEARING, ("      - do: Perlihatkan dua percakapan pendek.", "      - do:")),
        [f"{HEARING}:79:9 F09"],
    ),
    "F10": (
        replacing(f"{MODULE}/module.yaml", ("  - answering\n", "  - answering\n  - hearing\n")),
        [f"{MODULE}/module.yaml:27:5 F10"],
    ),
    "F11": (replacing(HEARING, ("title: Mendengar\n", f"title: {'a' * 401}\n")), [f"{HEARING}:1:8 F11"]),
    "F12": (replacing(HEARING, ("minutes: 30\n", "slug: hearing\nminutes: 30\n")), [f"{HEARING}:3:1 F12"]),
    "F13": (
        replacing(
            EVALUATION, ("          - Memotong cerita.\n", "          - Diam.\n          - Memotong.\n")
        ),
        [f"{EVALUATION}:80:11 F13", f"{MODULE}/translations/en/evaluation.yaml:62:11 L04"],
    ),
    "F15": (
        replacing("references.yaml", ("      - family: Rahma\n        given", "      - given")),
        ["references.yaml:5:9 F15"],
    ),
    "F14": (
        replacing(EVALUATION, ("slug: listening-confidence", "slug: listening-card")),
        [
            f"{EVALUATION}:2:12 R01",
            f"{EVALUATION}:84:11 F14",
            f"{MODULE}/translations/en/evaluation.yaml:2:10 R01",
            f"{MODULE}/translations/en/evaluation.yaml:65:11 L05",
        ],
    ),
    "F16": (
        replacing(WEEK, ("      - Ia lelah.\n", "")),
        [f"{MODULE}/translations/en/worksheets/listening-week.yaml:21:7 L04", f"{WEEK}:25:7 F16"],
    ),
    "F17": (
        replacing(
            WEEK,
            ("    rows:\n      - slug: family\n        text: Keluarga\n", ""),
            ("    empty_rows: 2\n", ""),
        ),
        [f"{MODULE}/translations/en/worksheets/listening-week.yaml:17:5 L07", f"{WEEK}:12:5 F17"],
    ),
    "F18": (replacing("scales.yaml", ("value: 2", "value: 1")), ["scales.yaml:7:16 F18"]),
    "F19": (replacing(EVALUATION, ("cut_off: 2.5", "cut_off: 3.5")), [f"{EVALUATION}:89:14 F19"]),
    "F20": (naming_the_module_course, ["modules/course/module.yaml:1:1 F20"]),
    "F21": (
        replacing("evaluation.yaml", ("          - Kelompok jarang diam.\n", "")),
        ["evaluation.yaml:59:11 F21", "translations/en/evaluation.yaml:53:11 L04"],
    ),
    "F24": (naming_another_schema, ["scales.yaml:1:1 F24"]),
    "F22": (replacing(MAP, ("highest: 2", "highest: 1")), [f"{MAP}:48:7 F22"]),
    "S01": (
        replacing(
            "contacts.yaml",
            ('2026-11-01"\n  - slug: listening-line', '2025-11-21"\n  - slug: listening-line'),
        ),
        ["contacts.yaml:10:17 S01"],
    ),
    "R01": (prose("Lihat [](worksheet:listening-cart)."), [f"{HEARING}:2:20 R01"]),
    "R02": (removing(PROGRAMME), ["course.yaml:30:5 R02"]),
    "R03": (removing("glossary.yaml"), ["glossary.yaml:1:1 R03"]),
    "R04": (
        writing(f"{MODULE}/sessions/third.yaml", b"title: T\n"),
        [f"{MODULE}/sessions/third.yaml:1:1 R04"],
    ),
    "R07": (
        writing(f"{MODULE}/media/three-chairs.svg", DRAWING),
        [f"{MODULE}/media/three-chairs.svg:1:1 R07"],
    ),
    "T01": (replacing(HEARING, ("minutes: 3\n", "minutes: 4\n")), [f"{HEARING}:3:10 T01"]),
    "T02": (replacing(PROGRAMME, ("20:15", "20:10")), [f"{PROGRAMME}:7:10 T02"]),
    "A01": (
        replacing(
            ANSWERING,
            ("objectives:\n  - reflect-feelings\nm", "objectives:\n  - name-obstacles\nm"),
            ("    minutes: 6\n    objectives:\n      - reflect-feelings\n", f"    minutes: 6\n{TEACHES}"),
            ("    minutes: 8\n    objectives:\n      - reflect-feelings\n", "    minutes: 8\n"),
        ),
        [f"{MODULE}/module.yaml:18:11 A01"],
    ),
    "A02": (
        replacing(
            EVALUATION,
            *(
                (f"{before}\n      objectives: [name-obstacles]", f"{before}\n      {ASSESSES}")
                for before in ("pertama?", "mengganggu?", "peduli.", "      scale: agreement-1-3")
            ),
        ),
        [f"{MODULE}/module.yaml:15:11 A02"],
    ),
    "A03": (replacing(HEARING, ("    worksheets:\n      - listening-card\n", "")), [f"{CARD}:1:1 A03"]),
    "A04": (
        replacing(HEARING, ("  - name-obstacles\nm", "  - name-obstacles\n  - reflect-feelings\nm")),
        [f"{HEARING}:6:5 A04"],
    ),
    "O01": (
        laying_over(HEARING, "activities:\n  - slug: chek-in\n    title: Kabar\n"),
        [f"own/{HEARING}:2:11 O01"],
    ),
    "O02": (
        laying_over("references.yaml", BIBLIOGRAPHY, confirming_before_an_update),
        ["own/references.yaml:3:13 O02"],
    ),
    "O03": (
        laying_over(f"{MODULE}/session/hearing.yaml", "title: Kami\n"),
        [f"own/{MODULE}/session/hearing.yaml:1:1 O03"],
    ),
    "O04": (laying_over("contacts.yaml", CONTACTS), ["own/contacts.yaml:3:11 O04"]),
    "O05": (
        laying_over(f"{MODULE}/module.yaml", "sessions: [hearing]\n"),
        [f"own/{MODULE}/module.yaml:1:11 O05"],
    ),
    "O06": (laying_over("course.yaml", "chapters: [why-listening]\n"), ["own/course.yaml:1:11 O06"]),
    "O07": (
        laying_over("course.yaml", "year: 2027\n", linking_out),
        ["own/scales.yaml:1:1 O07"],
    ),
    "O08": (
        laying_over("course.yaml", "organisation:\n  logo: media/logo.svg\n"),
        ["own/course.yaml:2:9 O08"],
    ),
    "A08": (
        choosing(("Berhenti sebentar", "Pergi", "a"), ("Pergi", "Berhenti sebentar", "b"), times=2),
        [f"{EVALUATION}:1:1 L01", f"{EVALUATION}:17:17 A08"],
    ),
    "A09": (
        choosing(("Diam", "Berhenti sebentar", "a"), ("Pergi", "Kembali", "a"), times=2),
        [f"{EVALUATION}:1:1 L01", f"{EVALUATION}:20:12 A09"],
    ),
    "P01": (prose("Kita <b>berani</b>."), [f"{HEARING}:2:16 P01"]),
    "P02": (prose("# Berani"), [f"{HEARING}:2:11 P02"]),
    "P03": (prose("[Kata](javascript:x)"), [f"{HEARING}:2:18 P03"]),
    "P04": (prose("![Kursi](media:listening/chair.svg)"), [f"{HEARING}:2:20 P04"]),
    "P05": (prose("![](media:listening/two-chairs.svg)"), [f"{HEARING}:2:15 P05"]),
    "P07": (prose("berani " * 3_000), [f"{HEARING}:2:10 P07"]),
    "P06": (
        replacing(HEARING, ("[@lee-2012].\n\n      ![Dua", "[@lee-2012].\n      - satu\n\n      ![Dua")),
        [f"{HEARING}:47:7 P06"],
    ),
    "L01": (removing("translations/en/scales.yaml"), ["scales.yaml:1:1 L01"]),
    "L02": (replacing(TRANSLATED_HEARING, ("title: Hearing\n", "")), [f"{HEARING}:1:8 L02"]),
    "L03": (
        replacing(TRANSLATED_HEARING, ("title: Hearing\n", "title: Hearing\nminutes: 30\n")),
        [f"{TRANSLATED_HEARING}:2:1 L03"],
    ),
    "L04": (
        replacing(TRANSLATED_HEARING, ("  - Listening can be trained.", "  - Listening\n  - trained.")),
        [f"{TRANSLATED_HEARING}:9:3 L04"],
    ),
    "L05": (
        replacing("translations/en/scales.yaml", ("slug: agreement-1-3", "slug: agreement-1-4")),
        ["translations/en/scales.yaml:2:11 L05"],
    ),
    "L06": (writing("translations/en/scale.yaml", b"scales: []\n"), ["translations/en/scale.yaml:1:1 L06"]),
    "L07": (
        replacing(
            f"{MODULE}/translations/en/worksheets/listening-card.yaml",
            ("blocks:", "instructions: Read.\nblocks:"),
        ),
        [f"{MODULE}/translations/en/worksheets/listening-card.yaml:3:1 L07"],
    ),
    "L08": (writing("translations/fr/scales.yaml", b"scales: []\n"), ["translations/fr/scales.yaml:1:1 L08"]),
    "L10": (
        confirmed(replacing(HEARING, ("title: Mendengar\n", "title: Menyimak\n"))),
        [f"{TRANSLATED_HEARING}:1:8 L10"],
    ),
    "L14": (
        confirmed(writing(LOCK, b"<<<<<<< HEAD\n# note\nen scales.yaml\n")),
        [f"{LOCK}:1:1 L14", f"{LOCK}:3:1 L14"],
    ),
    "L15": (confirmed(findings_of, HEARING), [f"{TRANSLATED_HEARING}:1:1 L15"]),
    "S06": (
        confirmed(replacing("chapters/when-in-danger.yaml", ("title: Menelepon", "title: Telepon dulu"))),
        ["translations/en/chapters/when-in-danger.yaml:5:12 S06"],
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_course_broken_in_one_place_gives_just_what_the_case_says(code: str, sample: Path) -> None:
    case, expected = CASES[code]
    findings = case(sample)
    assert [told(finding, sample) for finding in findings] == expected
    for finding in findings:
        for language in MESSAGE_LANGUAGES:
            sentence = message(finding, language)
            assert sentence.isprintable()
            assert "{" not in sentence


def test_every_rule_has_a_case_that_raises_it() -> None:
    experiments = {code for code in codes() if rule(code).example.file}
    assert set(CASES) | experiments == set(codes())
    for code, (_, expected) in CASES.items():
        assert any(line.endswith(f" {code}") for line in expected)


def test_the_catalogue_holds_just_the_codes_that_the_source_raises() -> None:
    source = Path(generator.__file__).parent
    files = list(source.rglob("*.py"))
    code = re.compile(r"\"([A-Z][0-9]{2})\"")
    assert {found for file in files for found in code.findall(file.read_text(encoding="utf-8"))} == set(
        codes()
    )


def told(finding: Finding, root: Path) -> str:
    place = finding.place
    path = place.source.path.removeprefix(f"{root.as_posix()}/")
    return f"{path}:{place.line}:{place.column} {finding.code}"
