"""Reading judge and bench files."""
