"""Which files changed is told by the files themselves."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.serving.stamps import Stamps, changed, stamps

STAMPS = st.dictionaries(st.sampled_from("abc"), st.tuples(*[st.integers(0, 2)] * 3))


def test_every_kind_of_change_is_seen(tmp_path: Path) -> None:
    for name in ("kept", "written", "gone", "moved", "replaced"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = stamps(tmp_path)
    (tmp_path / "written").write_text("longer than before", encoding="utf-8")
    (tmp_path / "gone").unlink()
    (tmp_path / "moved").rename(tmp_path / "elsewhere")
    (tmp_path / "beside").write_text("replaced", encoding="utf-8")
    (tmp_path / "beside").replace(tmp_path / "replaced")
    (tmp_path / "new/folder").mkdir(parents=True)
    (tmp_path / "new/folder/file").touch()
    after = stamps(tmp_path)
    assert changed(before, after) == {"written", "gone", "moved", "elsewhere", "replaced", "new/folder/file"}


def test_a_folder_that_is_gone_has_lost_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/file").touch()
    before = stamps(tmp_path / "folder")
    (tmp_path / "folder/file").unlink()
    (tmp_path / "folder").rmdir()
    assert changed(before, stamps(tmp_path / "folder")) == {"file"}


def test_a_link_that_leads_nowhere_is_no_file(tmp_path: Path) -> None:
    (tmp_path / ".#lock").symlink_to("somebody@machine.1234")
    assert stamps(tmp_path) == {}


@given(STAMPS, STAMPS)
def test_what_did_not_change_is_the_same_before_and_after(before: Stamps, after: Stamps) -> None:
    differ = changed(before, after)
    assert differ == changed(after, before)
    assert all((before.get(file) != after.get(file)) == (file in differ) for file in before | after)
