"""A file that the app once wrote, back to what it shows."""
