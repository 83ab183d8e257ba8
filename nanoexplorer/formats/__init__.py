"""Our own JSON files: their shapes as data, and the one strict reader of all of them."""
