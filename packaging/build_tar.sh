#!/usr/bin/env bash
# Makes dist/nanoexplorer-VERSION-linux-x86_64.tar.xz of the bundle: runs where it is unpacked,
# without root. Desktops without any Qt program lack a few small libraries for X11; they are inside.
#
# usage: packaging/build_tar.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/building.sh
source packaging/building.sh
want_bundle

name=nanoexplorer-$version
out=dist/$name-linux-$(uname -m).tar.xz
tree=build/tar/$name
readonly portable=(
    libffi.so.8 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1
    libxcb-render-util.so.0 libxcb-util.so.1 libxcb-xkb.so.1 libxkbcommon-x11.so.0
    libxkbcommon.so.0
)

where() { # name of a library -> its file on this system
    ldconfig -p | awk -v name="$1" '$1 == name && /x86-64|aarch64/ && !found++ { print $NF }'
}

needed_glibc() { # the newest version that a library or program of the tree asks for
    find "$tree" -type f \( -name '*.so*' -o -name nanoexplorer \) -exec objdump -p {} + 2>/dev/null |
        sed -n 's/.* GLIBC_\([0-9.]*\)$/\1/p' | sort -uV | tail -n 1
}

put_launcher() { # before the program: it tells whoever has an older system
    local needed
    needed=$(needed_glibc)
    [ -n "$needed" ] || stop "no file of $tree says which glibc it wants"
    mv "$tree/nanoexplorer" "$tree/nanoexplorer.bin"
    sed "s/@GLIBC@/$needed/" packaging/linux/launcher.sh >"$tree/nanoexplorer"
    chmod 755 "$tree/nanoexplorer"
    say "glibc $needed or newer is wanted"
}

add_library() {
    local file
    file=$(where "$1")
    [ -n "$file" ] || stop "$1 is not on this system, and belongs into the archive"
    install -m644 "$(realpath "$file")" "$tree/_internal/$1"
}

rm -rf build/tar
mkdir -p build/tar dist
cp -a "$bundle" "$tree"
for library in "${portable[@]}"; do
    add_library "$library"
done
put_launcher
"$python" -B packaging/licences.py "$tree" # now with those of the libraries added
QT_QPA_PLATFORM=offscreen "$python" -B packaging/linux/stage.py "$tree"
same_times "$tree"
tar --create --directory build/tar --sort=name --owner=0 --group=0 --numeric-owner \
    --format=gnu "$name" | xz -9 --threads=1 >"$out"
say "$out: $(size_of "$out")"
