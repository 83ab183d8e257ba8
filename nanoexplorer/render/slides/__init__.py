"""Documents as slides that can be edited."""
