# shellcheck shell=bash
# Installing Debian packages, or saying which. Sourced by set_up.sh, whose
# `say` and `stop` it uses.

has() { command -v "$1" >/dev/null 2>&1; }

as_root() { # runs a command as root, or fails
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_be_root() { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }

apt_name() { # Debian 13 and Ubuntu 24.04 call some libraries …t64
    if apt-cache show "$1t64" >/dev/null 2>&1; then
        echo "$1t64"
    else
        echo "$1"
    fi
}

apt_names() {
    local package
    for package in "$@"; do
        apt_name "$package"
    done | sort -u | paste -s -d ' ' -
}

install_packages() { # what for, then Debian package names
    local purpose=$1
    shift
    has apt-get || stop "missing: $purpose; install it with this system's package manager."
    may_be_root || stop "missing: $purpose. Run this line once, then try again:" \
        "sudo apt-get update && sudo apt-get install -y $(apt_names "$@")"
    say "fetching the list of system packages (apt-get update)"
    as_root apt-get -qq update || say "apt-get update failed; trying with the list that is there"
    say "installing $purpose: $(apt_names "$@")"
    # shellcheck disable=SC2046 # one word per package
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends $(apt_names "$@") >/dev/null
}
