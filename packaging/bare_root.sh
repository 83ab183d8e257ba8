# shellcheck shell=bash
# A bare Debian 12 in a folder, to install into: debootstrap's minbase, nothing else. Sourced by
# package_test.sh, whose `stop` it uses. It is made once and kept packed in the user's cache.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/nanoexplorer
packed=$cache/debian-12-$(dpkg --print-architecture).tar

make_packed_root() {
    local fresh
    fresh=$(mktemp -d)
    debootstrap --variant=minbase bookworm "$fresh/root" >"$fresh/log" 2>&1 ||
        { tail -n 20 "$fresh/log" >&2 && stop "debootstrap failed"; }
    mkdir -p "$cache"
    tar --create --directory "$fresh/root" --numeric-owner --file "$packed.new" .
    mv "$packed.new" "$packed"
    rm -rf "$fresh"
}

unpack_root() { # folder
    [ -f "$packed" ] || make_packed_root
    mkdir -p "$1"
    tar --extract --directory "$1" --numeric-owner --file "$packed"
    cp --dereference /etc/resolv.conf "$1/etc/resolv.conf"
    mount -t proc proc "$1/proc"
    mount -t tmpfs -o mode=1777 tmp "$1/tmp"
    mount -t tmpfs -o mode=1777 shm "$1/dev/shm"
}

share_display() { # folder: the X server of this system, under its usual name
    mkdir -p "$1/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
}

leave_root() { # folder
    local place
    for place in tmp/.X11-unix dev/shm tmp proc; do
        ! mountpoint -q "$1/$place" || umount --lazy "$1/$place"
    done
    ! grep -qs " $1/" /proc/mounts || stop "something is still mounted below $1"
    rm -rf --one-file-system "$1"
}

as_root_in() { # folder, command
    chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "${@:2}"
}

as_user_in() { # folder, home, command
    chroot --userspec=1000:1000 "$1" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="$2" "${@:3}"
}
