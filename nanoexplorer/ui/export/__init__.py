"""Taking views out of the app."""
