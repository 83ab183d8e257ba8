#!/usr/bin/env bash
# Makes a disk image of the app that PyInstaller made on macOS. Only macOS has codesign and hdiutil:
# this was never run by whoever wrote it; the release workflow runs it (see README.md, Systems).
#
# The app is signed for no one ("ad hoc"): the first start wants a click on Open Anyway in System
# Settings, Privacy & Security. With a certificate, name it in SIGN_AS, then notarise the image.
#
# usage: packaging/macos/build_dmg.sh dist/nanoexplorer.app OUT.dmg
set -euo pipefail
app=${1:?usage: build_dmg.sh APP OUT.dmg}
out=${2:?usage: build_dmg.sh APP OUT.dmg}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

[ "$(uname -s)" = Darwin ] || { echo "dmg: only macOS can make one" >&2 && exit 1; }
[ -d "$app/Contents/MacOS" ] || { echo "dmg: $app is no app" >&2 && exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R "$app" "$scratch/nanoexplorer.app"
codesign --force --deep --sign "${SIGN_AS:--}" "$scratch/nanoexplorer.app"
codesign --verify --deep --strict "$scratch/nanoexplorer.app"
cp "$root/LICENSE" "$scratch/LICENSE.txt"
ln -s /Applications "$scratch/Applications"
rm -f "$out"
hdiutil create -volname nanoexplorer -srcfolder "$scratch" -fs HFS+ -format UDZO -ov "$out"
hdiutil verify "$out"
echo "$out"
