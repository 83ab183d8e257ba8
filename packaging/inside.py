"""What is inside a bundle beyond our own code: packages, Python, and the system's libraries.

Shared by licences.py and sbom.py. Run with the Python that made the bundle, on the system that it
was made on: there the packages and their licence texts are.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nanoexplorer.ui.help.licences import Part, crates_of, installed_parts, part_of  # noqa: E402

LIBRARY = re.compile(r"\.(?:so(?:\.[0-9.]+)?|dll|dylib)$", re.IGNORECASE)
PYTHONS = re.compile(r"(?:lib)?python3|\.cpython-|\.abi3\.", re.IGNORECASE)
QTS = re.compile(r"(?:lib)?Qt6|^lib(?:pyside|shiboken)6", re.IGNORECASE)


def requirements() -> list[str]:
    """What the app asks for, from pyproject.toml: bundles are made where it is not installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


def packages(bundle: Path) -> tuple[Part, ...]:
    """Python, the packages inside, and PyInstaller, whose starter is in every bundle."""
    metadata = {folder.name.lower() for folder in bundle.rglob("*.dist-info")}
    python, *asked_for = installed_parts(requirements())
    found = (python, *(part for part in asked_for if metadata_folder(part) in metadata))
    with suppress(PackageNotFoundError):  # not where tests run
        found = (*found, part_of(distribution("pyinstaller")))
    return found


def crates(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The Rust crates in the wheels of these packages, each once; tools that only made one too."""
    found = (crate for part in parts for crate in crates_of(distribution(part.name)))
    return tuple(sorted({crate.name + crate.version: crate for crate in found}.values()))


def metadata_folder(part: Part) -> str:
    """How the folder is called that tells of a package, in small letters."""
    return f"{re.sub(r'[-_.]+', '_', part.name)}-{part.version}.dist-info".lower()


def libraries(bundle: Path) -> list[Path]:
    """Every shared library inside, whoever made it; links to one are left out."""
    return sorted(f for f in bundle.rglob("*") if LIBRARY.search(f.name) and is_file(f))


def is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def system_libraries(bundle: Path) -> list[str]:
    """The names of the shared libraries that come from the system: those beside the packages."""
    inner = bundle / "_internal"
    names = {file.name for file in inner.glob("*") if LIBRARY.search(file.name)}
    return sorted(
        n for n in names if not (PYTHONS.search(n) or QTS.search(n) or of_wheel(inner, n))
    )


def of_wheel(inner: Path, name: str) -> bool:
    """Whether a package's own folder has the library too; PyInstaller links to such files."""
    return (inner / name).is_symlink() and "/" in str((inner / name).readlink())


def debian_part(library: str) -> Part | None:
    """The Debian package that a library is of, with its notices; None where there is none."""
    if not shutil.which("dpkg-query"):
        return None
    found = _output("dpkg-query", "--search", f"*/{library}")
    package = found.split(":")[0]
    if not package:
        return None
    version = _output("dpkg-query", "--show", "--showformat=${Version}", package)
    notice = Path("/usr/share/doc") / package / "copyright"
    text = notice.read_text(encoding="utf-8", errors="replace").strip().expandtabs()
    return Part(package, version, "", (text,))


def debian_parts(bundle: Path) -> tuple[Part, ...]:
    """Every Debian package that the bundle holds a library of; raises where one is of none."""
    found: dict[str, Part] = {}
    for library in system_libraries(bundle):
        part = debian_part(library)
        if part is None and sys.platform == "linux":
            raise SystemExit(f"inside: {library} is in the bundle, and of no package known here")
        if part:
            found[part.name] = part
    return tuple(found[name] for name in sorted(found))


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip().splitlines()[0] if done.returncode == 0 else ""
