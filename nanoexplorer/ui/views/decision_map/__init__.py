"""The decision map and the decision table."""
