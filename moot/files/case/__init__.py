"""Reading a case file."""
