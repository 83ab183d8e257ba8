"""The window in which a teacher puts a lesson together."""
