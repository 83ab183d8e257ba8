"""The references: what is listed and how, the page of them, and one in full."""
