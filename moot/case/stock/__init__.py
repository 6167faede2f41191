"""Stock questions: what a bench can ask in any case, made from the case's own data."""

from moot.case.stock.make import with_stock
from moot.case.stock.words import FOLLOW_UPS, LEADS

__all__ = ["FOLLOW_UPS", "LEADS", "with_stock"]
