#!/usr/bin/env bash
# Installs, upgrades and removes with the installer for Windows, under 64-bit Wine without a
# display, over a made-up bundle. Looks at files and registry keys: exit codes say too little.
# Called by `make package-test`. This proves the installer; the app itself does not run in Wine.
# shellcheck disable=SC2317 # functions are called by way of `said`
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if ! command -v wine >/dev/null || ! command -v makensis >/dev/null; then
    echo "installer for Windows: not tested here (wine and makensis are wanted)"
    exit 0
fi

scratch=$(mktemp -d)
export WINEPREFIX=$scratch/wine WINEARCH=win64 WINEDEBUG=-all
unset DISPLAY WAYLAND_DISPLAY
trap 'wineserver -k 2>/dev/null; wineserver -w 2>/dev/null; rm -rf "$scratch"' EXIT

# shellcheck source=packaging/checks.sh
source "$here/../checks.sh"

# --- a made-up bundle, and an older one with a file more --------------------------------------

make_bundle() { # folder
    mkdir -p "$1/_internal/nanoexplorer/resources" "$1/_internal/Größe \$ & co"
    cp "$(stub)" "$1/nanoexplorer.exe"
    echo licence >"$1/LICENSE.txt"
    echo pack >"$1/_internal/nanoexplorer/resources/pack.toml"
    echo letters >"$1/_internal/Größe \$ & co/ß ö.txt"
    head -c 100000 /dev/urandom >"$1/_internal/base_library.zip"
}
stub() { # any program of Windows: the start of every installer will do
    find "${NSISDIR:-/usr/share/nsis}/Stubs" -name 'zlib-*-unicode' | sort | head -n 1
}

# --- what Windows has --------------------------------------------------------------------------

run() { wine "$@" >/dev/null 2>&1; wineserver -w; }
has_key() { wine reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | grep -qF -- "$3"; }
has_branch() { wine reg query "$1" >/dev/null 2>&1; }
same_files() { # every file of the bundle is there, unchanged
    (cd "$1" && find . -type f -exec cmp -s {} "$2/{}" \; -print | wc -l | grep -qx "$(find . -type f | wc -l)")
}
empty_or_gone() { [ ! -e "$1" ] || [ -z "$(ls -A "$1")" ]; }

echo "installer for Windows: compiling"
make_bundle "$scratch/new"
make_bundle "$scratch/old"
echo "of an older version" >"$scratch/old/_internal/only_in_the_old_one.txt"
setup=$scratch/nanoexplorer-new.exe
older=$scratch/nanoexplorer-old.exe
again=$scratch/nanoexplorer-again.exe
for pair in "new $setup" "old $older" "new $again"; do
    # shellcheck disable=SC2086 # two words
    set -- $pair
    "$here/build_installer.sh" "$scratch/$1" "$2" >"$scratch/log" 2>&1 ||
        { cat "$scratch/log" && exit 1; }
done
echo "  size  $(stat -c %s "$setup") bytes over a bundle of $(du -sb "$scratch/new" | cut -f1)"
said "the same files give the same installer" cmp -s "$setup" "$again"

wineboot --init >/dev/null 2>&1
wineserver -w
drive=$WINEPREFIX/drive_c
user=$drive/users/$(id -un)
programs=$user/AppData/Local/Programs/nanoexplorer
menu="AppData/Roaming/Microsoft/Windows/Start Menu/Programs/nanoexplorer.lnk"
key='Software\Microsoft\Windows\CurrentVersion\Uninstall\nanoexplorer'
kind='Software\Classes\nanoexplorer.seminar'
suffix='Software\Classes\.nxseminar'
pack_kind='Software\Classes\nanoexplorer.pack'
pack_suffix='Software\Classes\.nxpack'
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$here/../../nanoexplorer/__init__.py")

echo "installer for Windows: for one user, silently"
run "$older" /S
said "the older version is there" [ -f "$programs/_internal/only_in_the_old_one.txt" ]
mkdir -p "$user/AppData/Local/nanoexplorer" "$user/AppData/Roaming/nanoexplorer" "$user/Documents"
echo settings >"$user/AppData/Local/nanoexplorer/settings.json"
echo autosave >"$user/AppData/Roaming/nanoexplorer/autosave.nxseminar"
echo seminar >"$user/Documents/monday.nxseminar"
echo theirs >"$programs/notes of somebody.txt"
run "$setup" /S
said "every file is in place" same_files "$scratch/new" "$programs"
said "no file of the older version stays" [ ! -e "$programs/_internal/only_in_the_old_one.txt" ]
said "settings outlive the upgrade" [ -f "$user/AppData/Local/nanoexplorer/settings.json" ]
said "the start menu has it" [ -f "$user/$menu" ]
said "the list of programs has its version" has_key "HKCU\\$key" DisplayVersion "$version"
said "… how to remove it" has_key "HKCU\\$key" UninstallString 'uninstall.exe"'
said "… how to remove it silently" has_key "HKCU\\$key" QuietUninstallString 'uninstall.exe" /S'
said "the file type is known" has_key "HKCU\\$suffix" "" nanoexplorer.seminar
said "… it opens with the app" has_key "HKCU\\$kind\\shell\\open\\command" "" 'nanoexplorer.exe" "%1"'
said "… and has its icon" has_key "HKCU\\$kind\\DefaultIcon" "" seminar-file.ico
said "the icon is in place" [ -f "$programs/seminar-file.ico" ]
said "pack files open with the app, too" has_key "HKCU\\$pack_suffix" "" nanoexplorer.pack
said "… by their own command" has_key "HKCU\\$pack_kind\\shell\\open\\command" "" 'nanoexplorer.exe" "%1"'
said "… with an icon of theirs" [ -f "$programs/pack-file.ico" ]
said "nothing was written for everybody" not has_branch "HKLM\\$key"

