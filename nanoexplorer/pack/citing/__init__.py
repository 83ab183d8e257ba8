"""References as reference managers export them, as entries of ours."""
