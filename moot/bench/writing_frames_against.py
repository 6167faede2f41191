"""Ways of saying what was argued for another answer, and why it failed; the places are those of ``writing_frames``."""

from __future__ import annotations

from moot.case import Attacking

__all__ = [
    "AGAIN",
    "DEADLOCK",
    "LOSER",
    "QUESTIONED",
    "STANDING",
    "THE_REASON",
    "THE_SAME",
    "TITLE_FIRST",
    "TOGETHER_LESS",
    "WEIGHS_LESS",
]

Pair = tuple[str, str]

STANDING: tuple[str, ...] = (
    "That is not to say that nothing stands on the other side.",
    "Candor requires one thing more: not everything on the other side was answered.",
    "Something is left standing on the other side.",
    "Not all that was urged the other way has been refuted.",
)
WEIGHS_LESS: tuple[str, ...] = (
    "That weighs less than what is set against it.",
    "It is not enough.",
    "It counts, but for too little.",
    "The heavier side is the one {we} {have} taken.",
)
TOGETHER_LESS: tuple[str, ...] = (
    "Together they weigh less than what is set against them.",
    "They count, but for too little.",
    "They are not enough.",
)

QUESTIONED: tuple[str, ...] = (
    "Asked about this, counsel for {s} said",
    "Counsel for {s} put it thus when questioned",
    "From the lectern, under questioning, {s} added",
    "To the bench counsel for {s} answered",
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
    # What stands before the attacker when it is named, and the whole sentence when the reason was just given.
    Attacking.UNDERCUT: (
        ("That does not follow", "That does not follow, for the reason just given."),
        (
            "Grant every premise of it, and the conclusion still does not follow",
            "What has just been said breaks the inference.",
        ),
        (
            "The step from premise to conclusion is the weak one",
            "The reason just given shows why the conclusion does not follow.",
        ),
    ),
    Attacking.UNDERMINE: (
        ("Its premise has been met", "What has just been said takes away its premise."),
        ("It rests on a premise that does not hold", "It takes for granted what has just been refuted."),
        ("The premise will not bear it", "Its premise does not survive what has just been said."),
    ),
    Attacking.REBUT: (
        ("It is outweighed", "It is outweighed by what has just been said."),
        ("There is more weight in the reply", "The reason just given has more weight."),
        ("What was said in reply weighs more", "Against the reason just given it does not prevail."),
        ("The better of the argument lies elsewhere", "It is the lighter of the two."),
    ),
}
AGAIN: tuple[str, ...] = (", as has been said", ", for a reason already given")
THE_SAME: dict[Attacking, tuple[str, ...]] = {
    # The attacker that beat the argument before it in the same paragraph beats this one too.
    Attacking.UNDERCUT: (
        "The same argument breaks the inference.",
        "The same argument shows why that does not follow.",
    ),
    Attacking.UNDERMINE: ("The same reply takes away its premise.", "That same argument meets its premise."),
    Attacking.REBUT: ("The same argument outweighs it.", "It does not prevail against that argument."),
}
TITLE_FIRST: tuple[str, ...] = (
    "So {s} argued.",
    "That was the case for {s}.",
    "{S} put it so.",
)
DEADLOCK: tuple[str, ...] = (
    "It and the argument against it cancel out",
    "It can neither put down the argument against it nor be put down by it",
)
