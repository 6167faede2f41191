"""Commands that argue: a sitting, practice, and the same again."""
