"""Seminar files: text into a lesson, or into a list of problems; and a lesson into text."""
