"""Packs of somebody else: opened, watched while they are worked on, and what is wrong with them."""
