"""The catalogue of rules: code, severity and message, in Indonesian and English.

A message says what is wrong and what to do; `{...}` takes a finding's facts, whose codes for types
and patterns are put into words by `WORDS`. What was allowed and the nearest word follow the message.
"""

from dataclasses import dataclass
from typing import Final, Literal

from generator.findings.finding import Finding

Severity = Literal["error", "warning"]
MESSAGE_LANGUAGES: Final = ("id", "en")


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    severity: Severity
    id: str
    en: str


_RULES: Final = (
    # Y: the file as YAML
    Rule(
        "Y01",
        "error",
        "susunan YAML di sini tidak benar; periksa inden, tanda kutip dan tanda kurung di sini dan di atasnya"
        " ({reason})",
        "this is not valid YAML; check the indentation, quotes and brackets here and above ({reason})",
    ),
    Rule(
        "Y02",
        "error",
        "huruf di sini bukan UTF-8; simpan berkas dengan penyandian UTF-8",
        "this is not UTF-8; save the file with UTF-8 encoding",
    ),
    Rule(
        "Y03",
        "error",
        "kunci `{key}` ditulis dua kali, pertama di baris {line}; hapus salah satunya",
        "the key `{key}` stands twice, first in line {line}; remove one of them",
    ),
    Rule(
        "Y04",
        "error",
        "jangkar (&) dan alias (*) YAML tidak dipakai di sini; tulis nilainya, atau beri tanda kutip",
        "YAML anchors (&) and aliases (*) are not used here; write out the value, or put it in quotes",
    ),
    Rule(
        "Y05",
        "error",
        "tag YAML `{tag}` tidak dipakai di sini; hapus, atau beri tanda kutip pada teksnya",
        "the YAML tag `{tag}` is not used here; remove it, or put the text in quotes",
    ),
    Rule(
        "Y06",
        "error",
        "berkas ini lebih besar dari {limit} bita; pecah menjadi beberapa berkas",
        "this file is larger than {limit} bytes; split it into several",
    ),
    Rule(
        "Y07",
        "error",
        "isi berkas bertingkat lebih dari {limit} lapis; periksa inden dan tanda kurung",
        "nested more than {limit} levels deep; check the indentation and brackets",
    ),
    Rule("Y08", "error", "kunci harus berupa teks", "a key has to be text"),
    Rule("Y09", "error", "berkas ini kosong", "this file is empty"),
    Rule(
        "Y10",
        "error",
        "berkas ini berisi lebih dari {limit} nilai; pecah menjadi beberapa berkas",
        "this file holds more than {limit} values; split it into several",
    ),
    Rule("Y11", "error", "berkas tidak bisa dibaca: {reason}", "the file cannot be read: {reason}"),
    Rule(
        "Y12",
        "error",
        "karakter {character} tidak boleh ada di sini; hapus",
        "the character {character} must not stand here; remove it",
    ),
    Rule(
        "Y13",
        "error",
        "angka ini lebih panjang dari {limit} digit; kalau maksudnya teks, beri tanda kutip",
        "this number has more than {limit} digits; if it is meant as text, put it in quotes",
    ),
    Rule(
        "Y14",
        "error",
        "`{comment}` dianggap catatan dan hilang dari teks; beri tanda kutip pada teksnya, atau spasi sesudah #",
        "`{comment}` is taken for a comment and lost from the text; put the text in quotes, or a space after the #",
    ),
    Rule(
        "Y15",
        "error",
        "ada tab di sini; ganti dengan spasi",
        "there is a tab here; use spaces instead",
    ),
    Rule(
        "Y16",
        "error",
        "ada titik dua di dalam teks tanpa tanda kutip; beri tanda kutip pada seluruh teks",
        "there is a colon inside a text without quotes; put the whole text in quotes",
    ),
    Rule(
        "Y17",
        "error",
        "teks yang dimulai dengan {character} perlu tanda kutip; apit seluruh teks dengan {quote}",
        "a text that starts with {character} needs quotes; put {quote} around the whole text",
    ),
    Rule(
        "Y18",
        "error",
        "tidak ada spasi sesudah `{key}:`; tambahkan",
        "there is no space after `{key}:`; add one",
    ),
    Rule(
        "Y19",
        "error",
        "tanda kutip {quote} dibuka di sini tetapi tidak ditutup; tambahkan {quote} di akhir teks",
        "the quote {quote} opens here but is not closed; add {quote} at the end of the text",
    ),
    Rule(
        "Y20",
        "error",
        "kunci `{key}` tidak sejajar dengan kunci lain; samakan indennya,"
        " atau, kalau ini bagian dari teks di atasnya, beri tanda kutip pada seluruh teks",
        "the key `{key}` is not in line with the other keys; give it the same indentation,"
        " or, if it belongs to the text above, put that whole text in quotes",
    ),
    # F: form
    Rule("F01", "error", "kunci `{key}` tidak dikenal di sini", "the key `{key}` is not known here"),
    Rule(
        "F02",
        "error",
        "kunci `{key}` wajib ada di sini; tambahkan",
        "the key `{key}` is missing here; add it",
    ),
    Rule("F03", "error", "`kind: {kind}` tidak dikenal", "`kind: {kind}` is not known"),
    Rule("F04", "error", "nilai `{value}` tidak dikenal di sini", "the value `{value}` is not known here"),
    Rule(
        "F05",
        "error",
        "di sini seharusnya {expected}, tetapi tertulis {got}",
        "this has to be {expected}, but it is {got}",
    ),
    Rule("F06", "error", "di sini seharusnya {expected}", "this has to be {expected}"),
    Rule("F07", "error", "angka ini seharusnya {bound} {limit}", "this number has to be {bound} {limit}"),
    Rule(
        "F08",
        "error",
        "isi daftar ini seharusnya {bound} {limit}, sekarang {count}",
        "this list has to have {bound} {limit} entries, it has {count}",
    ),
    Rule(
        "F09",
        "error",
        "langkah ini kosong; isi paling sedikit satu dari `do`, `say`, `write`, `expect`",
        "this step is empty; give at least one of `do`, `say`, `write`, `expect`",
    ),
    Rule(
        "F10",
        "error",
        "slug `{slug}` sudah dipakai di daftar ini",
        "the slug `{slug}` is already used in this list",
    ),
    Rule(
        "F11",
        "error",
        "teks ini lebih panjang dari {limit} karakter",
        "this text is longer than {limit} characters",
    ),
    Rule(
        "F12",
        "error",
        "slug diambil dari nama berkas; hapus kunci ini",
        "the slug is the file's name; remove this key",
    ),
    Rule(
        "F13",
        "error",
        "rubrik ini punya {levels} tingkat, tetapi kriteria ini {descriptors} uraian; samakan",
        "this rubric has {levels} levels, but this criterion {descriptors} descriptors; make them equal",
    ),
    Rule(
        "F14",
        "error",
        "slug lembar `{slug}` sudah dipakai di {file}; slug lembar harus unik di seluruh kursus",
        "the sheet's slug `{slug}` is already used in {file}; sheets need a slug of their own in the whole course",
    ),
    Rule(
        "F15",
        "error",
        "orang ini belum punya nama; isi `family` dan `given`, atau `literal` untuk lembaga",
        "this person has no name; give `family` and `given`, or `literal` for an institution",
    ),
    Rule(
        "F16",
        "error",
        "tabel ini punya {columns} kolom, tetapi `example` berisi {cells} sel; isi satu sel untuk setiap kolom",
        "this table has {columns} columns, but its `example` {cells} cells; give one cell for each column",
    ),
    Rule(
        "F17",
        "error",
        "tabel ini tidak punya baris untuk diisi; tambahkan `rows` atau `empty_rows`",
        "this table has no row to fill in; add `rows` or `empty_rows`",
    ),
    Rule(
        "F18",
        "error",
        "nilai {value} tidak lebih besar dari {before} sebelumnya; urutkan dari kecil ke besar, tanpa nilai yang sama",
        "the value {value} is not greater than {before} before it; order the values from low to high, none of them twice",
    ),
    Rule(
        "F19",
        "error",
        "`cut_off: {cut_off}` berada di luar skala `{scale}`; pilih angka dari {low} sampai {high}",
        "`cut_off: {cut_off}` lies outside the scale `{scale}`; choose a number from {low} to {high}",
    ),
    Rule(
        "F20",
        "error",
        "modul tidak boleh bernama `{slug}`, nama itu dipakai buku panduan dan halaman seluruh kursus; ganti nama folder modul ini dan tulisannya di course.yaml",
        "no module can be named `{slug}`, the name of the whole course's handbooks and pages; rename this module's folder and its entry in course.yaml",
    ),
    Rule(
        "F21",
        "error",
        "instrumen ini punya {columns} kolom, tetapi `example` berisi {cells} teks; isi satu teks untuk setiap kolom",
        "this instrument has {columns} columns, but this `example` {cells} texts; give one text for each column",
    ),
    Rule(
        "F22",
        "error",
        "bagian termometer (`zones`) harus berurutan dari {highest} sampai 0, tanpa celah dan tanpa tumpang-tindih; perbaiki `lowest` dan `highest`",
        "a thermometer's `zones` must run from {highest} down to 0 without gap or overlap; mend `lowest` and `highest`",
    ),
    # R: references between parts
    Rule("R01", "error", "{what} `{slug}` tidak ada", "there is no {what} `{slug}`"),
    Rule(
        "R02",
        "error",
        "`{slug}` tercantum di sini, tetapi berkas {file} tidak ada; buat berkasnya atau hapus dari daftar",
        "`{slug}` is listed here, but there is no file {file}; create it or remove it from the list",
    ),
    Rule("R03", "error", "berkas {file} wajib ada; buat berkasnya", "the file {file} is missing; create it"),
    Rule(
        "R04",
        "error",
        "berkas ini tidak tercantum di mana pun, jadi tidak ikut dicetak; cantumkan di {listed_in} atau hapus",
        "this file is listed nowhere, so nothing prints it; list it in {listed_in} or remove it",
    ),
    # T: time
    Rule(
        "T01",
        "error",
        "menit semua kegiatan berjumlah {sum}, sesi ini {minutes}: selisih {difference} menit",
        "the activities' minutes add up to {sum}, the session has {minutes}: {difference} minutes apart",
    ),
    Rule(
        "T02",
        "error",
        "acara hari ini berjumlah {sum} menit dari {start}, jadi selesai pukul {end}; samakan `end` atau acaranya",
        "this day's entries take {sum} minutes from {start}, which ends at {end}; change `end` or the entries",
    ),
    # A: alignment of objectives, activities, sheets and assessment
    Rule(
        "A01",
        "error",
        "tujuan `{objective}` tidak diajarkan oleh kegiatan mana pun; cantumkan di `objectives` sebuah kegiatan",
        "no activity teaches the objective `{objective}`; name it in an activity's `objectives`",
    ),
    Rule(
        "A02",
        "error",
        "tujuan `{objective}` tidak dinilai oleh soal, rubrik, instrumen, atau formulir mana pun",
        "no test item, rubric, instrument or form assesses the objective `{objective}`",
    ),
    Rule(
        "A03",
        "warning",
        "lembar `{worksheet}` tidak dipakai oleh sesi mana pun",
        "no session uses the worksheet `{worksheet}`",
    ),
    Rule(
        "A04",
        "error",
        "sesi ini menyebut tujuan `{objective}`, tetapi tidak ada kegiatannya yang mengajarkan",
        "this session names the objective `{objective}`, but none of its activities teaches it",
    ),
    # P: prose
    Rule(
        "P01",
        "error",
        "HTML tidak dipakai di dalam teks: `{html}`; pakai Markdown, atau tulis tanda < dengan \\<",
        "HTML is not used in prose: `{html}`; use Markdown, or write a < sign as \\<",
    ),
    Rule(
        "P02",
        "error",
        "judul (#) tidak dipakai di dalam teks; pakai **tebal** atau pecah menjadi bagian lain",
        "headings (#) are not used in prose; use **strong** or split the text into parts",
    ),
    Rule("P03", "error", "tautan `{link}` tidak bisa dipakai", "the link `{link}` cannot be used"),
    Rule(
        "P04",
        "error",
        "gambar `{image}` tidak ada; tulis ![uraian](media:modul/berkas) dan taruh berkasnya di folder media modul",
        "there is no image `{image}`; write ![description](media:module/file) and put the file into the "
        "module's media folder",
    ),
    Rule(
        "P05",
        "error",
        "gambar `{image}` belum punya uraian untuk orang yang tidak bisa melihatnya",
        "the image `{image}` has no description for people who cannot see it",
    ),
    Rule(
        "P06",
        "warning",
        "daftar atau tabel ini menyatu dengan baris di atasnya; beri satu baris kosong di atasnya, dan empat "
        "spasi di depan daftar di dalam daftar",
        "this list or table runs into the line above; leave an empty line above it, and put four spaces "
        "before a list within a list",
    ),
    Rule(
        "P07",
        "error",
        "teks ini terlalu besar untuk diolah (paling banyak {characters} karakter, {brackets} kurung siku, enam lapis daftar); pecah menjadi beberapa bagian",
        "this text is too much to process (at most {characters} characters, {brackets} square brackets, six levels of lists); split it into parts",
    ),
    # L: languages
    Rule(
        "L01",
        "warning",
        "belum diterjemahkan ({language}): berkas {file} tidak ada",
        "not translated ({language}): there is no file {file}",
    ),
    Rule(
        "L02",
        "warning",
        "teks ini belum diterjemahkan ({language})",
        "this text is not translated ({language})",
    ),
    Rule(
        "L03",
        "error",
        "terjemahan hanya berisi teks; hapus nilai ini",
        "a translation holds texts only; remove this value",
    ),
    Rule(
        "L04",
        "error",
        "daftar ini berisi {translation}, di bahasa sumber {source}; samakan jumlah dan urutannya",
        "this list has {translation} entries, its source {source}; make number and order the same",
    ),
    Rule(
        "L05",
        "error",
        "slug `{slug}` tidak ada di tempat yang sama pada bahasa sumber",
        "the source has no slug `{slug}` in this place",
    ),
    Rule(
        "L06",
        "error",
        "berkas terjemahan ini tidak punya berkas sumber {file}",
        "this translation has no source file {file}",
    ),
    Rule(
        "L07",
        "error",
        "kunci `{key}` tidak ada di bahasa sumber; hapus, atau tambahkan dulu di sana",
        "the source has no key `{key}`; remove it, or add it there first",
    ),
    Rule(
        "L08",
        "error",
        "bahasa `{language}` tidak tercantum pada `languages` di course.yaml",
        "the language `{language}` is not listed under `languages` in course.yaml",
    ),
    # S: safety
    Rule(
        "S01",
        "warning",
        "kontak `{contact}` terakhir diperiksa pada {checked_on}, lebih dari {days} hari yang lalu; periksa lagi"
        " nomornya, lalu perbarui `checked_by` dan `checked_on`",
        "the contact `{contact}` was last checked on {checked_on}, more than {days} days ago; check the number"
        " again, then update `checked_by` and `checked_on`",
    ),
)
RULES: Final = {rule.code: rule for rule in _RULES}

