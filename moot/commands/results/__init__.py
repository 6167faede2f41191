"""Commands that tell what came of a sitting."""
