"""How judges think: personas, reasoning, conference, ruling, explanation. Pure."""
