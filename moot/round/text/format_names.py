"""The shipped formats by name, and their titles. Data, apart from the formats themselves, because lists and the start screen show it."""

from __future__ import annotations

__all__ = ["FORMAT_TITLES"]

FORMAT_TITLES: dict[str, str] = {
    "scotus-1997": "Supreme Court, 1997: 30 minutes a side",
    "quick": "Quick: 8 minutes a side, spoken in brief",
    "amca": "AMCA: two speakers a side, 10 minutes each",
    "nmcc": "National Moot Court Competition: two speakers a side, 15 minutes each",
    "jessup": "Jessup: two speakers a side, 45 minutes a side; rebuttal and surrebuttal",
}
"""What each format is, in a line; :data:`moot.round.formats.FORMATS` has a format for each."""
