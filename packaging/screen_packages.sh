#!/usr/bin/env bash
# Installs what `make monkey`, `make listen` or `make export-test` needs beside the app, or
# says which: a screen of X that nobody sees, and what types and clicks there, or reads it
# out; a browser. For `make test`, which can do without keyboard layouts, only where it
# may. Safe to call again.
#
# usage: packaging/screen_packages.sh test|monkey|listen|export-test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=packaging/system_packages.sh
source packaging/system_packages.sh

say() { printf 'set-up: %s\n' "$*"; }

stop() { # what is wrong, then lines to copy
    printf 'set-up: %s\n' "$1" >&2
    [ $# = 1 ] || printf '    %s\n' "${@:2}" >&2
    exit 1
}

can_listen() {
    has xvfb-run && has xauth && has dbus-run-session && [ -x /usr/libexec/at-spi-bus-launcher ] &&
        /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null
}

can_type() { has Xvfb && has xdotool && has openbox && has setxkbmap; }

case ${1:-} in
test)
    if can_type || ! has apt-get; then
        :
    elif may_be_root; then
        install_packages "a screen and keyboard layouts" \
            xvfb xdotool openbox x11-xkb-utils xkb-data ||
            say "no keyboard layouts: their tests are skipped"
    else
        say "without xvfb, xdotool, openbox and x11-xkb-utils the tests of keyboard layouts are skipped"
    fi
    ;;
monkey)
    if ! has Xvfb || ! has xdotool || ! has openbox; then
        install_packages "a screen, a window manager and hands for it" xvfb xdotool openbox
    fi
    ;;
listen)
    can_listen || install_packages "a screen and ears for it" \
        xvfb xauth dbus at-spi2-core python3 python3-gi gir1.2-atspi-2.0
    ;;
export-test)
    has "${CHROMIUM:-chromium}" || install_packages "a browser, which CHROMIUM names elsewhere" chromium
    ;;
*) stop "usage: packaging/screen_packages.sh test|monkey|listen|export-test" ;;
esac
