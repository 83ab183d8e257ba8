"""What goes into the bundle and what stays out, as data and as tests on PyInstaller's lists.

Read by nanoexplorer.spec. An entry of those lists is (place in the bundle, where it comes from,
kind).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]

FILE_KINDS = {"seminar": ("nxseminar", "public.json"), "pack": ("nxpack", "public.zip-archive")}
"""What a double click opens with the app: how it ends, and what it is besides."""
IDENTIFIER = "io.github.nanoexplorer"

HIDDEN_MODULES = ["xlsxwriter"]
"""Imported by name at run time, so that nothing in the code tells PyInstaller of them."""

FONT_TABLES = [
    "B_A_S_E_", "C_F_F_", "D_S_I_G_", "G_D_E_F_", "G_P_O_S_", "G_S_U_B_", "J_S_T_F_",
    "M_A_T_H_", "O_S_2f_2", "V_O_R_G_", "_c_m_a_p", "_c_v_t", "_f_p_g_m", "_g_a_s_p",
    "_g_l_y_f", "_h_d_m_x", "_h_e_a_d", "_h_h_e_a", "_h_m_t_x", "_k_e_r_n", "_l_o_c_a",
    "_m_a_x_p", "_n_a_m_e", "_p_o_s_t", "_p_r_e_p", "_v_h_e_a", "_v_m_t_x",
]  # fmt: skip
"""The tables of an OpenType font; fontTools imports the module of each by its name."""

# What libraries bring along and the app never asks for. Left in on purpose, because pyqtgraph does
# not start without them: QtOpenGL, QtOpenGLWidgets, pydoc.
_NETWORK = ["ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "xmlrpc", "PySide6.QtNetwork"]
_TOOLS = [
    "cgi", "ensurepip", "idlelib", "lib2to3", "optparse", "pip", "pkg_resources", "setuptools",
]  # fmt: skip
_SERVERS = ["http.cookiejar", "http.server", "socketserver", "webbrowser"]
_TESTS = ["asyncio", "bdb", "doctest", "pdb", "pydoc_data", "pytest", "test", "unittest"]
_STANDARD = [
    "_bz2", "_lzma", "_pydecimal", "_uuid", "curses", "readline", "tkinter",
]  # fmt: skip
_ABSENT = ["IPython", "matplotlib", "numba", "pyarrow", "scipy"]
_NUMBERS = [
    "numpy._core._multiarray_tests", "numpy.f2py", "numpy.fft", "numpy.polynomial",
    "numpy.testing", "pandas._libs.byteswap", "pandas._libs.sas", "pandas.io.clipboard",
    "pandas.io.formats.style", "pandas.io.formats.style_render", "pandas.io.sas.sas7bdat",
    "pandas.io.sas.sas_constants", "pandas.io.sas.sas_xport", "pandas.tests",
    "pandas.tseries.holiday",
]  # fmt: skip
_PLOTS = [
    f"pyqtgraph.{name}"
    for name in ("console", "dockarea", "examples", "flowchart", "jupyter", "opengl")
]
_PICTURES = [
    f"PIL.{name}"
    for name in ("_avif", "_imagingcms", "_imagingft", "_imagingmath", "_imagingtk", "_webp")
] + ["PIL.ImageCms", "PIL.ImageQt", "PIL.ImageTk", "PIL.ImageWin", "PIL.PdfParser"]
_PICTURE_KINDS = ("Bmp", "Gif", "Jpeg", "Png", "Ppm", "Tiff")
_UNWANTED_KINDS = re.compile(rf"PIL\.(?!(?:{'|'.join(_PICTURE_KINDS)})Image)\w+ImagePlugin")
_MARKUP = [
    f"lxml.{name}"
    for name in ("builder", "doctestcompare", "html", "isoschematron", "objectify", "sax")
]
_QT = ["PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest"]
UNWANTED_MODULES = [
    *_NETWORK, *_TOOLS, *_SERVERS, *_TESTS, *_STANDARD, *_ABSENT, *_NUMBERS, *_PLOTS, *_PICTURES,
    *_MARKUP, *_QT,
]  # fmt: skip

UNWANTED_HOOKS = {
    "pyi_rth_multiprocessing",
    "pyi_rth_pkgutil",
    "pyi_rth_pyqtgraph_multiprocess",
}
"""What PyInstaller would run before the app, for processes and searches that the app never asks
for: they cost every start some 20 ms."""

PLUGINS = {
    "platforms": {"xcb", "offscreen", "windows", "cocoa"},
    "platformthemes": {"xdgdesktopportal"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "iconengines": {"svgicon"},
    "imageformats": {"svg"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"},
}
"""The Qt plugins that are kept, by folder; the app draws without OpenGL, in Fusion.

