"""What is remembered from one check to the next makes the next one fast, and never wrong."""

import sys

from generator.checking.check import check_curriculum
from generator.findings.report import report
from generator.reading.loading import Curriculum
from generator.reading.yaml_file import parse_yaml
from tests.today import TODAY

HEARING = "modules/listening/sessions/hearing.yaml"
CHANGES = [
    ("say: Selamat datang.", "say: Selamat datang, [](worksheet:nowhere) dan [@nobody]."),
    ("title: Mendengar\n", "title: Pecandu mendengar\n"),
    ("minutes: 3\n", "minutes: 7\n"),
    ("![Dua kursi yang saling berhadapan]", "![Gambar 2]"),
    ("dan [@nobody].", "dan [di sini](https://example.org)."),
]


def told(root):
    return report(check_curriculum(Curriculum(root), TODAY).findings, "en")


def forgotten():
    """Make every module forget what it remembers."""
    for module in list(sys.modules.values()):
        if module.__name__.startswith("generator."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and getattr(value, "__module__", "") == module.__name__:
                    value.cache_clear()


def test_a_check_that_remembers_says_what_one_that_does_not_says(sample, change):
    assert told(sample) == ""
    for old, new in CHANGES:
        change(sample / HEARING, old, new)
        remembering = told(sample)
        forgotten()
        assert remembering == told(sample) != ""
    for old, new in reversed(CHANGES):
        change(sample / HEARING, new, old)
    assert told(sample) == ""


def test_only_the_file_that_was_changed_is_read_again(sample, change):
    told(sample)
    change(sample / HEARING, *CHANGES[0])
    before = parse_yaml.cache_info()
    told(sample)
    after = parse_yaml.cache_info()
    assert after.misses - before.misses == 1
    assert after.hits > before.hits
