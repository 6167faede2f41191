"""One place in the game a file, each with its style sheet beside it: the start (home), the lectern, what is read (pages), and what comes after the last turn (decided)."""
