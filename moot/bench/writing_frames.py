"""Ways of saying the same kind of thing. A frame has places in braces; the engine fills every one.

``{s}`` and ``{S}`` name the side whose argument it is, ``{sp}`` is its possessive; ``{we}``, ``{We}``, ``{our}``,
``{Our}`` and ``{hold}`` follow the voice of the opinion. A pair is what stands before the argument (a colon or a stop
joins them) and what stands after it; an empty first half lets the argument speak first.
"""

from __future__ import annotations

from moot.case import Modality, OpinionKind

__all__ = [
    "ALSO",
    "ANSWERED",
    "ANSWERED_FIRST",
    "BRIEFED",
    "COME_BACK",
    "CUT_SHORT",
    "FALLEN_FOR",
    "FIRST",
    "HOLDING",
    "KEEP",
    "LAST",
    "MORE",
    "MORE_PLAIN",
    "NAMED",
    "NAMED_ONE",
    "NOT_TAKEN",
    "OPENING",
    "OPENING_TO_REMAND",
    "PLAIN",
    "PRINCIPLE",
    "PUT",
    "QUOTED_BEFORE",
    "REUSED",
    "SPEAKS_FOR",
    "UNARGUED",
    "UNARGUED_FOR",
    "UNWEIGHED_FOR",
    "YES_OR_NO",
]

Pair = tuple[str, str]

HOLDING: tuple[Pair, ...] = (
    ("", ""),
    ("", "So {we} {hold}."),
    ("", "That is {our} answer."),
    ("{We} {answer} it in this way", ""),
    ("The answer is this", ""),
)
YES_OR_NO: tuple[str, ...] = (
    "{text}",
    "{Our} answer is {small}",
    "The answer is {small}",
    "{We} {answer} {small}",
    "{text} So {we} {hold}.",
)
UNARGUED: tuple[str, ...] = (
    "Neither side gave a reason that bears on it.",
    "Counsel did not spend their time on this.",
    "The argument passed this question by.",
    "On this nothing was urged from either side.",
    "It had no part in the argument.",
)
UNARGUED_FOR: tuple[str, ...] = (
    "Nothing was argued for it.",
    "Counsel offered no argument for this answer.",
    "No reason was pressed in support of it.",
)
UNWEIGHED_FOR: tuple[str, ...] = (
    "No argument that {we} can weigh was made for it.",
    "What was said for it does not count with {us}.",
)
FALLEN_FOR: tuple[str, ...] = (
    "What was argued for it does not survive the reply.",
    "The argument made for it was answered.",
)
PRINCIPLE: tuple[str, ...] = (
    "A principle stands behind this answer",
    "The answer follows a principle",
    "Principle points there",
    "Beneath it lies a conviction that does not depend on this case",
    "The answer rests on something older than this case",
)
REUSED: tuple[Pair, ...] = (
    ("The argument accepted in Part {part} meets this question too", ""),
    ("{S} may call here on what was accepted in Part {part}", ""),
    ("", "{We} accepted that in Part {part}, and it bears on this as well."),
)
LAST: tuple[str, ...] = (
    "The last of these answers decides the case.",
    "With that answer the case is decided.",
    "The other questions lead to the last, and on the last the case turns.",
    "Nothing more is needed for the judgment.",
)
ALSO: tuple[str, ...] = (
    "Another ground, which {we} need not reach, would lead to the same judgment.",
    "There is a second road to the same end.",
    "Were all this wrong, the judgment would still be the same, on another ground.",
)
FIRST: dict[Modality, tuple[Pair, ...]] = {
    Modality.DOCTRINAL: (
        ("The decided cases lead there", ""),
        ("{S} took this from the decided cases", ""),
        ("What carries the point is {sp} reading of the precedents", ""),
        ("", "That is what {s} drew from the authorities, and they support it."),
        ("This follows from what has been decided before", ""),
        ("The authorities bear {s} out", ""),
    ),
    Modality.TEXTUAL: (
        ("{S} began with the words", "So {do} {we}."),
        ("The words decide it", ""),
        ("", "{S} had the words on that, and words are the first authority."),
    ),
    Modality.HISTORICAL: (
        ("{S} argued from history, and the argument holds", ""),
        ("The past is the guide here", ""),
        ("", "That was {sp} argument from history, and it was not shaken."),
    ),
    Modality.STRUCTURAL: (
        ("The reason lies in what the law is for and how it divides its work", ""),
        ("{S} argued from the shape of the law as a whole", ""),
        ("", "So {s} reasoned from the structure of the law, and the reasoning is sound."),
    ),
    Modality.PRUDENTIAL: (
        ("The reason is a practical one", ""),
        ("{S} asked what would follow from each answer", "{We} {think} that is the right thing to ask."),
        ("", "{S} was right to press that consideration."),
    ),
    Modality.ETHICAL: (
        ("{S} appealed to what is just, and not in vain", ""),
        ("Justice has its say here", ""),
        ("", "There is no good answer to that, and {s} was right to make {us} face it."),
    ),
    Modality.FACTUAL: (
        ("{S} pointed to the record", "It bears {s} out."),
        ("The record gives the reason", ""),
        ("", "{S} took that from the record, and it is there."),
        ("This is a matter of fact, and {s} had the better of it", ""),
    ),
}
PLAIN: tuple[Pair, ...] = (
    # For an argument with no source of its own to point to.
    ("What decides it is this", ""),
    ("{S} put it in a sentence, and it is enough", ""),
    ("", "{S} said so, and {we} agree."),
    ("The point that tells is {sp}", ""),
)
MORE_PLAIN: tuple[Pair, ...] = (
    ("{S} could add this", ""),
    ("It is true besides, as {s} said", ""),
    ("One thing more helps {s}", ""),
)
MORE: dict[Modality, tuple[Pair, ...]] = {
    Modality.DOCTRINAL: (
        ("Authority supports the same answer", ""),
        ("To this {s} added an argument from precedent", ""),
        ("The cases that {s} relied on point there too", ""),
    ),
    Modality.TEXTUAL: (("The text is on the same side", ""), ("{S} could add the words themselves", "")),
    Modality.HISTORICAL: (("History says the same", ""), ("{S} found support in the past as well", "")),
    Modality.STRUCTURAL: (
        ("There is an argument from structure as well", ""),
        ("The shape of the law counts on the same side", ""),
        ("{S} went on from the cases to first principles of structure", ""),
    ),
    Modality.PRUDENTIAL: (
        ("Practical sense agrees", ""),
        ("{S} spoke also of what would follow otherwise", ""),
        ("Nor is the point only a matter of doctrine", ""),
    ),
    Modality.ETHICAL: (("Fairness leans the same way", ""), ("There is besides a plain question of justice", "")),
    Modality.FACTUAL: (
        ("The record supports it too", ""),
        ("The facts, as {s} put them, lie the same way", ""),
        ("And there is the record", ""),
    ),
}
BRIEFED: tuple[Pair, ...] = (
    ("{S} left this to the brief, where it did its work", ""),
    ("The brief for {s} makes the argument, and nothing said from the lectern disturbed it", ""),
    ("One argument was made only on paper, and it holds", ""),
)
CUT_SHORT: tuple[Pair, ...] = (
    ("Questions cut {s} short here, but what was said stands", ""),
    ("{S} did not get to finish this argument, and it stands all the same", ""),
)
ANSWERED_FIRST: tuple[str, ...] = (
    "Counsel for {s}, pressed on this from the bench, gave an answer that holds:",
    "What decides it came out under questioning, from counsel for {s}:",
    "The best of the argument for {s} was an answer to the bench:",
)
ANSWERED: tuple[str, ...] = (
    "What counsel for {s} said when questioned is also to the point:",
    "The exchange at argument brought out something more from {s}:",
    "Under questioning counsel for {s} put it better:",
)

