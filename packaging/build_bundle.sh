#!/usr/bin/env bash
# Makes build/bundle/nanoexplorer: the app with Python, Qt and the libraries, in one folder.
#
# usage: packaging/build_bundle.sh [--probe]
#   --probe: makes build/probe/{start,floor} instead, which measure a start (never shipped)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
packaging/set_up.sh bundle
# shellcheck source=packaging/building.sh
source packaging/building.sh

run_pyinstaller() { # folder for the result
    # Stored as they are: the package is compressed as a whole, which does twice as well.
    PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0 PYINSTALLER_CONFIG_DIR=$PWD/build/pyinstaller/cache \
        "$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$1" \
        --workpath build/pyinstaller/work packaging/nanoexplorer.spec
}

finish() { # folder: what PyInstaller leaves to do
    "$python" -B packaging/strip_libraries.py "$1"
    find "$1" -name '*.so*' -type f -exec chmod 644 {} + # it leaves some executable
    chmod -R u+rwX,go+rX,go-w "$1"
}

rm -rf build/pyinstaller/work
if [ "${1:-}" = --probe ]; then
    export NANOEXPLORER_PROBE=1
    run_pyinstaller build/probe
    finish build/probe/start
    finish build/probe/floor
else
    rm -rf "$bundle" build/probe # which would measure the bundle before
    run_pyinstaller build/bundle
    finish "$bundle"
    "$python" -B packaging/licences.py "$bundle"
    cp LICENSE "$bundle/LICENSE.txt"
    same_times "$bundle"
    say "$bundle: $(du --apparent-size -sm "$bundle" | cut -f1) MiB"
fi
