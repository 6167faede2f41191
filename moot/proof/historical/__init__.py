"""The historical line walked on the rules, and the real ruling compared with the case."""