QUOTED_BEFORE: tuple[str, ...] = (
    "Counsel for {s} gave, when questioned, the answer that {whom} quotes, and {we} accept it too.",
    "{We} rely as well on the answer of counsel for {s} that {whom} quotes.",
    "The answer of counsel for {s} that {whom} quotes counts with {us} also.",
)
COME_BACK: tuple[str, ...] = (
    "{text} Here {we} {agree} with {whom}.",
    "On this {we} {have} no quarrel with {whom}. {text}",
    "{text} {Whom} says the same.",
)

NAMED_ONE: tuple[str, ...] = (
    "Another argument leans the same way, and it need only be named.",
    "One argument more is on this side, and to name it is enough.",
    "There is a further argument for this answer; the name of it will do.",
    "Beside these stands one that {we} only name.",
)
NAMED: tuple[str, ...] = (
    "{Count} more arguments lean the same way, and they need only be named.",
    "{Count} others are on this side, and to name them is enough.",
    "There are {count} further arguments for this answer; their names will do.",
    "Beside these stand {count} that {we} only name.",
)
"""Arguments that agree and are not gone into."""

PUT: tuple[str, ...] = (
    "The question presented is this.",
    "{We} {are} asked this.",
)
NOT_TAKEN: tuple[Pair, ...] = (
    ("The answer not taken is {small}", "The answer not taken is this"),
    ("The other answer is {small}", "The other answer is this"),
    ("It might have been answered {small}", "It might have been answered so"),
)
SPEAKS_FOR: tuple[str, ...] = (
    "The principle speaks for that answer.",
    "There the principle pulls the other way.",
    "A judge who began and ended with the principle would say so.",
)
KEEP: tuple[str, ...] = (
    "I hold with the opinion nevertheless.",
    "It does not change my answer.",
    "Here it yields.",
    "That is not reason enough to leave the opinion.",
)
OPENING: dict[OpinionKind, tuple[str, ...]] = {
    OpinionKind.IN_THE_JUDGMENT: (
        "I concur in the judgment, but not in the reasons.",
        "The judgment is right. I come to it by another way.",
        "I agree with what is done today, and not with how it is done.",
        "I would reach the same judgment by a different road.",
    ),
    OpinionKind.DISSENTING: (
        "I would {would} the judgment below, and so I dissent.",
        "The judgment announced today is, in my view, mistaken. I would {would}.",
        "I cannot join this judgment. I would {would}.",
    ),
    OpinionKind.IN_PART: (
        "I agree with part of what is decided and dissent from the rest. I would {would}.",
        "This case has more than one claim, and I do not part with {whom} on all of them. I would {would}.",
    ),
}
OPENING_TO_REMAND: tuple[str, ...] = (
    "I agree that the judgment below cannot stand, and from what is done beyond that I dissent. I would {would}.",
    "The judgment below should not stand, and so far I concur. I would {would} and do no more.",
)
"""For a writer in part with the court who would disturb the judgment below less than the court does."""
