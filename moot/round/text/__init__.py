"""Positions, formats and refusals in words."""
