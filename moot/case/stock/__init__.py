"""Stock questions: what a bench can ask in any case, made from the case's own data."""

from moot.case.stock.make import with_stock
from moot.case.stock.words import LEADS

__all__ = ["LEADS", "with_stock"]
