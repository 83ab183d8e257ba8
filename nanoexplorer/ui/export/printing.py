"""Printing what is shown, through the system's own dialog."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from nanoexplorer.render.pages.pdf import print_screen_on
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme


def print_screen(session: Session, parent: QWidget) -> None:
    """Ask for a printer and print profile, matches with reasons, and the selected strategy."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_screen_on(printer, session.pack, session.screen, chosen_theme("light"))
