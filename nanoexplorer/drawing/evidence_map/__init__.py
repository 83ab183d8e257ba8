"""The evidence map: a bubble a cell, a dot for a gap."""
