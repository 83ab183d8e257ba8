"""The profile panel."""
