"""Documents as web pages: one file each, which asks for nothing from anywhere."""
