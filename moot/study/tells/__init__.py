"""Tells: what gives the best answer away to a player who knows no law. Used by `moot check`, scripts/tells.py and the tests."""
