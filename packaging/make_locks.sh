#!/usr/bin/env bash
# Makes the lock files anew: exact versions with the hashes of every wheel, for
# Linux, Windows and macOS and every supported Python. Needs the network.
# Called by `make lock`.
set -euo pipefail
cd "$(dirname "$0")/.."

locks=packaging/locks
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

compile() { # name of the lock, then what to lock and further options
    local name=$1
    shift
    echo "lock: $locks/$name.txt"
    "$tools/bin/uv" --quiet pip compile "$@" \
        --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-header --no-annotate --no-emit-index-url --output-file "$tools/$name.txt"
    {
        echo "# Made by \`make lock\` from pyproject.toml; not for editing by hand."
        cat "$tools/$name.txt"
    } >"$locks/$name.txt"
}

build_tools() { # the extra `build` by itself, without the app's dependencies
    "$tools/bin/python" -c 'import tomllib
with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["project"]["optional-dependencies"]["build"], sep="\n")'
}

main() {
    "${PYTHON:-python3}" -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
    mkdir -p "$locks"
    build_tools >"$tools/build.in"
    compile dev pyproject.toml --extra dev
    # The smaller locks take their versions from the largest, so that an
    # environment made for `dev` also serves `run`.
    compile run pyproject.toml --extra build --constraint "$locks/dev.txt"
    compile export-test pyproject.toml --extra export-test --constraint "$locks/dev.txt"
    compile bundle pyproject.toml --extra bundle --constraint "$locks/dev.txt"
    compile build "$tools/build.in" --constraint "$locks/dev.txt"
}

main
