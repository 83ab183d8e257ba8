"""What accompanies a bundle: notices, the bill of materials, sums, the list for the installer."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest

from nanoexplorer import __version__
from nanoexplorer.render.kinds import KINDS
from nanoexplorer.ui.help.licences import LISTED, Part, installed_parts
from tests.packaging.scripts import PACKAGING, script


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder with the outline of a bundle."""
    folder = tmp_path / "bundle"
    licences = folder / "_internal" / "nanoexplorer" / "resources" / "licences"
    licences.mkdir(parents=True)
    (licences / "qt.txt").write_text("notice")
    for name in ("libpython3.11.so.1.0", "libQt6Core.so.6", "x.cpython-311-x86_64-linux-gnu.so"):
        (folder / "_internal" / name).write_text("")
    for part in installed_parts(requires("nanoexplorer") or []):
        if part.name != "tzdata":
            (folder / "_internal" / script("inside.py").metadata_folder(part)).mkdir()
    return folder


def bill(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    found: dict[str, Any] = script("sbom.py").bill(bundle)
    return found


def test_pythons_and_qts_libraries_are_not_taken_for_the_systems(bundle: Path) -> None:
    inside = script("inside.py")
    assert inside.system_libraries(bundle) == []
    (bundle / "_internal" / "libffi.so.8").write_text("")
    assert inside.system_libraries(bundle) == ["libffi.so.8"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked of Debian")
def test_a_library_that_nobody_knows_is_an_error(bundle: Path) -> None:
    (bundle / "_internal" / "libnobody-knows.so.1").write_text("")
    with pytest.raises(SystemExit, match=r"libnobody-knows\.so\.1"):
        script("inside.py").debian_parts(bundle)


def test_the_notices_are_beside_the_program_and_listed_for_about(bundle: Path) -> None:
    script("licences.py").main(bundle)
    text = (bundle / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    listed = next(bundle.rglob(LISTED))
    parts = [Part(*row) for row in json.loads(listed.read_text(encoding="utf-8"))]
    assert {"Python", "pandas", "PySide6_Essentials"} <= {part.name for part in parts}
    for part in parts:
        assert f"{part.name} {part.version}" in text
        assert all(notice in text for notice in part.texts)


def test_the_bill_names_the_app_and_every_part_once(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = bill(bundle, monkeypatch)
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert found["metadata"]["component"]["version"] == __version__
    files = found["metadata"]["component"]["components"]
    assert "_internal/libQt6Core.so.6" in [file["name"] for file in files]
    assert {file["hashes"][0]["content"] for file in files} == {hashlib.sha256(b"").hexdigest()}
    assert found["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    purls = [part["purl"] for part in found["components"]]
    assert not [purl for purl in purls if "tzdata" in purl]  # asked for, and not inside
    assert len(purls) == len(set(purls)) > 15
    assert [purl for purl in purls if purl.startswith("pkg:pypi/pyside6-essentials@6.")]
    assert found["dependencies"][0]["dependsOn"] == purls
    for part in found["components"]:
        assert part["version"]
        assert part["licenses"]


def test_what_a_wheel_says_is_inside_it_is_in_the_bill_and_in_the_notices(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {part["purl"].partition("@")[0] for part in bill(bundle, monkeypatch)["components"]}
    assert {"pkg:cargo/typst-pdf", "pkg:cargo/krilla"} <= named
    script("licences.py").main(bundle)
    text = (bundle / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    assert "\nkrilla " in text
    for family in ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"):
        assert family in text
    assert "https://github.com/soc/option-ext" in text  # whose licence asks for it


def test_debians_copyright_file_says_where_the_notices_are(bundle: Path) -> None:
    script("licences.py").main(bundle)
    command = ["bash", str(PACKAGING / "linux" / "debian_copyright.sh")]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    [named] = re.findall(r"/usr/lib/nanoexplorer/(\S+/licences/[\w.]+)", text)
    assert (bundle / named).is_file()


def test_the_same_bundle_has_the_same_bill(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bill(bundle, monkeypatch) == bill(bundle, monkeypatch)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("MIT License", [{"expression": "MIT"}]),
        ("MIT AND Zlib", [{"expression": "MIT AND Zlib"}]),
        ("Some License, of theirs", [{"license": {"name": "Some License, of theirs"}}]),
        ("", []),
    ],
)
def test_a_licence_is_an_expression_where_it_is_one(words: str, entry: object) -> None:
    assert script("sbom.py").licence(words) == entry


def test_sums_are_those_of_the_files(tmp_path: Path) -> None:
    for name in ("b.deb", "a b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "SHA256SUMS").write_text("of an older build")
    subprocess.run(["bash", PACKAGING / "checksums.sh", tmp_path], check=True)
    sums = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert sums == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a b.txt", "b.deb")
    ]


def test_sums_of_nothing_are_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", PACKAGING / "checksums.sh", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "holds no file" in done.stderr


def test_the_installer_puts_and_removes_file_by_file(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    for name in ("app.exe", "in/ner/ü $x.txt", "in/y.txt"):
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_text("")
    main: Callable[..., None] = script("windows/list_files.py").main
    main(bundle, tmp_path / "install", tmp_path / "remove")
    install = (tmp_path / "install").read_text("utf-8-sig").splitlines()
    assert install[:2] == ['SetOutPath "$INSTDIR"', f'File "{bundle}/app.exe"']
    assert 'SetOutPath "$INSTDIR\\in\\ner"' in install
    remove = (tmp_path / "remove").read_text("utf-8-sig").splitlines()
    assert remove == [
        'Delete "$INSTDIR\\app.exe"',
        'Delete "$INSTDIR\\in\\ner\\ü $$x.txt"',
        'Delete "$INSTDIR\\in\\y.txt"',
        'RMDir "$INSTDIR\\in\\ner"',
        'RMDir "$INSTDIR\\in"',
    ]


def test_the_uninstaller_never_removes_a_whole_program_folder() -> None:
    text = (PACKAGING / "windows" / "nanoexplorer.nsi").read_text(encoding="utf-8")
    whole = [line.strip() for line in text.splitlines() if "RMDir /r" in line]
    assert whole == ['RMDir /r "$LOCALAPPDATA\\${APP}"', 'RMDir /r "$APPDATA\\${APP}"']


def test_nothing_is_left_out_that_a_library_loads_by_itself() -> None:
    left_out = script("bundle_contents.py").UNWANTED_MODULES
    libraries = sorted({library for kind in KINDS for library in kind.libraries})
    code = f"import sys, {', '.join(libraries)}\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith(("numpy", "pandas", "lxml"))}
    assert "pandas.core.interchange" in loaded
    assert not loaded & set(left_out)


def imported(file: Path) -> set[str]:
    """The modules of others that a module of ours imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    named = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    named |= {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    known = {*sys.stdlib_module_names, "nanoexplorer"}
    return {name for name in named if name.partition(".")[0] not in known}


def test_every_library_starts_without_what_is_left_out() -> None:
    left_out = script("bundle_contents.py").UNWANTED_MODULES
    wanted = sorted(set().union(*map(imported, (PACKAGING.parent / "nanoexplorer").rglob("*.py"))))
    assert {"jinja2", "openpyxl"} <= set(wanted)
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({left_out!r}))\n"
        f"from importlib import import_module\nfor name in {wanted!r}: import_module(name)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
