"""A pack beside the texts of its sources, which the curator has and the pack has not."""
