"""Files that define a format of argument, and how a format fits a case."""
