"""The window around the views: header, banner, gate, search, status bar."""
