# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # shared variables; called by `said`
# What the frozen app does with a person's files, and what it says where it can't: seminar files, a
# second copy, a full disk, no display. Sourced by package_test.sh, whose `root`, `home` and `work` it
# uses; it sets `xvfb`, which has to be ended.

readonly seminar="$home/Seminar/monday.nxseminar"
readonly pack="$home/Seminar/review.nxpack"
readonly stick="$home/Stick" # a disk with little room

# --- its words -------------------------------------------------------------------

user() { as_user_in "$root" "$home" "$@"; }

quietly() { # runs as the user; nothing on stderr: no missing module, no word from Qt
    user "$@" >"$work/out" 2>"$work/err" || { cat "$work/err" && return 1; }
    [ ! -s "$work/err" ] || { cat "$work/err" && return 1; }
}

refuses() { # what the line holds, then a command: status 2, and that one line
    local words=$1 status=0
    shift
    user "$@" >"$work/out" 2>"$work/err" || status=$?
    [ "$status,$(wc -l <"$work/err")" = 2,1 ] && grep -q -- "$words" "$work/err" && return
    echo "status $status"
    cat "$work/err"
    return 1
}

smoke() { # program
    quietly QT_QPA_PLATFORM=offscreen "$1" --smoke &&
        grep -q "^nanoexplorer $version, pack .*: [0-9]* views drawn$" "$work/out"
}

exports() { # program, name of a file, what `file` says of it, options
    quietly "$1" export "$home/$2" --egfr mutated --lesions 2 "${@:4}" &&
        file --brief "$root$home/$2" | tee -a "$work/files" | grep -q "$3"
}

exports_every_kind() { # program
    said "it makes a picture" exports "$1" view.png "PNG image data"
    said "it makes a drawing" exports "$1" view.svg "SVG"
    said "it makes a page, for screen readers too" exports_pages "$1" view.pdf
    said "it makes a handout, for screen readers too" exports_pages "$1" handout.pdf --handout
    said "it makes a slide" exports "$1" view.pptx "PowerPoint\|Zip\|OOXML"
    said "it makes a sheet" exports "$1" view.xlsx "Excel\|Zip\|OOXML"
    said "it makes a table" exports "$1" view.csv "text"
    said "it makes data" exports "$1" view.json "JSON\|text"
    said "it makes references, for either kind of list" exports_references "$1"
    said "it makes every other view" exports_views "$1"
}

exports_pages() { # program, name of a file, options; it lacks the mark where only the last try has set them
    exports "$1" "$2" "PDF document" "${@:3}" && grep -aq "<pdfuaid:part>1<" "$root$home/$2"
}

exports_references() { # program
    exports "$1" view.ris "text" && exports "$1" view.bib "text" &&
        grep -q "^TY  - " "$root$home/view.ris" && grep -q "^@" "$root$home/view.bib"
}

exports_views() { # program: figures are drawn by other libraries than lists are
    local view
    for view in evidence-map decision-map barrier-routes sources topics; do
        exports "$1" "$view.png" "PNG image data" --view "$view" || return 1
    done
}

# --- the window ----------------------------------------------------------------

start_display() { # sets DISPLAY
    # It stays as it is when its last window closes; else the next one might find it half made.
    Xvfb -displayfd 7 -screen 0 1440x900x24 -nolisten tcp -noreset 7>"$work/display" >/dev/null 2>&1 &
    xvfb=$!
    until [ -s "$work/display" ]; do sleep 0.1; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}

windows() { xdotool search --onlyvisible --name nanoexplorer 2>/dev/null | sort; }

open_window() { # name, then a command; sets app_NAME and window_NAME
    local name=$1 before until=$((SECONDS + 60)) id=
    shift
    before=$(windows)
    user DISPLAY="$DISPLAY" "$@" >"$work/out.$name" 2>"$work/err.$name" &
    declare -g "app_$name=$!"
    until id=$(comm -13 <(echo "$before") <(windows) | head -n 1) && [ -n "$id" ]; do
        [ "$SECONDS" -lt "$until" ] || { cat "$work/err.$name" && return 1; }
        sleep 0.2
    done
    declare -g "window_$name=$id"
    settle "$(xdotool getwindowpid "$id")"
}

close_window() { # name: by the keyboard; it ends well and has said nothing
    local app=app_$1 window=window_$1
    xdotool windowfocus --sync "${!window}" key ctrl+q
    wait "${!app}" || { cat "$work/err.$1" && return 1; }
    [ ! -s "$work/err.$1" ] || { cat "$work/err.$1" && return 1; }
}

picture() { ! command -v import >/dev/null || import -window root "$work/$1"; } # for people

