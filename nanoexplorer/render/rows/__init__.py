"""Documents as rows that flow over slides and sheets."""
