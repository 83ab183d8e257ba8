#!/usr/bin/env bash
# Installs what `make package` made on a machine with nothing on it, uses it, upgrades it, removes
# it, and shows that nothing is left. Wants root, debootstrap, Xvfb, xdotool and file; writes to build/ and
# to the user's cache alone. Every line says ok or WRONG; the last one says which it was.
# shellcheck disable=SC2317 # functions are called by way of `said`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/building.sh
source packaging/building.sh
# shellcheck source=packaging/bare_root.sh
source packaging/bare_root.sh

[ "$(id -u)" = 0 ] || stop "the package test has to be root: it installs into a Debian of its own"
for tool in debootstrap Xvfb xdotool file; do
    command -v "$tool" >/dev/null || stop "the package test wants $tool"
done

readonly work=$PWD/build/package-test
readonly root=$work/root
deb=dist/nanoexplorer_${version}_$(dpkg --print-architecture).deb
tarball=$(echo dist/nanoexplorer-"$version"-linux-*.tar.xz)
wheel=$(echo dist/nanoexplorer-"$version"-*.whl)
readonly deb tarball wheel
readonly MOST_PACKED=$((80 << 20)) MOST_UNPACKED=$((285 << 10)) # bytes, KiB
readonly homes=/home
readonly home="$homes/Zoë Müller 例" # of an ordinary user
readonly config="$home/.config/nanoexplorer"

# shellcheck source=packaging/checks.sh
source packaging/checks.sh
# shellcheck source=packaging/frozen_app.sh
source packaging/frozen_app.sh

is_there() { [ -e "$root$1" ]; }

# --- the parts ------------------------------------------------------------------

files_of() { # everything outside of what apt and dpkg keep for themselves
    find "$root" -xdev \( -path "$root/proc" -o -path "$root/tmp" -o -path "$root/home" \
        -o -path "$root/dev" -o -path "$root/var/lib/apt" -o -path "$root/var/cache" \
        -o -path "$root/var/lib/dpkg" -o -path "$root/var/log" \) -prune -o -printf '/%P\n' | sort
}

install_deb() { # file: with what it declares, and nothing that it recommends
    local here=/dev/shm/nanoexplorer.deb # where it leaves nothing behind
    cp "$1" "$root$here"
    as_root_in "$root" apt-get -qq install -y --no-install-recommends "$here" \
        >"$work/apt" 2>&1 || { tail -n 20 "$work/apt" && return 1; }
}

prepare() {
    echo "a bare Debian 12"
    [ ! -d "$root" ] || leave_root "$root"
    rm -rf "$work"
    mkdir -p "$work"
    trap 'kill "${xvfb:-}" 2>/dev/null || true; leave_root "$root"' EXIT
    unpack_root "$root"
    start_display
    share_display "$root"
    mkdir -p "$root$home"
    chown 1000:1000 "$root$home"
    as_root_in "$root" apt-get -qq update >/dev/null 2>&1 || stop "apt-get update failed in the bare root"
    said "no Python" not is_there /usr/bin/python3
    said "no library of Qt's needs" not is_there /usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0
}

sizes() {
    echo "sizes"
    local packed unpacked
    packed=$(stat -c %s "$deb")
    unpacked=$(dpkg-deb --field "$deb" Installed-Size)
    said ".deb: $(size_of "$deb") (goal 80 MiB)" [ "$packed" -le "$MOST_PACKED" ]
    said "unpacked: $((unpacked >> 10)) MiB (goal 285 MiB)" [ "$unpacked" -le "$MOST_UNPACKED" ]
    echo "        .tar.xz: $(size_of "$tarball"), wheel: $(size_of "$wheel")"
}

deb_for_the_first_time() {
    echo "the .deb, of an older version first"
    DEB=$work/older.deb DEB_LEVEL=0 packaging/build_deb.sh 0.0.1 >/dev/null
    said "the older version is installed" install_deb "$work/older.deb"
    files_of >"$work/installed"
    mkdir -p "$root$config"
    make_seminar
    "$python" -B - "$root$config/settings.json" <<'EOF'
import sys
from pathlib import Path

from nanoexplorer.ui.base.settings import SettingsFile, gate_mark

SettingsFile(Path(sys.argv[1])).change(gate=gate_mark(), zoom=150, theme="dark")
EOF
    chown -R 1000:1000 "$root$home"
}

deb_upgraded() {
    echo "the .deb, upgraded to this version"
    said "it is installed" install_deb "$deb"
    echo "        $(as_root_in "$root" dpkg-query --show | wc -l) packages in all"
    said "still no Python" not is_there /usr/bin/python3
    said "settings are kept" grep -q '"zoom": 150' "$root$config/settings.json"
    said "a seminar file is kept" same_seminar
    said "it says its version" quietly nanoexplorer --version
    said "the example pack is there, and valid" quietly nanoexplorer check \
        /usr/lib/nanoexplorer/_internal/nanoexplorer/resources/packs/weight-management
    said "it passes its own test, offscreen" smoke nanoexplorer
    said "the window opens, takes the settings, closes" window_opens nanoexplorer deb.png
    said "settings are kept by the window" grep -q '"zoom": 150' "$root$config/settings.json"
    exports_every_kind nanoexplorer
    seminars nanoexplorer
    hindered nanoexplorer
    said "it writes nowhere but at home" diff <(files_of) <(sort "$work/installed")
}

