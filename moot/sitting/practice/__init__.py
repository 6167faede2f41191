"""Practice: the mistakes of a record again, single questions that come back, and how the skills grow."""
