"""Every word that a person can read: on screen, on paper, on the command line.

Templates are filled with `str.format`; text from packs goes in as an argument, never as a template.
"""
