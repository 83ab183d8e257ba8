"""Barrier routes."""
