"""The commands, one file each. Imported only when called: start-up is measured."""
