"""The app as `make listen` reads it: a profile set, then the seminar on show."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from nanoexplorer.app.controller import Controller
from nanoexplorer.app.start import make_app
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark


def main() -> int:
    app = make_app()
    settings = SettingsFile(Path(sys.argv[1]) / "settings.json")
    settings.change(gate=gate_mark())
    controller = Controller(app, settings, bundled_pack())
    controller.open()

    def go_on() -> None:
        if controller.session is None:
            QTimer.singleShot(100, go_on)
            return
        controller.session.change_profile({"egfr": "mutated"})
        if "seminar" in sys.argv:
            controller.seminars.start()

    QTimer.singleShot(100, go_on)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