echo "installer for Windows: while the program is open"
cp "$drive/windows/system32/cmd.exe" "$programs/nanoexplorer.exe" # one that waits for input
mkfifo "$scratch/input"
wine "$programs/nanoexplorer.exe" <"$scratch/input" >"$scratch/output" 2>/dev/null &
exec 7>"$scratch/input"
until [ -s "$scratch/output" ]; do sleep 0.1; done
wine "$setup" /S >/dev/null 2>&1
said "installing fails, and says so" [ $? = 2 ]
said "… and replaces nothing" cmp -s "$drive/windows/system32/cmd.exe" "$programs/nanoexplorer.exe"
own="C:\\users\\$(id -un)\\AppData\\Local\\Programs\\nanoexplorer"
wine "$programs/uninstall.exe" /S "_?=$own" >/dev/null 2>&1
said "removing fails, and says so" [ $? = 2 ]
said "… and removes nothing" [ -f "$programs/_internal/base_library.zip" ]
exec 7>&-
wineserver -w
run "$setup" /S
said "afterwards it can be installed" same_files "$scratch/new" "$programs"

echo "installer for Windows: removing it, silently"
run "$programs/uninstall.exe" /S
said "what somebody else put there stays" [ -f "$programs/notes of somebody.txt" ]
said "… and nothing else" [ "$(ls -A "$programs")" = "notes of somebody.txt" ]
said "the start menu has it no more" [ ! -e "$user/$menu" ]
for branch in "$key" "$kind" "$suffix" "$pack_kind" "$pack_suffix" 'Software\nanoexplorer'; do
    said "no registry key: $branch" not has_branch "HKCU\\$branch"
done
said "settings stay" [ -f "$user/AppData/Local/nanoexplorer/settings.json" ]
said "unsaved changes stay" [ -f "$user/AppData/Roaming/nanoexplorer/autosave.nxseminar" ]
said "seminar files stay" [ -f "$user/Documents/monday.nxseminar" ]

echo "installer for Windows: another folder, another owner of the file type, settings too"
other="$drive/Teaching tools/nano explorer"
# Wine would put one argument with spaces into quotes, which /D= must not have.
run "$setup" /S '/D=C:\Teaching' 'tools\nano' explorer
said "every file is in place" same_files "$scratch/new" "$other"
wine reg add "HKCU\\$suffix" /ve /d another.program /f >/dev/null 2>&1
run "$other/uninstall.exe" /S /RemoveSettings
said "the folder is gone" [ ! -e "$other" ]
said "the file type stays with the other program" has_key "HKCU\\$suffix" "" another.program
said "settings are gone" [ ! -e "$user/AppData/Local/nanoexplorer" ]
said "unsaved changes are gone" [ ! -e "$user/AppData/Roaming/nanoexplorer" ]
said "seminar files stay" [ -f "$user/Documents/monday.nxseminar" ]
wine reg delete "HKCU\\$suffix" /f >/dev/null 2>&1

echo "installer for Windows: for everybody, silently"
shared="$drive/Program Files/nanoexplorer"
run "$setup" /S /AllUsers
said "every file is in place" same_files "$scratch/new" "$shared"
said "the list of programs has it" has_key "HKLM\\$key" DisplayVersion "$version"
said "the file type is known" has_key "HKLM\\$suffix" "" nanoexplorer.seminar
said "everybody's start menu has it" [ -n "$(find "$drive/ProgramData" -name nanoexplorer.lnk)" ]
said "nothing was written for one user" not has_branch "HKCU\\$key"
run "$shared/uninstall.exe" /S
said "the folder is gone" empty_or_gone "$shared"
said "no registry key" not has_branch "HKLM\\$key"
said "everybody's start menu has it no more" [ -z "$(find "$drive/ProgramData" -name nanoexplorer.lnk)" ]

[ "$failed" = 0 ] && echo "installer for Windows: all as it should be (Wine; not tried on Windows)"
exit "$failed"
