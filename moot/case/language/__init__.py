"""Words of the field, of speech and of print."""
