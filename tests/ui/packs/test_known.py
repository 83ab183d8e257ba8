"""What is remembered of packs, and which one a mark is of."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.core.case_code import pack_mark
from nanoexplorer.formats.settings import MOST_PACKS, TEXT_LENGTH
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.ui.packs.known import KnownPacks, gate_mark_of
from tests.packs import mini_pack


def known_in(folder: Path) -> KnownPacks:
    return KnownPacks(SettingsFile(folder / "settings.json"), bundled_pack())


def test_where_one_was_comes_back_for_each_pack(tmp_path: Path) -> None:
    known = known_in(tmp_path)
    known.keep(bundled_pack(), "NX-1", "one", "")
    known.open(tmp_path / "coffee", mini_pack())
    known.keep(tmp_path / "coffee", "NX-2", "two", "yes")
    again = known_in(tmp_path)
    for path, code in ((bundled_pack(), "NX-1"), (tmp_path / "coffee", "NX-2")):
        assert again.of(path).case_code == code
    assert again.of(tmp_path / "coffee").gate == gate_mark_of(mini_pack())
    assert again.of(tmp_path / "tea").gate == ""


def test_the_last_ones_are_kept_and_no_path_that_could_not_be_read_again(tmp_path: Path) -> None:
    known = known_in(tmp_path)
    for number in range(MOST_PACKS + 3):
        known.open(tmp_path / str(number), mini_pack())
    known.open(Path("n" * (TEXT_LENGTH + 1)), mini_pack())
    settings = SettingsFile(tmp_path / "settings.json")
    kept = [Path(one.path).name for one in settings.current.packs]
    assert kept == [str(n) for n in range(MOST_PACKS + 2, 2, -1)]
    assert settings.current.pack == str(tmp_path / str(MOST_PACKS + 2))
    assert not settings.complaint


def test_a_mark_finds_packs_of_ours_and_packs_that_were_opened(tmp_path: Path) -> None:
    known = known_in(tmp_path)
    assert known.with_mark(pack_mark("lung-brain-metastases")) is not None
    assert known.with_mark(pack_mark("coffee-brewing")) is None
    known.open(tmp_path / "coffee", mini_pack())
    found = known.with_mark(pack_mark("coffee-brewing"))
    assert found == (tmp_path / "coffee", mini_pack().title)
