"""Commands about a case and its files."""
