"""The evidence model, the matching and its explanation: no Qt, no files."""
