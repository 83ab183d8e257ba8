"""Documents as pictures and drawings: PNG and SVG."""
