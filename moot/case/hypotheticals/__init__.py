"""Facts that a hypothetical may turn, and what a reply to one does."""
