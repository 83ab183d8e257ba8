"""Everything that is Qt and not a figure: the session, the window, its panels, the look."""
