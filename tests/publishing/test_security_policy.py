"""A page's policy lets its own scripts run and nothing else; an unknown script stops the build."""

import pytest

from generator.publishing.errors import SiteEngineError
from generator.publishing.security_policy import KNOWN_SCRIPTS, policy_of, with_policy

PAGE = '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>T</title>\n{}</head><body>{}</body>'
WHERE = (
    '__md_scope=new URL("{}",location),__md_hash=e=>[...e].reduce(((e,_)=>(e<<5)-e+_.charCodeAt(0)),0),'
    "__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+\".\"+e)),"
    "__md_set=(e,_,t=localStorage,a=__md_scope)=>{{try{{t.setItem(a.pathname+\".\"+e,JSON.stringify(_))}}catch(e){{}}}}"
)  # fmt: skip


def directives(html: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy_of(html).split("; "))}


def test_the_policy_stands_before_anything_that_it_is_for() -> None:
    page = with_policy(PAGE.format('<script src="assets/a.js"></script>', ""))
    before, policy, _ = page.partition('<meta http-equiv="Content-Security-Policy"')
    assert policy
    assert "<script" not in before
    assert "<title>" not in before


def test_nothing_is_allowed_that_is_not_named() -> None:
    found = directives(PAGE.format("", ""))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == ["'self'", "file:"]
    for name in ("object-src", "form-action", "base-uri", "script-src-attr"):
        assert found[name] == ["'none'"]


def test_no_script_runs_because_it_stands_in_the_page() -> None:
    for name, sources in directives(PAGE.format("", "")).items():
        if name.startswith("script") or name == "default-src":
            assert not {"'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "data:", "blob:"} & {
                *sources
            }


@pytest.mark.parametrize("way", [".", "..", "../..", "../../.."])
def test_a_known_script_may_run_from_wherever_the_page_is(way: str) -> None:
    page = PAGE.format(f"<script>{WHERE.format(way)}</script>", "")
    (allowed,) = [source for source in directives(page)["script-src"] if source.startswith("'sha256-")]
    assert (allowed.strip("'") in KNOWN_SCRIPTS) is (way == ".")


@pytest.mark.parametrize(
    "script",
    [
        "<script>window.pwned=1</script>",
        "<SCRIPT>window.pwned=1</SCRIPT >",
        '<script type="module">window.pwned=1</script>',
        '<script type="text/javascript" data-a=">">window.pwned=1</script>',
        f"<script>{WHERE.format('..')};window.pwned=1</script>",
        f"<script>{WHERE.format('https://evil.example/')}</script>",
    ],
)
def test_a_script_that_nobody_knows_stops_the_build(script: str) -> None:
    with pytest.raises(SiteEngineError, match="unknown script"):
        with_policy(PAGE.format("", script))


def test_data_in_a_script_element_is_no_script() -> None:
    page = PAGE.format("", '<script id="__config" type="application/json">{"a": 1}</script>')
    assert "sha256" not in " ".join(directives(page)["script-src"])


def test_a_style_counts_in_the_head_only() -> None:
    assert "sha256" in " ".join(directives(PAGE.format("<style>a {}</style>", ""))["style-src-elem"])
    assert "sha256" not in " ".join(directives(PAGE.format("", "<style>a {}</style>"))["style-src-elem"])


def test_only_a_page_that_has_a_base_may_have_one() -> None:
    assert directives(PAGE.format('<base href="x">', ""))["base-uri"] == ["'self'", "file:"]


def test_what_is_no_page_is_an_error() -> None:
    with pytest.raises(SiteEngineError, match="charset"):
        with_policy("<p>x</p>")
