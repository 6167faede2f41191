"""One place in the game a file, each with its style sheet beside it."""
