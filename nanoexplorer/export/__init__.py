"""What leaves the app, each with disclaimer, source and profile."""
