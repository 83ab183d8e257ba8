"""Seminars and practice: what is asked, what was answered, which step comes next."""
