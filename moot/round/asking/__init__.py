"""What the bench asks, how often and who: everything the draw of its moves reads."""
