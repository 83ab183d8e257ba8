"""A seminar's page, large and calm."""
