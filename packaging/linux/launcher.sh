#!/bin/sh
# Starts nanoexplorer from the folder that it was unpacked into. Where this system's C library is
# older than the one it was built with, says so in one line, and in a dialog where there is a
# display; the loader would say it in its own words and on stderr alone.
#
# Takes the name of the program, which stands beside it as nanoexplorer.bin; build_tar.sh fills in the version.
here=${0%/*}
[ -x "$here/nanoexplorer.bin" ] || here=$(dirname "$(readlink -f "$0")") # called by way of a link
needed=@GLIBC@ # such as 2.36

tell() {
    echo "$1" >&2
    [ -n "$DISPLAY$WAYLAND_DISPLAY" ] || return 0
    if command -v zenity; then
        zenity --error --no-markup --text "$1"
    elif command -v kdialog; then
        kdialog --error "$1"
    elif command -v xmessage; then
        echo "$1" | fold -s -w 70 | xmessage -center -file -
    fi >/dev/null 2>&1
}

glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) # such as "glibc 2.36"; nothing where it is another's
found=${glibc#glibc }
if [ -z "$glibc" ] || [ "${found%%.*}" -lt "${needed%%.*}" ] ||
    { [ "${found%%.*}" -eq "${needed%%.*}" ] && [ "${found#*.}" -lt "${needed#*.}" ]; }; then
    tell "nanoexplorer: this system has ${glibc:-no glibc}; glibc $needed or newer is wanted. Use a newer system, such as Debian 12 or Ubuntu 24.04, or install with pip, which takes what fits."
    exit 2
fi
exec "$here/nanoexplorer.bin" "$@"
