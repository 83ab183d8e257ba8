#!/usr/bin/env bash
# Makes dist/nanoexplorer_VERSION_amd64.deb of the bundle, with dpkg-deb alone.
#
# usage: packaging/build_deb.sh [VERSION]   (another version than the app's: for the upgrade's test)
# DEB names another file, DEB_LEVEL a quicker compression.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/building.sh
source packaging/building.sh
want_bundle

deb_version=${1:-$version}
architecture=$(dpkg --print-architecture)
tree=build/deb
readonly home=usr/lib/nanoexplorer

stage() {
    rm -rf "$tree"
    mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/share/doc/nanoexplorer"
    cp -a "$bundle" "$tree/$home"
    rm -f "$tree/$home"/{LICENSE,THIRD-PARTY-NOTICES}.txt # copyright, in share/doc, names them
    ln -s ../lib/nanoexplorer/nanoexplorer "$tree/usr/bin/nanoexplorer"
    QT_QPA_PLATFORM=offscreen "$python" -B packaging/linux/stage.py "$tree/usr"
    packaging/linux/debian_copyright.sh >"$tree/usr/share/doc/nanoexplorer/copyright"
    debian_changelog | gzip -9n >"$tree/usr/share/doc/nanoexplorer/changelog.gz"
    install -Dm644 packaging/linux/lintian-overrides "$tree/usr/share/lintian/overrides/nanoexplorer"
}

debian_changelog() {
    echo "nanoexplorer ($deb_version) stable; urgency=low"
    printf '\n  * See CHANGELOG.md of the project.\n\n'
    echo " -- $maintainer  $(date -R -d "@$SOURCE_DATE_EPOCH")"
}

# --- what it depends on -----------------------------------------------------

libraries() { # what has to find its libraries for the app to start
    find "$tree/$home" -type f \( -name '*.so*' -o -name nanoexplorer \) \
        ! -path '*/printsupport/*' # CUPS is only recommended
}

private_folders() { # where libraries of the bundle find each other
    find "$tree/$home" -type f -name '*.so*' -printf '-l%h\n' | sort -u
}

depends() { # asked of the libraries themselves
    local scratch folders files
    scratch=$(mktemp -d)
    mkdir "$scratch/debian"
    printf 'Source: nanoexplorer\n\nPackage: nanoexplorer\nArchitecture: any\n' >"$scratch/debian/control"
    mapfile -t folders < <(private_folders | sed "s|^-l|-l$PWD/|")
    mapfile -t files < <(libraries | sed "s|^|-e$PWD/|" | sort)
    (cd "$scratch" && dpkg-shlibdeps -O --warnings=0 "${folders[@]}" "${files[@]}") |
        sed -n 's/^shlibs:Depends=//p'
    rm -rf "$scratch"
}

# --- the package -------------------------------------------------------------

readonly maintainer="The nanoexplorer developers <developers@nanoexplorer.invalid>"

control() {
    cat <<EOF
Package: nanoexplorer
Version: $deb_version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du --apparent-size -sk "$tree/usr" | cut -f1)
Depends: $(depends)
Recommends: libcups2, shared-mime-info, xdg-utils
Section: education
Priority: optional
Description: educational explorer of evidence on nanocarriers
 Shows what published reviews report about nanocarriers and other treatment
 strategies for brain metastases of lung cancer, for seminars and self-study:
 for which tumour profile a source names a strategy, how far it has come, and
 from which section and reference each claim is taken.
 .
 Educational only, not for clinical use. It uses no network.
EOF
}

pack() {
    (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
    control >"$tree/DEBIAN/control"
    chmod -R u+rwX,go+rX,go-w "$tree"
    same_times "$tree"
    mkdir -p dist
    # One thread: more would cut the data elsewhere, and give other bytes.
    dpkg-deb --root-owner-group -Zxz "-z${DEB_LEVEL:-9}" --threads-max=1 --build "$tree" "$deb" >/dev/null
}

deb=${DEB:-dist/nanoexplorer_${deb_version}_$architecture.deb}
stage
pack
say "$deb: $(size_of "$deb")"
