# shellcheck shell=bash disable=SC2034 # used by whoever sources it
# What the build scripts share. Sourced from the root of the project.
#
# Everything that gets into a file comes from the commit: its time, a fixed seed for hashes, names in
# one order. Two builds of one commit are the same to the byte.

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' nanoexplorer/__init__.py)
python=$PWD/.venv-bundle/bin/python
bundle=build/bundle/nanoexplorer

commit_time() { # of an unpacked sdist, which has no commits: that of its files
    git log -1 --format=%ct 2>/dev/null || stat -c %Y pyproject.toml
}

export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(commit_time)}
export PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
umask 022

say() { printf 'package: %s\n' "$*"; }

stop() {
    printf 'package: %s\n' "$*" >&2
    exit 1
}

want_bundle() { [ -x "$bundle/nanoexplorer" ] || stop "there is no $bundle; packaging/build_bundle.sh makes it"; }

same_times() { # gives every file and folder of a tree the time of the commit
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

size_of() { numfmt --to=iec-i --suffix=B --format=%.1f "$(stat -c %s "$1")"; }
