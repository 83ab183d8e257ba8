"""What a curator reads: of a pack, and of what is wrong with it."""
