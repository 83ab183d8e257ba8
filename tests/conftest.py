"""Every test runs without a display; this must be set before Qt is imported."""

from __future__ import annotations

import os
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# hypothesis would otherwise leave its examples in the working folder.
os.environ.setdefault(
    "HYPOTHESIS_STORAGE_DIRECTORY", os.path.join(tempfile.gettempdir(), "nanoexplorer-hypothesis")
)
