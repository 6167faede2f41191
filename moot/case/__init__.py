"""What can be said: frozen values, no files, no clock, no chance."""

from moot.case.argument import Answer, Argument, Attack, Concession, Guard, Point, PositionRef, Question
from moot.case.case import HINT_MOMENTS, Below, Case, Costs, Head, Party
from moot.case.heard import NOTHING_HEARD, Heard
from moot.case.law import Authority, DecisionTree, Issue, Node, Position, RecordItem, Step
from moot.case.opinion import Historical, Holding, Mark, RealOpinion, RealVote
from moot.case.principles import PRINCIPLES
from moot.case.words import (
    BENCH,
    Attacking,
    ConcessionKind,
    Disposition,
    IssueKind,
    Manner,
    Modality,
    OpinionKind,
    Purpose,
    Side,
    Status,
    Tone,
    Treatment,
)

__all__ = [
    "BENCH",
    "HINT_MOMENTS",
    "NOTHING_HEARD",
    "PRINCIPLES",
    "Answer",
    "Argument",
    "Attack",
    "Attacking",
    "Authority",
    "Below",
    "Case",
    "Concession",
    "ConcessionKind",
    "Costs",
    "DecisionTree",
    "Disposition",
    "Guard",
    "Head",
    "Heard",
    "Historical",
    "Holding",
    "Issue",
    "IssueKind",
    "Manner",
    "Mark",
    "Modality",
    "Node",
    "OpinionKind",
    "Party",
    "Point",
    "Position",
    "PositionRef",
    "Purpose",
    "Question",
    "RealOpinion",
    "RealVote",
    "RecordItem",
    "Side",
    "Status",
    "Step",
    "Tone",
    "Treatment",
]
