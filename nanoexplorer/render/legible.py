"""Text without the signs that no XML can hold; what somebody typed may have some."""

from __future__ import annotations

import re
from typing import Final

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """Text as slides and drawings can say it."""
    return _NO_XML.sub("", text)
