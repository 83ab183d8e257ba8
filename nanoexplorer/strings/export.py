"""Words of what leaves the app: the stamp, slides and handouts, tables, the dialog."""

from __future__ import annotations

# The stamp on every picture, slide, page and table.

# Slides and handouts.

# Tables, the dialog, the command line.
