"""Controls that several panels are built from."""
