"""What the benchmarks say, in English and Indonesian."""

import os
from typing import Final

WORDS: Final = {
    "what": ("what", "apa"),
    "value": ("median", "median"),
    "spread": ("rounds", "putaran"),
    "goal": ("goal", "target"),
    "met": ("met", "tercapai"),
    "missed": ("missed", "belum tercapai"),
    "rounds": ("{n} rounds, {jobs} jobs, {cores} cores", "{n} putaran, {jobs} proses, {cores} inti"),
    "round": ("round {n}", "putaran {n}"),
    "generated": ("a generated course of one module", "kursus buatan dengan satu modul"),
    "tiny": (
        "a generated course of one session, in one language",
        "kursus buatan dengan satu sesi, dalam satu bahasa",
    ),
    "sample": ("the tests’ sample course", "kursus contoh dari pengujian"),
    "module": (
        "one module of the real course, and what belongs to the whole course",
        "satu modul kursus yang sebenarnya, dan bagian untuk seluruh kursus",
    ),
    "real": ("the whole real course", "seluruh kursus yang sebenarnya"),
    "made": (
        "{pdfs} PDF with {printed} pages, {pages} pages of the site",
        "{pdfs} PDF dengan {printed} halaman, {pages} halaman situs",
    ),
    "bare_pages": ("the bare tools printed {n} pages", "alat polos mencetak {n} halaman"),
    "full": (
        "full build, cold / MkDocs Material and WeasyPrint alone, one after the other",
        "membangun semua dari nol / MkDocs Material dan WeasyPrint saja, satu per satu",
    ),
    "typo": (
        "a typo in a session mended / full build",
        "satu salah ketik di sesi diperbaiki / membangun semua",
    ),
    "sentence": (
        "a sentence added to a session / full build",
        "satu kalimat ditambah di sesi / membangun semua",
    ),
    "site_typo": (
        "the same, the site alone / its own full build",
        "sama, hanya situs / membangun seluruh situs",
    ),
    "site_sentence": (
        "a sentence added, the site alone / its own full build",
        "satu kalimat ditambah, hanya situs / membangun seluruh situs",
    ),
    "unchanged": (
        "nothing edited, beyond the interpreter’s start and imports",
        "tanpa perubahan, di luar waktu mulai Python dan impor",
    ),
    "own": (
        "the generator’s own part, from YAML to pages and print HTML / full build",
        "bagian generator sendiri, dari YAML sampai halaman dan HTML cetak / membangun semua",
    ),
    "time": (
        "time a page of the {medium}, course × {factor} / course × {first}",
        "waktu per halaman {medium}, kursus × {factor} / kursus × {first}",
    ),
    "worker": (
        "peak memory of a worker, {medium}, course × {factor} / course × {first}",
        "memori tertinggi satu proses pekerja, {medium}, kursus × {factor} / kursus × {first}",
    ),
    "main": (
        "peak memory of the main process, {medium}, course × {factor} / course × {first}",
        "memori tertinggi proses utama, {medium}, kursus × {factor} / kursus × {first}",
    ),
    "based": (
        "growth: over a hundred pages of every site tell of the rules; they and their time are not counted",
        "pertumbuhan: seratus lebih halaman situs menjelaskan aturan; halaman itu tidak ikut dihitung",
    ),
    "handbooks": ("handbooks", "buku panduan"),
    "site": ("site", "situs"),
    "peer": (
        "full build / mkdocs-to-pdf, the same pages with one PDF a language",
        "membangun semua / mkdocs-to-pdf, halaman yang sama dengan satu PDF per bahasa",
    ),
    "peer_pdf": (
        "mkdocs-to-pdf made one PDF with {pages} pages; tagged: {tagged}, forms: {forms}",
        "mkdocs-to-pdf membuat satu PDF dengan {pages} halaman; bertag: {tagged}, formulir: {forms}",
    ),
    "yes": ("yes", "ya"),
    "no": ("no", "tidak"),
    "unreachable": (
        "mkdocs-to-pdf cannot be installed from the package index: {why}",
        "mkdocs-to-pdf tidak bisa dipasang dari indeks paket: {why}",
    ),
}
"""Each in both languages."""


def say(key: str, **facts: object) -> str:
    """What is said, in the language of the environment."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    english, indonesian = WORDS[key]
    return (indonesian if locale.startswith("id") else english).format(**facts)
