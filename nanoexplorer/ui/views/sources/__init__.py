"""The sources side by side."""
