"""What a face shows of a sitting, as values: pure functions of the round and of what has been told."""
