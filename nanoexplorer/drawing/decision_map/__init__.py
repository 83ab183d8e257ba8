"""The decision map: a heat map of every profile there is."""
