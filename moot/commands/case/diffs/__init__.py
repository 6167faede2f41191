"""The parts of what `moot diff` prints."""
