"""Documents as text on screen."""