On Wayland it runs by way of Xwayland.
"""

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(\w+?)(?:\.so.*|\.dll|\.dylib)?")
UNWANTED_QT = {
    "EglFSDeviceIntegration", "EglFsKmsSupport", "Network", "Pdf", "Qml", "QmlMeta", "QmlModels",
    "QmlWorkerScript", "Quick", "Test", "VirtualKeyboard",
    "WaylandClient", "WlShellIntegration",
}  # fmt: skip
UNWANTED_FILES = re.compile(
    r"PySide6/(?:Qt/)?translations/|pyqtgraph/(?:colors/maps|icons/peegee)/|\.pyi$|\.(?:c|cpp|h|pyx|pxd)$"
    r"|(?:opengl32sw|d3dcompiler_47)\.dll$|(?:^|/)tests?/"
    r"|-[^/]*\.dist-info/(?!METADATA$)"
)

_PLUGIN = re.compile(r"/plugins/([^/]+)/(?:lib)?q?([^/]+?)\.(?:so|dll|dylib)$")


def is_wanted(entry: Entry) -> bool:
    """Whether a file goes into the bundle."""
    place = PurePosixPath(entry[0].replace("\\", "/"))
    plugin = _PLUGIN.search(str(place))
    if plugin:
        return plugin[2] in PLUGINS.get(plugin[1], ())
    library = _QT_LIBRARY.fullmatch(place.name)
    if library and library[1] in UNWANTED_QT:
        return False
    return not UNWANTED_FILES.search(str(place)) and not is_of_the_system(entry)


def is_wanted_module(entry: Entry) -> bool:
    """Whether a module goes into the bundle that cannot be left out by a name known beforehand."""
    return not _UNWANTED_KINDS.fullmatch(entry[0])


def is_wanted_script(entry: Entry) -> bool:
    """Whether a script that PyInstaller runs before the app's own is run."""
    return entry[0] not in UNWANTED_HOOKS


def is_of_the_system(entry: Entry) -> bool:
    """Whether it is a library of this Linux: each system has its own, and keeps it up to date."""
    place, source, kind = entry
    if not sys.platform.startswith("linux") or kind not in ("BINARY", "EXTENSION"):
        return False
    if place.startswith(("libpython", "python3", "lib-dynload")):
        return False
    return not Path(source).is_relative_to(sys.prefix)


def without_loose_links(entries: Iterable[Entry]) -> list[Entry]:
    """The entries but for links to what is not there."""
    kept = list(entries)
    places = {str(PurePosixPath(place)) for place, _, _ in kept}

    def is_loose(entry: Entry) -> bool:
        place, target, kind = entry
        return kind == "SYMLINK" and str(PurePosixPath(place).parent / target) not in places

    return [entry for entry in kept if not is_loose(entry)]


def distributions_inside(entries: Iterable[Entry]) -> Iterator[Distribution]:
    """The installed packages of which something is in the bundle, by name."""
    inside = {re.split(r"[./\\]", place)[0] for place, _, _ in entries}
    owners = packages_distributions()
    names = {name for top in inside for name in owners.get(top, ())}
    named = {dist.name: dist for dist in distributions() if dist.name in names}
    yield from (named[name] for name in sorted(named, key=str.lower))


def metadata_of(found: Iterable[Distribution]) -> list[Entry]:
    """The packages' metadata: About tells of versions and licences from it."""
    rows = []
    for dist in found:
        file = next(f for f in dist.files or () if f.name == "METADATA")
        rows.append((f"{file.parent.name}/METADATA", str(dist.locate_file(file)), "DATA"))
    return rows


def mac_file_types() -> dict[str, list[dict[str, object]]]:
    """What macOS is told of the files that a double click opens with the app."""
    kinds = FILE_KINDS.items()
    return {
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{kind.capitalize()} file of nanoexplorer",
                "CFBundleTypeRole": "Editor" if kind == "seminar" else "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.{kind}"],
            }
            for kind, _ in kinds
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.{kind}",
                "UTTypeDescription": f"{kind.capitalize()} file of nanoexplorer",
                "UTTypeConformsTo": [also],
                "UTTypeTagSpecification": {"public.filename-extension": [suffix]},
            }
            for kind, (suffix, also) in kinds
        ],
    }
