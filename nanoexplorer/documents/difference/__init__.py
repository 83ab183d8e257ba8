"""What differs between two versions of a pack, worded once: counts, verdicts, rows."""
