"""The only readers and writers of files: safe text, YAML with positions, schemas, diagnostics, records.

Nothing is imported here, so that asking for one reader does not load the others.
"""
