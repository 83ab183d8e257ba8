"""The controller that wires the window, the start, and the command line."""