window_opens() { # program, name of the picture, a file to open
    open_window one "$1" "${@:3}" && picture "$2" && close_window one
}

settle() { # until the program has used no more than a hundredth of a second in half a second
    local before now=-9
    until before=$now && now=$(ticks "$1") && [ $((now - before)) -le 1 ]; do
        sleep 0.5
    done
}
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat" 2>/dev/null || echo 0; }

# --- seminar files ---------------------------------------------------------------

lock=$root${seminar%/*}/.${seminar##*/}.lock # beside a seminar file that was read and is open

make_seminar() { # by the app's own writer, so that there is something to read
    mkdir -p "$root${seminar%/*}"
    "$python" -B - "$root$seminar" <<'EOF'
import sys
from pathlib import Path

from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

pack = load_pack(bundled_pack())
Path(sys.argv[1]).write_text(seminar_text(seminar_of(pack), pack), encoding="utf-8")
EOF
    cp "$root$seminar" "$work/monday.nxseminar"
}

has_its_type() { # file, kind: in the desktop's words, and which app opens it
    local type=application/x-nanoexplorer-$2
    quietly gio info --attributes standard::content-type "$1" &&
        grep -q "content-type: $type" "$work/out" &&
        quietly gio mime "$type" && grep -q "nanoexplorer.desktop" "$work/out"
}

leaves() { # the window that a desktop has started, which is nobody's child here
    local until=$((SECONDS + 30))
    xdotool windowfocus --sync "$window_one" key ctrl+q
    while [ -e "$lock" ]; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.2
    done
    [ ! -s "$work/err.one" ] || { cat "$work/err.one" && return 1; }
}

same_seminar() { cmp -s "$work/monday.nxseminar" "$root$seminar"; }

holder() { head -n 1 "$lock" 2>/dev/null || echo nobody; } # the process that has it open

opens_seminar() { # program, or what starts it: for it alone
    open_window one "$@" "$seminar" && picture seminar.png &&
        [ "$(holder)" = "$(xdotool getwindowpid "$window_one")" ]
}

second_copy() { # program: opens the same file, and leaves it to the first
    local before
    before=$(holder)
    open_window two "$1" "$seminar" && picture second.png && [ "$(holder)" = "$before" ] &&
        close_window two && [ "$(holder)" = "$before" ]
}

seminars() { # program
    said "a seminar file opens, and is held" opens_seminar "$1"
    said "a second copy opens it too, and leaves it to the first" second_copy "$1"
    said "the first one closes, and lets go of it" close_window one
    said "no lock stays" not is_there "${lock#"$root"}"
    said "the file is as it was" same_seminar
    printf '{"schema": "some other"}' >"$root$home/Seminar/strange.nxseminar"
    said "what is no seminar file stops nothing" \
        window_opens "$1" strange.png "$home/Seminar/strange.nxseminar"
}

# --- what it can't do --------------------------------------------------------------

keeps_old_file() { # program, suffix: a disk with room for a file, not for another
    local file=$stick/view.$2 right=0
    echo "of last week" >"$root$file"
    chmod a+rw "$root$file"
    refuses "the disk is full" "$1" export "$file" --egfr mutated &&
        grep -qx "of last week" "$root$file" &&
        [ "$(ls -A "$root$stick")" = "$(printf 'fill\nview.%s' "$2")" ] || right=1
    rm -f "$root$file"
    return "$right"
}

full_disk() { # program
    local suffix
    mkdir -p "$root$stick"
    mount -t tmpfs -o size=64k,mode=1777 stick "$root$stick"
    dd if=/dev/zero of="$root$stick/fill" bs=1k count=56 2>/dev/null
    for suffix in png svg pdf pptx xlsx csv json ris; do
        said "a full disk: one line, and the old .$suffix stays" keeps_old_file "$1" "$suffix"
    done
    umount "$root$stick"
}

without_library() { # name of a library of the system, then what to run without it
    local library=$root/usr/lib/x86_64-linux-gnu/$1 right=0
    mv "$library" "$work/"
    refuses "missing: $1\\. .*sudo apt install libxcb-cursor0$" "${@:2}" || right=1
    mv "$work/$1" "$library"
    return "$right"
}

hindered() { # program
    full_disk "$1"
    said "a library is missing: one line, with the package" \
        without_library libxcb-cursor.so.0 DISPLAY="$DISPLAY" "$1"
    said "no display: one line" refuses "display" "$1"
    said "no display, a seminar file: one line" refuses "display" "$1" "$seminar"
    said "a folder that isn't there: one line" refuses "nowhere" "$1" export /nowhere/view.png
}
