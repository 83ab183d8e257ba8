#!/usr/bin/env bash
# Sets this folder up for `run`, `dev` or `export-test`: Python environment, locked packages,
# nanoexplorer itself, Qt's system libraries. For `bundle`: an environment of its
# own with what goes into the bundle and what makes it, and nothing else. Safe to
# call again: what is there is left alone, and without anything to do it needs no
# network.
#
# usage: packaging/set_up.sh run|dev|export-test|bundle
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly kind=${1:-}
readonly root=$PWD
case $kind in
bundle) readonly venv=.venv-bundle ;;
*) readonly venv=.venv ;;
esac
readonly locks=packaging/locks
readonly stamps=$venv/set-up # copies of what was installed, to compare with

# shellcheck source=packaging/system_packages.sh
source packaging/system_packages.sh
# shellcheck source=packaging/qt_libraries.sh
source packaging/qt_libraries.sh

say() { printf 'set-up: %s\n' "$*"; }

stop() { # what is wrong, then lines to copy
    printf 'set-up: %s\n' "$1" >&2
    [ $# = 1 ] || printf '    %s\n' "${@:2}" >&2
    exit 1
}

# --- Python -----------------------------------------------------------------

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

makes_venvs() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

candidates() { # $PYTHON alone if it is set
    if [ -n "${PYTHON:-}" ]; then
        echo "$PYTHON"
    elif [ "$kind" = bundle ]; then # the system's: others bring paths of this machine along
        printf '%s\n' /usr/bin/python3 python3
    else
        printf '%s\n' python3 python3.13 python3.12 python3.11 /usr/bin/python3
    fi
}

first_python() { # the first candidate that passes every test named
    local candidate test
    for candidate in $(candidates); do
        for test in "$@"; do
            "$test" "$candidate" || continue 2
        done
        echo "$candidate"
        return
    done
    return 1
}

venv_package() { # Debian splits ensurepip off: python3.11-venv for Python 3.11
    "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

get_python() {
    local python
    if python=$(first_python is_recent); then
        install_packages "Python's venv module" "$(venv_package "$python")"
    else
        [ -z "${PYTHON:-}" ] || stop "$PYTHON is not Python 3.11 or newer."
        install_packages "Python 3.11 or newer" python3 python3-venv
    fi
    first_python is_recent makes_venvs >/dev/null ||
        stop "Python 3.11 or newer with venv and ensurepip is wanted; PYTHON=/path/to/python names one."
}

# --- the environment --------------------------------------------------------

venv_works() { # not after the folder was moved or Python was removed
    [ "$(cat "$stamps/root" 2>/dev/null)" = "$root" ] &&
        is_recent "$venv/bin/python" && "$venv/bin/python" -c 'import pip' 2>/dev/null
}

make_venv() {
    local python
    first_python is_recent makes_venvs >/dev/null || get_python
    python=$(first_python is_recent makes_venvs)
    say "making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    mkdir -p "$stamps"
    echo "$root" >"$stamps/root"
}

pip_install() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@"
}

get_python_library() { # Debian has it in a package of its own, and the bundle wants it
    case $("$venv/bin/python" -c 'import sys; print(sys.base_prefix)') in
    /usr) has dpkg-query || return 0 ;;
    *) return 0 ;;
    esac
    local package
    package=lib$("$venv/bin/python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    dpkg-query --show "$package" >/dev/null 2>&1 || install_packages "Python as a library" "$package"
}

lock_is_installed() { cmp -s "$locks/$kind.txt" "$stamps/$kind.txt"; }

install_lock() {
    say "installing the packages of $locks/$kind.txt (hashes checked)"
    rm -f "$stamps/run.txt" "$stamps/dev.txt" "$stamps/export-test.txt"
    # First the build tools: nanoexplorer, and a package without a wheel for this
    # system, are built with these, not with whatever an isolated build downloads.
    pip_install --require-hashes --only-binary :all: -r "$locks/build.txt"
    pip_install --require-hashes --no-build-isolation --use-pep517 -r "$locks/$kind.txt"
    stamp_lock "$kind"
    case $kind in # each holds all of those before it
    export-test) stamp_lock dev && stamp_lock run ;;
    dev) stamp_lock run ;;
    esac
}

stamp_lock() { cp "$locks/$1.txt" "$stamps/$1.txt"; }

project_facts() { cat pyproject.toml nanoexplorer/__init__.py; }

project_is_installed() {
    [ -x "$venv/bin/nanoexplorer" ] && project_facts | cmp -s - "$stamps/project"
}

install_project() {
    say "installing nanoexplorer from this folder"
    pip_install --no-deps --no-build-isolation --editable .
    project_facts >"$stamps/project"
}

# --- all of it --------------------------------------------------------------

main() {
    case $kind in
    run | dev | export-test | bundle) ;;
    *) stop "usage: packaging/set_up.sh run|dev|export-test|bundle" ;;
    esac
    venv_works || make_venv
    lock_is_installed || install_lock
    project_is_installed || install_project
    get_qt_libraries
    [ "$kind" != bundle ] || get_python_library
}

main
