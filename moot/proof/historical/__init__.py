"""The historical line walked on the rules, and the real ruling held against the case."""
