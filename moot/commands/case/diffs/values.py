"""The two versions that are compared, and one part of the answer."""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.persona import Bench
from moot.case import Case
from moot.proof import Certificate

__all__ = ["CaseVersion", "DiffPart"]


@dataclass(frozen=True, slots=True)
class CaseVersion:
    """One of the two: the case, the bench that sits by default if it can be seated, and the certificate if one is wanted."""

    case: Case
    bench: Bench | None
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class DiffPart:
    """One part of the answer: its lines, and whether something that held before no longer holds."""

    title: str
    lines: tuple[str, ...]
    worse: bool = False
