"""Under a head: what may be said, asked and answered, and what of it a later rule reads."""
