"""What a file was read as, kept in the user's cache folder, so that the same file need not be read again."""
