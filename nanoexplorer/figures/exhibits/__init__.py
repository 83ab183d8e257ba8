"""The exhibits of views that are drawn, and of those that no document says yet."""
