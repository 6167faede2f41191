"""Quotations are verbatim and stand on their pages; citations are well formed."""
