"""The picture of the barrier and the routes across it."""
