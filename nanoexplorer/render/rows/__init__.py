"""Documents as rows that flow over slides and sheets, and all that stands around them there."""
