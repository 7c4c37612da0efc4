"""build.json tells what the output holds, so that a copy can be checked."""

import hashlib

from generator import __version__
from generator.publishing.build import curriculum_digest
from tests.publishing.built import SAMPLE, BuiltSite
from tests.publishing.pdf_file import PdfFile


def test_the_record_lists_every_file_with_its_digest(built_sample: BuiltSite) -> None:
    there = {
        path.relative_to(built_sample.output).as_posix(): path.read_bytes()
        for path in built_sample.output.rglob("*")
        if path.is_file() and path.name != "build.json"
    }
    recorded = built_sample.record["files"]
    assert set(recorded) == set(there)
    for name, data in there.items():
        assert recorded[name]["sha256"] == hashlib.sha256(data).hexdigest(), name
        assert recorded[name]["bytes"] == len(data), name


def test_the_record_names_version_and_curriculum(built_sample: BuiltSite) -> None:
    assert built_sample.record["version"] == __version__
    assert built_sample.record["curriculum"] == curriculum_digest(SAMPLE)


def test_the_record_tells_the_minutes_of_each_session(built_sample: BuiltSite) -> None:
    assert built_sample.record["minutes"] == {"listening/hearing": 30, "listening/answering": 30}


def test_pages_are_recorded_of_pdfs_and_of_nothing_else(built_sample: BuiltSite) -> None:
    with_pages = {name for name, facts in built_sample.record["files"].items() if "pages" in facts}
    assert with_pages == set(built_sample.handbooks)


def test_the_imprint_names_the_digest_of_the_curriculum(built_sample: BuiltSite) -> None:
    imprint = PdfFile(built_sample.output / "id/handbooks/facilitator-course.pdf").pages[1]
    assert curriculum_digest(SAMPLE)[:16] in imprint
