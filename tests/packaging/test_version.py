"""The app's version stands in one place, and everything that names it says the same."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from nanoexplorer import __version__
from nanoexplorer.app import command_line as cli
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.help.texts import about_text, citation_text
from tests.packaging.scripts import PACKAGING, ROOT, script

VERSION = re.compile(r"\d+\.\d+\.\d+")
EPOCH = 1_700_000_000
SHELL_READS_IT = r"""sed -n 's/^__version__ = "\(.*\)"$/\1/p'"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Path:
    """What a package for Linux holds of us."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    script("linux/stage.py").main(tmp_path)
    return tmp_path / "share"


def test_the_version_is_a_version() -> None:
    assert VERSION.fullmatch(__version__)


def test_the_command_line_and_about_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    pack = load_pack(bundled_pack())
    assert f"nanoexplorer {__version__} " in capsys.readouterr().out
    assert f"nanoexplorer {__version__}." in about_text(pack)
    assert f"version {__version__} " in citation_text(pack)
    assert pack.citation in citation_text(pack)
    assert pack.curators in about_text(pack)
    assert f"version {pack.version} [data set]. {pack.date}." in pack.citation


def test_the_citation_file_names_it() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", text, re.MULTILINE) == [__version__]


def test_the_newest_heading_of_the_changelog_names_it_or_is_unreleased() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings[0] in ("Unreleased", __version__)
    released = [heading for heading in headings if heading != "Unreleased"]
    assert released in ([], [__version__]) or released[0] == __version__


def test_the_metainfo_and_the_manual_page_name_it(tree: Path) -> None:
    metainfo = (tree / "metainfo" / "io.github.nanoexplorer.metainfo.xml").read_text("utf-8")
    assert re.findall(r'<release version="(.+?)" date="(.+?)"', metainfo) == [
        (__version__, "2023-11-14")
    ]
    manual = gzip.decompress((tree / "man" / "man1" / "nanoexplorer.1.gz").read_bytes()).decode()
    assert f'"2023-11-14" "nanoexplorer {__version__}"' in manual.split("\n")[0]


@pytest.mark.parametrize("name", ["building.sh", "windows/build_installer.sh"])
def test_package_names_take_it_from_there(name: str) -> None:
    text = (PACKAGING / name).read_text(encoding="utf-8")
    assert SHELL_READS_IT in text
    assert not VERSION.findall(text)


def test_the_packages_metadata_takes_it_from_there() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in project
    assert 'path = "nanoexplorer/__init__.py"' in project
