"""Starting files for coaches (package data)."""
