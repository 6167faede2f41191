"""Diagnostic codes, and how a diagnostic is shown."""
