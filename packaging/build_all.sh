#!/usr/bin/env bash
# Builds everything that this system can build into dist/, with the sums. Called by `make package`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -rf dist
packaging/build_bundle.sh
packaging/build_wheel.sh
packaging/build_tar.sh
! command -v dpkg-deb >/dev/null || packaging/build_deb.sh

# shellcheck source=packaging/building.sh
source packaging/building.sh
"$python" -B packaging/sbom.py "build/tar/nanoexplorer-$version" >"dist/nanoexplorer-$version-linux.cdx.json"
packaging/checksums.sh dist
cat dist/SHA256SUMS
