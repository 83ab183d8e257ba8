"""The inspector: one strategy in full."""
