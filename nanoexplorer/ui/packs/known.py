"""What is remembered of each pack, and which packs are known here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

from nanoexplorer.formats.settings import MOST_PACKS, TEXT_LENGTH, KnownPack
from nanoexplorer.ui.base.settings import SettingsFile

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack


_Titled = tuple[tuple[Path, str], ...]
COPY: Final = "opened.pack"
"""The name, beside the settings, of the pack of somebody else as it was read when it was opened."""


class KnownPacks:
    """The pack that the app opens by itself stands in the settings as ever; others in a list."""

    def __init__(self, settings: SettingsFile, home: Path) -> None:
        self.settings, self._home = settings, home

    @property
    def copy(self) -> Path:
        """The file that keeps the pack that is open, where it is none of ours."""
        return self.settings.path.with_name(COPY)

    def of(self, path: Path) -> KnownPack:
        """What is remembered of the pack at a path; nothing of a new one."""
        now = self.settings.current
        if path == self._home:
            return KnownPack("", "", "", "", now.case_code, now.selection, now.only_dependent)
        found = (known for known in now.packs if known.path == str(path))
        return next(found, KnownPack(str(path)))

    def keep(self, path: Path, case_code: str, selection: str, only_dependent: str) -> None:
        """Remember where somebody was in a pack."""
        was = {"case_code": case_code, "selection": selection, "only_dependent": only_dependent}
        if path == self._home:
            self.settings.change(**was)
        else:
            self._put(self.of(path)._replace(**was))

    def open(self, path: Path, pack: Pack) -> None:
        """Remember that a pack is the one that is open, and that its gate was passed."""
        if path == self._home:
            self.settings.change(pack="")
            return
        if self._put(
            self.of(path)._replace(id=pack.id, title=pack.title[:200], gate=gate_mark_of(pack))
        ):
            self.settings.change(pack=str(path))

    def _put(self, known: KnownPack) -> bool:
        """Put a pack first; one with a path too long to be read again is not remembered."""
        if len(known.path) > TEXT_LENGTH:
            return False
        more = (other for other in self.settings.current.packs if other.path != known.path)
        self.settings.change(packs=(known, *more)[:MOST_PACKS])
        return True

    def with_mark(self, mark: str) -> tuple[Path, str] | None:
        """The path and title of a known pack by its mark in case codes; None for an unknown one."""
        from nanoexplorer.core.case_code import pack_mark

        found = ((path, title) for path, id_, title in self._all() if pack_mark(id_) == mark)
        return next(found, None)

    def with_id(self, id_: str, path: Path) -> tuple[Path, ...]:
        """The paths at which other packs of an id were opened, the last first."""
        found = (Path(known.path) for known in self.settings.current.packs if known.id == id_)
        return tuple(other for other in found if other != path)

    def others(self, id_: str, path: Path) -> tuple[_Titled, _Titled]:
        """Every other pack that is known here with its title: those of an id, and the rest."""
        versions: dict[Path, str] = {}
        rest: dict[Path, str] = {}
        for one, of, title in self._all():
            if one != path:
                (versions if of == id_ else rest)[one] = title
        return tuple(versions.items()), tuple(rest.items())

    def _all(self) -> Iterator[tuple[Path, str, str]]:
        from nanoexplorer.pack.folder import Folder
        from nanoexplorer.pack.manifest import read_manifest
        from nanoexplorer.places import packs_of_ours

        for folder in dict.fromkeys((self._home, *packs_of_ours())):
            manifest = read_manifest(Folder(folder), [])
            yield folder, manifest.id, manifest.title
        for known in self.settings.current.packs:
            yield Path(known.path), known.id, known.title


def gate_mark_of(pack: Pack) -> str:
    """Changes whenever what a pack says at its gate does."""
    said = "\n".join((pack.id, pack.title, pack.curators, pack.gate))
    return f"{crc32(said.encode()):08x}"
