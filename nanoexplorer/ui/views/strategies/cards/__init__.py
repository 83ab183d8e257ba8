"""A column of strategy cards: a list that paints its rows, with groups that fold."""