WORDS: Final = {
    "id": {
        "text": "teks",
        "quoted-text": "teks (beri tanda kutip kalau tampak seperti angka atau true/false)",
        "number": "angka",
        "whole-number": "bilangan bulat",
        "true-or-false": "true atau false",
        "nothing": "kosong",
        "list": "daftar (setiap butir diawali tanda -)",
        "mapping": "kelompok kunci dan nilai",
        "other": "nilai lain",
        "slug": "slug: huruf kecil, angka, dan tanda hubung, diawali huruf, misalnya peta-pemicu",
        "one-line": "teks satu baris tanpa spasi di depan",
        "not-empty": "teks yang tidak kosong",
        "clock-time": "jam seperti 09:30",
        "language-code": "kode bahasa seperti id atau en",
        "web-address": "alamat web yang diawali https://",
        "doi": "DOI seperti 10.1000/182",
        "dial": "nomor seperti 119 atau 021-171, atau alamat yang diawali https://",
        "date": "tanggal seperti 2026-11-01",
        "at-least": "paling sedikit",
        "at-most": "paling banyak",
        "objective": "tujuan",
        "worksheet": "lembar",
        "scale": "skala jawaban",
        "option": "pilihan jawaban",
        "module": "modul",
        "session": "sesi",
        "term": "istilah di glosarium",
        "reference": "rujukan",
        "instrument": "instrumen",
        "rubric": "rubrik",
        "knowledge-test": "tes pengetahuan",
        "evaluation-form": "formulir evaluasi",
        "programme": "jadwal",
        "chapter": "bab",
    },
    "en": {
        "text": "text",
        "quoted-text": "text (put it in quotes if it looks like a number or true/false)",
        "number": "a number",
        "whole-number": "a whole number",
        "true-or-false": "true or false",
        "nothing": "empty",
        "list": "a list (each entry starts with -)",
        "mapping": "keys and values",
        "other": "another value",
        "slug": "a slug: small letters, digits and hyphens, a letter first, such as trigger-map",
        "one-line": "one line of text without a space in front",
        "not-empty": "text that is not empty",
        "clock-time": "a time such as 09:30",
        "language-code": "a language code such as id or en",
        "web-address": "a web address that starts with https://",
        "doi": "a DOI such as 10.1000/182",
        "dial": "a number such as 119 or 021-171, or an address that starts with https://",
        "date": "a date such as 2026-11-01",
        "at-least": "at least",
        "at-most": "at most",
        "objective": "objective",
        "worksheet": "worksheet",
        "scale": "response scale",
        "option": "option",
        "module": "module",
        "session": "session",
        "term": "term in the glossary",
        "reference": "reference",
        "instrument": "instrument",
        "rubric": "rubric",
        "knowledge-test": "knowledge test",
        "evaluation-form": "evaluation form",
        "programme": "programme",
        "chapter": "chapter",
    },
}
_CODED: Final = frozenset({"expected", "got", "bound", "what"})
_PHRASES: Final = {
    "id": {"nearest": "maksudnya `{word}`?", "allowed": "yang bisa dipakai: {words}"},
    "en": {"nearest": "did you mean `{word}`?", "allowed": "possible here: {words}"},
}
MOST_ALLOWED: Final = 24
"""More words than this are not listed: a list nobody reads helps nobody."""


def severity(finding: Finding) -> Severity:
    return RULES[finding.code].severity


def message(finding: Finding, language: str) -> str:
    """What is wrong and what to do, in one line.

    Args:
        finding: The finding to put into words.
        language: One of `MESSAGE_LANGUAGES`; any other is answered in English.
    """
    language = language if language in MESSAGE_LANGUAGES else "en"
    rule = RULES[finding.code]
    words = WORDS[language]
    facts = {
        name: words.get(str(value), value) if name in _CODED else value
        for name, value in finding.facts.items()
    }
    sentence = (rule.id if language == "id" else rule.en).format(**facts)
    return printable("; ".join([sentence, *_hints(finding, language)]))


def printable(text: str) -> str:
    """Text from a file as it can be shown: control characters would recolour or rewrite a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _hints(finding: Finding, language: str) -> list[str]:
    phrases = _PHRASES[language]
    hints = []
    if finding.nearest:
        hints.append(phrases["nearest"].format(word=finding.nearest))
    if 0 < len(finding.allowed) <= MOST_ALLOWED:
        hints.append(phrases["allowed"].format(words=", ".join(finding.allowed)))
    return hints
