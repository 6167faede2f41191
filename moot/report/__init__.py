"""A sitting as values, and the forms it is reported in."""
