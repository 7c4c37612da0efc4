"""Lines of print do not break in their middle."""

import re

from tests.publishing.built import CourseInTests


def test_a_break_is_marked_before_every_inline_element(sample_course: CourseInTests) -> None:
    """WeasyPrint 70 otherwise breaks a line once more where the text just fits and an element follows."""
    documents = sample_course.documents("id").values()
    assert any("\u200b<a" in document.html for document in documents)
    for document in documents:
        assert not re.search(r" <(a|span|em|strong)\b", document.html), document.path
