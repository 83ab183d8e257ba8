"""Goes through the app as a person might: every view, menu texts, a DOI, every kind of export.

usage: drive.py FOLDER   (for settings and exports)

By itself it reports, by Python's audit events, every socket that is not one of this machine, and
exits 1 if there is any; whoever doubts Python's word traces it (packaging/no_network_test.py).
Prints what it did. Offscreen the browser is replaced within Qt; elsewhere by whoever runs this.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

beyond: list[str] = []
LOCAL = {getattr(socket, name) for name in ("AF_UNIX",) if hasattr(socket, name)}
LOOKUPS = ("socket.getaddrinfo", "socket.gethostby", "urllib.Request", "http.client.connect")


def watch(event: str, arguments: tuple[object, ...]) -> None:
    made = event == "socket.__new__" and arguments[1] not in LOCAL
    asked = event.startswith(LOOKUPS)
    if made or asked:
        beyond.append(f"{event} {arguments[1:]}")


sys.addaudithook(watch)

from PySide6.QtCore import QObject, QUrl, Slot  # noqa: E402
from PySide6.QtGui import QDesktopServices  # noqa: E402
from PySide6.QtWidgets import QApplication, QTextBrowser  # noqa: E402

from nanoexplorer.app import command_line as cli  # noqa: E402
from nanoexplorer.app import start as bootstrap  # noqa: E402
from nanoexplorer.app.controller import Controller  # noqa: E402
from nanoexplorer.pack.loader import load_pack  # noqa: E402
from nanoexplorer.places import bundled_pack  # noqa: E402
from nanoexplorer.render.kinds import HANDOUT, KINDS  # noqa: E402
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark  # noqa: E402
from nanoexplorer.views import NAMES  # noqa: E402

TEXTS = ("keys", "cite", "about", "glossary", "teachers")


class Browser(QObject):
    """Takes what Qt would hand to a browser."""

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        print("browser", url.toString())


def open_controller(app: QApplication, folder: Path) -> Controller:
    settings = SettingsFile(folder / "settings.json")
    settings.change(gate=gate_mark())
    controller = Controller(app, settings, bundled_pack())
    controller.open()
    while controller.content is None:
        app.processEvents()
    return controller


def look_at_everything(app: QApplication, controller: Controller) -> None:
    assert controller.session
    assert controller.content
    controller.session.change_profile({"egfr": "mutated", "lesions": 2})
    controller.session.change(selection="osimertinib")
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)
        app.processEvents()
        print("view", controller.session.screen.tab)
    for name in TEXTS:
        controller.actions[name].trigger()
        app.processEvents()
        close_dialogs(app, controller)
        print("text", name)


def close_dialogs(app: QApplication, controller: Controller) -> None:
    for window in app.topLevelWidgets():
        if window is not controller.window and window.isVisible():
            window.close()


def click_a_doi(app: QApplication, controller: Controller) -> None:
    """The first link to a DOI in the inspector, clicked as the text browser says a click."""
    assert controller.content is not None
    inspector = controller.content.inspector.body.page("references")
    link = next(link for link in links(inspector) if "doi.org" in link)
    inspector.anchorClicked.emit(QUrl(link))
    app.processEvents()
    print("clicked", link)


def links(browser: QTextBrowser) -> list[str]:
    found = []
    block = browser.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            found.append(fragments.fragment().charFormat().anchorHref())
            fragments += 1
        block = block.next()
    return [link for link in found if link]


def export_everything(folder: Path) -> None:
    """Every kind of file once, and every view as a picture."""
    case = load_pack(bundled_pack()).cases[0].id
    extra = {"compare": ("--with-case", case), "card": ("--select", "osimertinib")}
    for kind in KINDS:
        handout = ["--handout"] if kind.name == HANDOUT else []
        export(folder / f"{kind.name}{kind.suffix}", "--case", case, *handout)
    for view in NAMES:
        size = ("--size", "1280x720")
        export(folder / f"{view}.png", "--view", view, *size, *extra.get(view, ()))


def export(path: Path, *words: str) -> None:
    if status := cli.main(["export", str(path), *words]):
        raise SystemExit(f"export {path.name}: status {status}")


def libraries() -> list[str]:
    """Qt's network library, where the process has it; nothing where that can't be told."""
    maps = Path("/proc/self/maps")
    text = maps.read_text(encoding="utf-8") if maps.exists() else ""
    return sorted({line.split("/")[-1] for line in text.splitlines() if "Qt6Network" in line})


def main(folder: Path) -> int:
    app = bootstrap.make_app()
    if app.platformName() == "offscreen":
        browser = Browser()
        QDesktopServices.setUrlHandler("https", browser, "take")  # type: ignore[arg-type]  # a str it is
    controller = open_controller(app, folder)
    look_at_everything(app, controller)
    click_a_doi(app, controller)
    export_everything(folder)
    controller.window.close()
    for line in [*beyond, *libraries()]:
        print("BEYOND", line)
    return 1 if beyond or libraries() else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
