"""Commands for a class: assignments, score sheets and the gradebook."""
