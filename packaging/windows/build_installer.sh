#!/usr/bin/env bash
# Compiles the installer for Windows from a bundle that was made on Windows; runs wherever there
# are makensis and Python. PYTHON names one with PySide6, which draws the icons; or ICONS names a
# folder where icons.py has drawn them.
#
# usage: packaging/windows/build_installer.sh BUNDLE OUT.exe
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
bundle=$(cd "${1:?usage: build_installer.sh BUNDLE OUT.exe}" && pwd)
out=$(realpath -m "${2:?usage: build_installer.sh BUNDLE OUT.exe}")
python=${PYTHON:-$root/.venv/bin/python}

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/nanoexplorer/__init__.py")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

[ -f "$bundle/nanoexplorer.exe" ] || { echo "installer: $bundle has no nanoexplorer.exe" >&2 && exit 1; }
[ -f "$bundle/LICENSE.txt" ] || cp "$root/LICENSE" "$bundle/LICENSE.txt"
icons=${ICONS:-$scratch}
[ -n "${ICONS:-}" ] || QT_QPA_PLATFORM=offscreen "$python" -B "$root/packaging/icons.py" "$icons"
"$python" -B "$here/list_files.py" "$bundle" "$scratch/install.nsh" "$scratch/remove.nsh"

target=() # a 64-bit installer where this makensis can make one
[ ! -d "${NSISDIR:-/usr/share/nsis}/Plugins/amd64-unicode" ] || target=(-DTARGET=amd64-unicode)
mkdir -p "$(dirname "$out")"
makensis -V2 -WX -INPUTCHARSET UTF8 "${target[@]}" \
    "-DVERSION=$version" "-DBUNDLE=$bundle" "-DICONS=$icons" "-DOUT=$out" \
    "-DFILES=$scratch/install.nsh" "-DREMOVE=$scratch/remove.nsh" "$here/nanoexplorer.nsi"
echo "$out"
