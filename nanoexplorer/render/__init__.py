"""Documents into what a person reads: screen text, pages, slides, tables, records, terminal text.

A renderer words nothing and looks nothing up: all that it shows stands in the document.
"""
