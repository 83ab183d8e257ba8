#!/usr/bin/env bash
# `make listen`: starts the app on a screen that nobody sees, in a session of its own, and
# reads its tree over AT-SPI. usage: tests/listen/listen.sh PYTHON
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

listen() { # python, what is on show
    local home status=0
    home=$(mktemp -d)
    HOME=$home PYTHONPATH=$PWD QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \
        "$1" tests/listen/app.py "$home" "$2" 2>"$home/said" &
    local app=$!
    /usr/bin/python3 tests/listen/reader.py "$2" || status=1
    kill "$app" 2>/dev/null || true
    wait "$app" 2>/dev/null || true
    rm -rf "$home"
    return "$status"
}

if [ "${2:-}" = inside ]; then
    /usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null &
    bus=$!
    status=0
    listen "$1" window || status=1
    listen "$1" seminar || status=1
    kill "$bus" 2>/dev/null || true
    exit "$status"
fi
exec dbus-run-session -- xvfb-run -a -s "-screen 0 1440x900x24" "${BASH_SOURCE[0]}" "$1" inside 2>&1
