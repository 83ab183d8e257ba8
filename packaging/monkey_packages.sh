#!/usr/bin/env bash
# Installs what `make monkey` needs beside the app, or says which: a screen of X that
# nobody sees, a window manager, and what types and clicks. Safe to call again.
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

if ! has Xvfb || ! has xdotool || ! has openbox; then
    install_packages "a screen, a window manager and hands for it" xvfb xdotool openbox
fi
