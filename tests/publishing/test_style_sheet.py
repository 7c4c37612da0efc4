"""A style sheet loses the rules for classes that occur nowhere, and nothing else."""

import pytest

from generator.publishing.style_sheet import without_unused

USED = {"used", "md-typeset", "a:b"}


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        pytest.param(".used{color:red}", ".used{color:red}", id="used"),
        pytest.param(".unused{color:red}", "", id="unused"),
        pytest.param("p,a:hover,[data-x=y]{color:red}", "p,a:hover,[data-x=y]{color:red}", id="no class"),
        pytest.param(".used,.unused p{color:red}", ".used{color:red}", id="one of two selectors"),
        pytest.param(".used .unused{color:red}", "", id="an unused one inside"),
        pytest.param(".used:not(.unused){color:red}", ".used:not(.unused){color:red}", id="absence"),
        pytest.param(".used:is(p,a){color:red}", ".used:is(p,a){color:red}", id="comma in parentheses"),
        pytest.param(".a\\:b{color:red}", ".a\\:b{color:red}", id="escaped sign"),
        pytest.param("@media print{.unused{x:y}}", "", id="empty group"),
        pytest.param("@media print{.used{x:y}.unused{x:y}}", "@media print{.used{x:y}}", id="group"),
        pytest.param("@keyframes a{0%{x:y}}", "@keyframes a{0%{x:y}}", id="other at-rule"),
        pytest.param('@charset "utf-8";.used{x:y}', '@charset "utf-8";.used{x:y}', id="statement"),
        pytest.param(
            '.used{background:url("data:a;b,c{d}")}', '.used{background:url("data:a;b,c{d}")}', id="address"
        ),
    ],
)
def test_only_unused_classes_go(css: str, expected: str) -> None:
    assert without_unused(css, USED) == expected
