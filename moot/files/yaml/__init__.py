"""YAML read into plain values that know their line and column."""
