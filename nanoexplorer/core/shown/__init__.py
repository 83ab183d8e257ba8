"""What each view shows: one part a view, made from the pack and what was asked for."""
