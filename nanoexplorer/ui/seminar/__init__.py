"""The seminar: what the room sees, what the teacher sees, the editor, and the seminar file."""
