"""Where the app's own files are: beside the code when installed, above it in a clone."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder with packs, themes, fonts, icons, help and templates."""
    installed = _HERE / "resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


def comes_with_the_app(pack: Path) -> bool:
    """Whether a pack is one of those that are installed with the app."""
    try:
        return pack.resolve().parent == (resources() / "packs").resolve()
    except (OSError, RuntimeError):  # a link that leads back to itself
        return False


def packs_of_ours() -> tuple[Path, ...]:
    """The folders of all packs that are installed with the app."""
    return tuple(sorted(path for path in (resources() / "packs").iterdir() if path.is_dir()))


def bundled_pack() -> Path:
    """The folder of the pack that comes with the app."""
    return resources() / "packs" / "lung-brain-metastases"


def example_pack() -> Path:
    """The folder of the small pack that comes with the app as an example."""
    return resources() / "packs" / "weight-management"


def sample_seminar(pack: str) -> Path | None:
    """The sample that comes with the app for a pack, by the pack's id; None where there is none."""
    found = {path.stem: path for path in (resources() / "seminars").glob("*.nxseminar")}
    return found.get(pack)
