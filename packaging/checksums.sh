#!/usr/bin/env bash
# Writes SHA256SUMS over the files of a folder, in the order of their names.
#
# usage: packaging/checksums.sh dist
# check: cd dist && sha256sum --check SHA256SUMS     (macOS: shasum -a 256 --check SHA256SUMS)
set -euo pipefail
cd "${1:?usage: packaging/checksums.sh FOLDER}"

sums() { # of the files named
    if command -v sha256sum >/dev/null; then
        sha256sum -- "$@"
    else
        shasum -a 256 -- "$@"
    fi
}

rm -f SHA256SUMS
shopt -s nullglob
files=()
for file in *; do
    [ ! -f "$file" ] || files+=("$file")
done
[ ${#files[@]} -gt 0 ] || { echo "checksums: $1 holds no file" >&2 && exit 1; }
result=$(LC_ALL=C sums "${files[@]}")
printf '%s\n' "$result" >SHA256SUMS
