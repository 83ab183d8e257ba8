"""Documents as pages that can be read out: PDF and printing, set by Typst."""
