"""The window in which a teacher puts a seminar together."""
