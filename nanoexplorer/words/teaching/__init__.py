"""What a teacher and a trainee read: seminar, practice, questions."""
