"""Whatever is put together of hostile fragments: the check does not fail, and nothing active is left."""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check_curriculum
from generator.findings.report import report
from generator.prose.markdown import CROSS_REFERENCES, WEB_SCHEMES, ProseRenderer
from generator.reading.drawing import fault_of_drawing
from generator.reading.loading import Curriculum
from generator.reading.picture import fault_of_jpeg, fault_of_png
from tests.hostile.course import HEARING
from tests.hostile.fragments import MARKDOWN, PLAIN
from tests.pictures import dot
from tests.publishing.built import SAMPLE
from tests.today import TODAY

PIECES = (
    *PLAIN, *MARKDOWN, "<", ">", "\"", "'", "`", "``", "```", "*", "**", "_", "[", "](", ")", "![", "]: ",
    "\\", "&", "&#x3c;", "&lt;", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "|", "|-|", "{", "}", "{:",
    "@", "[@", ";", "#", "javascript:", "JAVASCRIPT&colon;", "java&#x0a;script:", "data:text/html,",
    "vbscript:", "//evil.example", "media:", "term:", "lang:id", "<a href=", "<svg/onload=",
    "<math><mtext>", "</p>", "<style>", "<!--", "-->", "<?x", "<![CDATA[", " onclick=1", " style=x", "\u200d",
    "é", "<https://evil.example>", "<mailto:a@b.c>", "x" * 50,
)  # fmt: skip
ALLOWED = {*WEB_SCHEMES, *CROSS_REFERENCES, "reference", "media", ""}
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=14).map("".join)


class _Nameless:
    def title(self, scheme: str, slug: str) -> str | None:
        return f"<b>{slug}" if slug else None

    def citation(self, key: str) -> str | None:
        return f"<i>{key}, 1999"

    def citation_language(self, key: str) -> str | None:
        return None


class _Active(HTMLParser):
    """Fails at the first thing that could run, or be loaded from elsewhere."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "base",
        }
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                scheme = urlsplit(value or "").scheme
                assert scheme in ALLOWED, value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@settings(max_examples=300)
@given(text=texts)
def test_prose_becomes_html_in_which_nothing_is_active(text: str) -> None:
    html = ProseRenderer(_Nameless()).html(text)
    parser = _Active()
    parser.feed(html)
    parser.close()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("fragments") / "course"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, summary=texts, reading=texts)
def test_the_check_tells_or_lets_pass_whatever_a_text_says(
    course: Path, title: str, summary: str, reading: str
) -> None:
    source = (SAMPLE / HEARING).read_text(encoding="utf-8")
    data = yaml.safe_load(source)
    data |= {"title": title, "summary": summary, "preparation": [reading, title]}
    (course / HEARING).write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8", errors="replace"
    )
    found = check_curriculum(Curriculum(course), TODAY)
    assert found.courses or found.findings
    shown = report(found.findings, "id")
    assert all(line.isprintable() for line in shown.replace("\t", " ").split("\n"))


@settings(max_examples=100)
@given(start=st.integers(0, 200), put=st.binary(max_size=6), cut=st.integers(0, 40))
def test_any_damage_to_a_picture_is_a_fault_or_none(start: int, put: bytes, cut: int) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><rect y="1"/></g></svg>'
    for look, data in ((fault_of_png, dot()), (fault_of_jpeg, dot("JPEG")), (fault_of_drawing, drawing)):
        fault = look(data[:start] + put + data[start + cut :])
        assert fault is None or fault.what.startswith("picture-")
