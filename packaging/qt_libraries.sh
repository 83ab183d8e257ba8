# shellcheck shell=bash
# Qt's system libraries: which are missing is asked of the installed wheel
# itself. Sourced by set_up.sh, whose `venv`, `say` and `has` it uses.
# shellcheck disable=SC2154

qt_files() { # what the app loads: the modules it imports, screen and offscreen
    local qt
    qt=$(echo "$venv"/lib/python3*/site-packages/PySide6)
    printf '%s\n' "$qt"/Qt{Core,Gui,Widgets,Svg,PrintSupport,Test}.abi3.so \
        "$qt"/Qt/plugins/platforms/libq{offscreen,xcb}.so \
        "$qt"/Qt/plugins/xcbglintegrations/libqxcb-*.so
}

missing_libraries() { # sonames, one a line
    # shellcheck disable=SC2046 # one word per file
    LC_ALL=C ldd $(qt_files) 2>/dev/null | awk '/=> not found/ && !/libQt6/ { print $1 }' | sort -u
}

debian_package() { # soname -> the package that brings it
    case $1 in
    libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
    libGL.so.1) echo libgl1 ;;
    libEGL.so.1) echo libegl1 ;;
    libdbus-1.so.3) echo libdbus-1-3 ;;
    libfontconfig.so.1) echo libfontconfig1 ;;
    libfreetype.so.6) echo libfreetype6 ;;
    libX11.so.6) echo libx11-6 ;;
    libX11-xcb.so.1) echo libx11-xcb1 ;;
    libstdc++.so.6) echo libstdc++6 ;;
    libz.so.1) echo zlib1g ;;
    libbrotli*) echo libbrotli1 ;;
    libgssapi_krb5.so.2) echo libgssapi-krb5-2 ;;
    *) regular_package "$1" ;;
    esac
}

regular_package() { # libxcb-icccm.so.4 -> libxcb-icccm4: most follow the rule
    echo "$1" | sed -E 's/\.so\./ /; s/([0-9]) /\1-/; s/ //; s/_/-/g'
}

get_qt_libraries() {
    [ "$(uname -s)" = Linux ] && has ldd || return 0
    local missing
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    if has apt-get; then
        # shellcheck disable=SC2046,SC2086 # one word per library and package
        install_packages "Qt's system libraries" $(for library in $missing; do debian_package "$library"; done)
    fi
    missing=$(missing_libraries | paste -s -d ' ' -)
    [ -z "$missing" ] || say "Qt will miss these system libraries: $missing"
}
