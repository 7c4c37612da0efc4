"""What comes of MkDocs' steps, taken one at a time, is what `mkdocs build` makes, to the byte."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.site_assets import copy_assets, course_pictures
from generator.publishing.site_configuration import prepare_source
from generator.publishing.site_engine import ENVIRONMENT, SiteSource, finished
from generator.rendering.site import SitePages
from generator.rendering.told_last import untold
from tests.publishing.built import LANGUAGES, ROOT, SAMPLE, THEME, BuiltSite, CourseInTests
from tests.publishing.once import once

CHANGED = ("assets/javascripts/bundle.", "assets/stylesheets/main.", "search/")
"""What a site has otherwise than MkDocs made it."""


@pytest.fixture(scope="module")
def site(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site as MkDocs builds it by itself."""

    def make(folder: Path) -> None:
        source = SiteSource(folder / "id", "id")
        pages = sample_course.pages("id")
        prepare_source(source, pages, ROOT / "mkdocs.yml", THEME, LANGUAGES)
        copy_assets(course_pictures(sample_course.courses["id"], SAMPLE), source.pages)
        for name, text in (*pages.pages.items(), *pages.files.items()):
            (source.pages / name).parent.mkdir(parents=True, exist_ok=True)
            (source.pages / name).write_text(text, encoding="utf-8", newline="")
        run_mkdocs(source.folder / "mkdocs.yml")

    return once(tmp_path_factory, "site-by-mkdocs", make) / "id/site"


def run_mkdocs(configuration: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)]
    ran = subprocess.run(command, env=os.environ | ENVIRONMENT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def pages(sample_course: CourseInTests) -> SitePages:
    return sample_course.pages("id")


def test_every_page_is_the_same(site: Path, built_sample: BuiltSite, pages: SitePages) -> None:
    names = [path.removesuffix(".md") + ".html" for path in pages.pages]
    differing = [
        name
        for name in (*names, "404.html")
        if told((built_sample.output / "id" / name).read_text("utf-8"))
        != told(finished((site / name).read_text("utf-8")))
    ]
    assert differing == []


def told(html: str) -> str:
    """A page but for what it is told when everything is made."""
    begin, _, rest = untold(html).partition('<span class="archive-size">')
    return begin + rest.partition("<")[2]


def test_every_other_file_is_the_same(site: Path, built_sample: BuiltSite) -> None:
    home = built_sample.output / "id"
    names = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    kept = {name for name in names if not name.startswith(("handbooks/", *CHANGED)) and ".html" not in name}
    assert len(kept) > 25
    assert [name for name in sorted(kept) if (home / name).read_bytes() != (site / name).read_bytes()] == []


def test_the_searchs_index_holds_the_same(site: Path, built_sample: BuiltSite) -> None:
    """But for the language, which no setting lets one choose; the pages in the site’s order."""
    ours, theirs = (
        json.loads((folder / "search/search_index.json").read_text("utf-8"))
        for folder in (built_sample.output / "id", site)
    )
    assert ours["config"] | {"lang": ["en"]} == theirs["config"]
    assert sorted(ours["docs"], key=str) == sorted(theirs["docs"], key=str)
