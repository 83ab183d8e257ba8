#!/usr/bin/env bash
# Makes the wheel and the sdist in dist/, with the build tools of the lock.
#
# usage: packaging/build_wheel.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
packaging/set_up.sh bundle
# shellcheck source=packaging/building.sh
source packaging/building.sh

mkdir -p dist
"$python" -m hatchling build --target wheel --target sdist --directory dist >/dev/null
for file in dist/nanoexplorer-"$version"*.{whl,tar.gz}; do
    say "$file: $(size_of "$file")"
done
