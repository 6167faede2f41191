"""The names and titles of the shipped formats. Data that import nothing, because a start screen and `moot list` show them."""

from __future__ import annotations

__all__ = ["TITLES"]

TITLES: dict[str, str] = {
    "scotus-1997": "Supreme Court, 1997: 30 minutes a side",
    "quick": "Quick: 8 minutes a side, spoken in brief",
    "amca": "AMCA: two speakers a side, 10 minutes each",
    "nmcc": "National Moot Court Competition: two speakers a side, 15 minutes each",
    "jessup": "Jessup: two speakers a side, 45 minutes a side; rebuttal and surrebuttal",
}
"""The title of each, by its id, in the order in which they are offered."""
