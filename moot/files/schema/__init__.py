"""A small language for the shape of a file: the reader, its complaints and the JSON Schema come from it."""
