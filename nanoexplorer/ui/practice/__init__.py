"""Practice for trainees alone, and questions as a handout."""
