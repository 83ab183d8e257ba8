# shellcheck shell=bash
# How a test of the packages says what it has found. Sourced by package_test.sh and
# windows/test_installer.sh, which end with `failed` as their status.
# shellcheck disable=SC2034 # used by whoever sources it

failed=0

said() { # what, then a command that is true if it is so
    local what=$1
    shift
    if "$@"; then
        echo "  ok    $what"
    else
        echo "  WRONG $what"
        failed=1
    fi
}

not() { ! "$@"; }
