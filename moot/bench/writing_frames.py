"""Ways of saying the same kind of thing. A frame has places in braces; the engine fills every one.

``{s}`` and ``{S}`` name the side whose argument it is, ``{sp}`` is its possessive; ``{we}``, ``{We}``, ``{our}``,
``{Our}`` and ``{hold}`` follow the voice of the opinion. A pair is what stands before the argument (a colon or a stop
joins them) and what stands after it; an empty first half lets the argument speak first.
"""

from __future__ import annotations

from moot.case import Attacking, Modality, OpinionKind

__all__ = [
    "ANSWERED",
    "BRIEFED",
    "COME_BACK",
    "CUT_SHORT",
    "DEADLOCK",
    "FIRST",
    "HOLDING",
    "LOSER",
    "MORE",
    "OPENING",
    "THE_REASON",
    "YES_OR_NO",
]

Pair = tuple[str, str]

HOLDING: tuple[str, ...] = (
    "{text}",
    "{text} So {we} {hold}.",
    "{text} That is {our} answer.",
    "{Our} answer can be put shortly. {text}",
    "{text} {We} can find no better answer.",
    "{We} {answer} it this way. {text}",
)
YES_OR_NO: tuple[str, ...] = (
    "{text}",
    "{Our} answer is {small}",
    "The answer is {small}",
    "{We} {answer} {small}",
    "{text} So {we} {hold}.",
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
ANSWERED: tuple[str, ...] = (
    "Counsel for {s}, pressed on this from the bench, gave an answer that holds:",
    "What counsel for {s} said when questioned is also to the point:",
    "The exchange at argument brought out something more from {s}:",
    "Under questioning counsel for {s} put it better:",
)

LOSER: tuple[str, ...] = (
    "On the other side {s} argued",
    "Against this stands {sp} argument",
    "{S} would have it otherwise",
    "{We} {have} weighed {sp} contention",
    "There is more to meet from {s}",
    "{S} urged besides",
    "Then there is this from {s}",
)
THE_REASON: dict[Attacking, tuple[Pair, ...]] = {
    # What stands before the attacker when it is named here, and the whole sentence when it was given before.
    Attacking.UNDERCUT: (
        ("That does not follow", "That does not follow, {back}."),
        ("Grant every premise of it, and the conclusion still does not follow", "The inference fails, {back}."),
        ("The step from premise to conclusion is the weak one", "The conclusion does not follow, {back}."),
    ),
    Attacking.UNDERMINE: (
        ("Its premise is met by this", "Its premise fails, {back}."),
        ("It rests on a premise that does not hold", "It takes for granted what has been refuted, {back}."),
        ("The premise will not bear it", "The premise will not bear it, {back}."),
    ),
    Attacking.REBUT: (
        ("It is outweighed", "It is outweighed, {back}."),
        ("There is more weight in the reply", "The balance is against it, {back}."),
        ("What was said in reply weighs more", "It weighs less than what is set against it, {back}."),
    ),
}
DEADLOCK: tuple[str, ...] = (
    "It and the argument against it cancel out",
    "It can neither put down the argument against it nor be put down by it",
)

COME_BACK: tuple[str, ...] = (
    "{text} Here {we} {agree} with {whom}.",
    "On this {we} {have} no quarrel with {whom}. {text}",
    "{text} {Whom} says the same.",
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
