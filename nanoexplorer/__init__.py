"""nanoexplorer: an offline, educational explorer of published evidence on nanocarriers."""

__version__ = "0.1.0"
