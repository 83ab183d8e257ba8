"""Data to drawing on a canvas that is given: the same code for screen and for what leaves."""
