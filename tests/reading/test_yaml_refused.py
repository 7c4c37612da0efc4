"""What a file must not hold gives a finding at its line and column, never an exception."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.finding import Finding
from generator.model.limits import MAX_BYTES, MAX_DEPTH, MAX_DIGITS
from generator.reading.yaml_file import YamlFile, parse_yaml, read_yaml


def told(finding: Finding) -> str:
    return f"{finding.place.line}:{finding.place.column} {finding.code}"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(b"a: 1\nb: 2\na: 3\n", ["3:1 Y03"], id="a key that stands twice"),
        pytest.param(b"a: {b: 1, b: 2}\n", ["1:11 Y03"], id="a key that stands twice in braces"),
        pytest.param(b"a: &x 1\nb: *x\n", ["1:4 Y04", "2:4 Y04"], id="anchor and alias"),
        pytest.param(b"a: **tebal**\n", ["1:4 Y04"], id="strong text without quotes"),
        pytest.param(b"a: &x [*x]\n", ["1:4 Y04", "1:8 Y04"], id="a list that holds itself"),
        pytest.param(b"a: !!python/object:os.system x\n", ["1:4 Y05"], id="a tag that names a class"),
        pytest.param(b"a: !!int abc\n", ["1:4 Y05"], id="a tag that its value does not fit"),
        pytest.param(b"a: !penting x\n", ["1:4 Y05"], id="an exclamation mark without quotes"),
        pytest.param(b"[" * 100_000, [f"1:{MAX_DEPTH + 1} Y07"], id="100,000 brackets"),
        pytest.param(b"{" * 100_000, [f"1:{MAX_DEPTH + 1} Y07"], id="100,000 braces"),
        pytest.param(b"- " * 100_000, [f"1:{2 * MAX_DEPTH + 1} Y07"], id="100,000 hyphens"),
        pytest.param(b"? [a]\n: b\n", ["1:3 Y08"], id="a list as key"),
        pytest.param(b"true: b\n", ["1:1 Y08"], id="true as key"),
        pytest.param(b"", ["1:1 Y09"], id="nothing"),
        pytest.param(b"# komentar\n", ["1:1 Y09"], id="a comment alone"),
        pytest.param(b"\xef\xbb\xbf", ["1:1 Y09"], id="a byte order mark alone"),
        pytest.param("a: é\nb: \0".encode(), ["2:4 Y12"], id="NUL"),
        pytest.param("é: a\x07".encode(), ["1:5 Y12"], id="a control character after a letter with accent"),
        pytest.param(b'a: "\\0"\n', ["1:4 Y12"], id="NUL as an escape"),
        pytest.param("a: b\u2028c\n".encode(), ["1:5 Y12"], id="a line separator, as word processors put"),
        pytest.param("a: b\ufeffc\n".encode(), ["1:5 Y12"], id="a byte order mark in a text"),
        pytest.param(b"a: b\rc: d\r", ["1:5 Y12"], id="line ends of old Macs"),
        pytest.param("title: Modul".encode("utf-16-le"), ["1:2 Y12"], id="UTF-16 without mark"),
        pytest.param("title: Modul".encode("utf-16"), ["1:1 Y02"], id="UTF-16"),
        pytest.param("a: é\nb: café\n".encode("latin-1"), ["1:4 Y02"], id="Latin-1"),
        pytest.param(f"a: {'9' * (MAX_DIGITS + 1)}\n".encode(), ["1:4 Y13"], id="a long number"),
        pytest.param(b"a: " + b"9" * 10_000, ["1:4 Y13"], id="a number that takes long to read"),
        pytest.param(b"a: 0." + b"9" * 10_000, ["1:4 Y13"], id="a long number with a point"),
        pytest.param(b"a: Modul #3\n", ["1:10 Y14"], id="a number sign that makes a comment"),
        pytest.param("- é: [a, b #c\n  ]\n".encode(), ["1:12 Y14"], id="one in a list"),
        pytest.param(b"a: 1\n---\nb: 2\n", ["2:1 Y01"], id="two documents"),
        pytest.param(b"a: 1\n...\nb: 2\n", ["3:1 Y01"], id="a document after the end"),
        pytest.param(b"a: 1\n\tb: 2\n", ["2:1 Y15"], id="a tab as indentation"),
        pytest.param(b"a: x\n  \tb: 1\n", ["2:3 Y15"], id="a tab after spaces"),
        pytest.param(b"a:\n  -\tb: 1\n", ["2:4 Y15"], id="a tab before a value"),
        pytest.param(b"a: |\n    x\n\ty\n", ["3:1 Y15"], id="a tab as indentation of a text"),
        pytest.param(b"a: Modul: satu\n", ["1:9 Y16"], id="a colon without quotes"),
        pytest.param(b"a: Ia\n  lalu berkata: mari\n", ["2:15 Y16"], id="a colon in a text's second line"),
        pytest.param(b"a: @x\n", ["1:4 Y17"], id="an at sign without quotes"),
        pytest.param(b"a: %x\n", ["1:4 Y17"], id="a percent sign without quotes"),
        pytest.param(b"- `x` y\n", ["1:3 Y17"], id="a backtick without quotes"),
        pytest.param(b"a: [b](c:d) e\nb: 1\n", ["1:4 Y17"], id="a link without quotes"),
        pytest.param(b"a: [[b]] c\nb: 1\n", ["1:4 Y17"], id="brackets in brackets without quotes"),
        pytest.param(b"a: [@lee] b\n", ["1:4 Y17"], id="a citation without quotes"),
        pytest.param(b"- {b} c\n", ["1:3 Y17"], id="a text that starts with a brace"),
        pytest.param(b"a: 'b': c\n", ["1:4 Y17"], id="a colon after a quote"),
        pytest.param(b'"b" c\n', ["1:1 Y17"], id="a quote that is followed by text"),
        pytest.param(b'a: "b\n  c" d\n', ["1:4 Y17"], id="a quote of two lines, followed by text"),
        pytest.param(b"minutes:5\nb: 1\n", ["1:1 Y18"], id="a colon without a space, first key"),
        pytest.param(b"- b: 1\n  c:5\n", ["2:3 Y18"], id="a colon without a space, last key"),
        pytest.param(b"b: 1\nc:'x'\nd: 2\n", ["2:1 Y18"], id="a colon without a space, before a quote"),
        pytest.param(b"a: x\nhttps://b\nc: 1\n", ["2:1 Y01"], id="a web address that is not indented"),
        pytest.param(b"a: 'buka\nb: 1\n", ["1:4 Y19"], id="a quote that is not closed"),
        pytest.param(b'- a\n- "b\n- "c"\n', ["2:3 Y19"], id="a quote that the next one closes"),
        pytest.param(b"a: [1, 2\nb: 3\n", ["1:4 Y23"], id="a bracket that is not closed"),
        pytest.param(b"a: 1\n b: 2\n", ["2:2 Y20"], id="an indentation that fits nothing"),
        pytest.param(b"%FOO x\n---\na: 1\n", ["1:1 Y17"], id="a directive that nobody knows"),
    ],
)
def test_a_file_that_yaml_or_we_refuse_gives_located_findings(raw: bytes, expected: list[str]) -> None:
    assert [told(finding) for finding in parse_yaml(raw, "a.yaml").findings] == expected


@pytest.mark.parametrize(
    ("raw", "facts"),
    [
        (b"a: 'b' c\n", {"character": "'", "quote": '"'}),
        (b'a: "b" c\n', {"character": '"', "quote": "'"}),
        (b"minutes:5\nb: 1\n", {"key": "minutes"}),
        (b'a: "b\n', {"quote": '"'}),
        (b"a: 1\n  b: 2\n", {"key": "b"}),
    ],
)
def test_a_slip_in_the_syntax_is_told_with_the_signs_to_write(raw: bytes, facts: dict[str, str]) -> None:
    assert [finding.facts for finding in parse_yaml(raw, "a.yaml").findings] == [facts]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a" * (MAX_BYTES + 1))
    file = read_yaml(tmp_path / "a.yaml", "a.yaml")
    assert [told(finding) for finding in file.findings] == ["1:1 Y06"]


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    file = read_yaml(tmp_path / "missing.yaml", "missing.yaml")
    assert [told(finding) for finding in file.findings] == ["1:1 Y11"]


def test_what_can_be_read_of_a_faulty_file_is_read() -> None:
    file = parse_yaml(b"a: 1\na: 2\nb: 3\n", "a.yaml")
    assert file.tree is not None
    assert len(file.findings) == 1


def is_tree_or_findings(file: YamlFile) -> bool:
    lines = len(file.source.lines)
    placed = all(1 <= finding.place.line <= lines + 1 for finding in file.findings)
    return placed and (file.tree is not None or bool(file.findings))


@given(st.text())
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    assert is_tree_or_findings(parse_yaml(text.encode("utf-8", "replace"), "a.yaml"))


@given(st.text(alphabet="ab:-?![]{}&*|>'\"%@`#, \n\t1~\\"))
def test_any_mix_of_yamls_own_signs_gives_a_tree_or_findings(text: str) -> None:
    assert is_tree_or_findings(parse_yaml(text.encode(), "a.yaml"))


@given(st.binary())
def test_any_bytes_give_a_tree_or_findings(raw: bytes) -> None:
    assert is_tree_or_findings(parse_yaml(raw, "a.yaml"))
