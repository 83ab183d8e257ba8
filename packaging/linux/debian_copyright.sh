#!/usr/bin/env bash
# Prints the Debian package's copyright file: our own licences in full, and where those of the
# bundled parts stand.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

indented() { sed 's/^$/./; s/^/ /' "$1"; }

cat <<EOF
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: nanoexplorer
Comment: The notices and licences of Python, Qt and every library inside stand in
 /usr/lib/nanoexplorer/_internal/nanoexplorer/resources/licences/bundle.json,
 and in the app under Help, About.

Files: *
Copyright: The nanoexplorer developers
License: Expat

Files: usr/lib/nanoexplorer/_internal/nanoexplorer/resources/packs/*
Copyright: The nanoexplorer developers
License: CC-BY-4.0

Files: usr/lib/nanoexplorer/_internal/nanoexplorer/resources/fonts/*
Copyright: 2010-2018 Adobe
License: OFL-1.1

License: Expat
$(indented LICENSE)

License: CC-BY-4.0
$(indented resources/packs/lung-brain-metastases/LICENSE)
 .
$(indented resources/packs/weight-management/LICENSE)

License: OFL-1.1
$(indented resources/fonts/OFL.txt)
EOF