on_a_desktop() { # with what desktops bring: gio opens a file as GNOME and others do
    echo "the .deb, on a desktop"
    as_root_in "$root" apt-get -qq install -y --no-install-recommends \
        desktop-file-utils libglib2.0-bin shared-mime-info >"$work/apt" 2>&1 ||
        { tail -n 5 "$work/apt" && failed=1; }
    said "a seminar file has its type" has_its_type "$seminar" seminar
    said "a pack file is made" quietly nanoexplorer pack bundle \
        /usr/lib/nanoexplorer/_internal/nanoexplorer/resources/packs/weight-management "$pack"
    said "a pack file has its type" has_its_type "$pack" pack
    said "a double click opens it" opens_seminar gio open
    said "… it closes, and lets go of it" leaves
}

deb_purged() {
    echo "the .deb, purged"
    as_root_in "$root" apt-get -qq purge -y nanoexplorer >"$work/apt" 2>&1
    said "nothing is left of it" nothing_left
    said "what is the user's is left" same_seminar
    said "settings too" grep -q '"zoom": 150' "$root$config/settings.json"
}

older_system() { # program: where `getconf` tells of another C library
    local tools="$home/older/bin"
    mkdir -p "$root$tools"
    printf '#!/bin/sh\necho glibc 2.31\n' >"$root$tools/getconf"
    chmod 755 "$root$tools/getconf"
    said "too old a C library: one line" \
        refuses "has glibc 2.31; glibc .* or newer is wanted" PATH="$tools:/usr/bin:/bin" "$1"
}

nothing_left() {
    ! find "$root/usr" "$root/etc" "$root/opt" "$root/var" -xdev -iname '*nanoexplorer*' | grep . &&
        ! as_root_in "$root" dpkg-query --show nanoexplorer 2>/dev/null
}

tar_xz() {
    echo "the .tar.xz, for an ordinary user, in a folder that is read-only"
    local place="$root/mnt/Программы und mehr" program
    # Left from the .deb: what an ordinary desktop has. What the archive brings itself goes.
    as_root_in "$root" apt-get -qq purge -y libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
        libxcb-keysyms1 libxcb-render-util0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0 \
        libxkbcommon0 >"$work/apt" 2>&1 || { tail -n 5 "$work/apt" && failed=1; }
    mkdir -p "$place"
    tar --extract --xz --directory "$place" --file "$tarball"
    mount --bind -o ro "$place" "$place"
    mount -o remount,bind,ro "$place"
    program="${place#"$root"}/nanoexplorer-$version/nanoexplorer"
    said "the folder is read-only" not touch "$place/x" 2>/dev/null
    said "it passes its own test, offscreen" smoke "$program"
    said "the window opens, and closes" window_opens "$program" tar.png
    exports_every_kind "$program"
    seminars "$program"
    older_system "$program"
    umount "$place"
    rm -rf "$place"
    said "with the folder gone, nothing is left but the user's own" nothing_left
}

a_wheel() {
    echo "the wheel, in a fresh environment"
    local venv=$work/venv
    /usr/bin/python3 -m venv "$venv"
    local pip=("$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input)
    "${pip[@]}" --require-hashes --only-binary :all: -r packaging/locks/build.txt
    "${pip[@]}" --require-hashes --no-build-isolation --use-pep517 -r packaging/locks/run.txt
    "${pip[@]}" --no-deps --no-index "$wheel"
    (cd / && QT_QPA_PLATFORM=offscreen "$venv/bin/nanoexplorer" --smoke) >"$work/out" 2>"$work/err" || true
    said "it passes its own test" grep -q "^nanoexplorer $version, pack" "$work/out"
    said "without a word on stderr" not grep . "$work/err"
}

times() {
    echo "times of the frozen app, offscreen"
    [ -x build/probe/start/start ] || packaging/build_bundle.sh --probe >/dev/null
    "$python" -B packaging/start_times.py build/probe || failed=1
}

others() {
    PYTHON=$python packaging/windows/test_installer.sh || failed=1
    echo "no network, ever"
    "$python" -B packaging/no_network_test.py "$bundle/nanoexplorer" || failed=1
}

main() {
    prepare
    sizes
    deb_for_the_first_time
    deb_upgraded
    on_a_desktop
    deb_purged
    tar_xz
    a_wheel
    times
    others
    if [ "$failed" = 0 ]; then echo "package test: all ok"; else echo "package test: WRONG"; fi
    return "$failed"
}

main
