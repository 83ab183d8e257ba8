"""What a seminar shows, in words: its pages, what is told of one strategy, its end."""
