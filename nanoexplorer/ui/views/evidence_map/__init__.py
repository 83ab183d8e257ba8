"""The evidence map."""
