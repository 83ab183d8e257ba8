"""JSON, and references for reference managers."""
