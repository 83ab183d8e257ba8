"""Prints what a bundle is made of as a CycloneDX bill of materials, JSON, version 1.6.

usage: sbom.py BUNDLE > nanoexplorer.cdx.json

The serial number follows from the contents, so that the same build has the same bill.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent))

import inside

from nanoexplorer import __version__
from nanoexplorer.ui.help.licences import Part

OURS = "MIT AND CC-BY-4.0 AND OFL-1.1"
SPDX = {
    "MIT": "MIT",
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "Apache-2.0": "Apache-2.0",
}
"""What packages write in place of an SPDX expression."""


def day() -> str:
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def licence(words: str) -> list[dict[str, Any]]:
    """An SPDX expression as such, other words as a name."""
    if not words:
        return []
    expression = SPDX.get(words, words)
    if "License" in expression or "," in expression:
        return [{"license": {"name": expression}}]
    return [{"expression": expression}]


def component(part: Part, kind: str) -> dict[str, Any]:
    name = part.name.lower().replace("_", "-") if kind == "pypi" else part.name
    purl = f"pkg:{kind}/{quote(name)}@{quote(part.version)}"
    found = {"type": "library", "bom-ref": purl, "name": part.name, "version": part.version}
    return found | {"licenses": licence(part.licence), "purl": purl}


def components(bundle: Path) -> list[dict[str, Any]]:
    python, *packages = inside.packages(bundle)
    found = [component(python, "generic"), *(component(part, "pypi") for part in packages)]
    found += [component(crate, "cargo") for crate in inside.crates(packages)]
    found += [component(part, "deb/debian") for part in inside.debian_parts(bundle)]
    return [drop_empty(entry) for entry in found]


def files(bundle: Path) -> Iterable[dict[str, Any]]:
    """The shared libraries, as they are inside: wheels bring more of them than packages tell."""
    for file in inside.libraries(bundle):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        name = file.relative_to(bundle).as_posix()
        yield {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": content}]}


def drop_empty(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value != []}


def app() -> dict[str, Any]:
    purl = f"pkg:generic/nanoexplorer@{__version__}"
    found = {"type": "application", "bom-ref": purl, "name": "nanoexplorer"}
    return found | {"version": __version__, "licenses": [{"expression": OURS}], "purl": purl}


def bill(bundle: Path) -> dict[str, Any]:
    parts = components(bundle)
    ours = app() | {"components": list(files(bundle))}
    named = [part["bom-ref"] for part in parts]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, " ".join((ours["purl"], day(), *named)))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": day(), "component": ours},
        "components": parts,
        "dependencies": list(dependencies(ours["bom-ref"], named)),
    }


def dependencies(ours: str, named: list[str]) -> Iterable[dict[str, Any]]:
    yield {"ref": ours, "dependsOn": named}
    yield from ({"ref": name} for name in named)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: sbom.py BUNDLE")
    json.dump(bill(Path(sys.argv[1])), sys.stdout, indent=1, ensure_ascii=False)
    print()
