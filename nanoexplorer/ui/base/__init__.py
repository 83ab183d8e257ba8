"""What all of the window stands on: session, requests, settings, theme, keyboard."""
