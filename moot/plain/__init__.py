"""The line-by-line form: append-only lines for screen readers, pipes and other programs."""
