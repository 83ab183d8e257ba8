"""One folder a view; no view imports another."""
