"""How a ruling is written up: structure, voices, citation form. Pure."""

from moot.opinion.compose import ruling_document
from moot.opinion.lineup import line_up

__all__ = ["line_up", "ruling_document"]
