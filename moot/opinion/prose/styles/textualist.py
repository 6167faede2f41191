"""The textualist style: the answer first, text and tradition before precedent, short sentences, no patience with balancing."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Run, Style

__all__ = ["TEXTUALIST"]

TEXTUALIST = Style(
    id="textualist",
    meaning="the answer first, text and tradition before precedent, short sentences; impatient of balancing, and speaks to the majority",
    paragraphs=((Piece.HOLD, Piece.SUPPORT, Piece.REASONS), (Piece.CONCEDED, Piece.OPPOSE)),
    first=(Modality.TEXTUAL, Modality.HISTORICAL),
    run=Run.SHORT,
    frames={
        "question": ("One question is before us. {q}", "Here is the question. {q}"),
        "answer": ("The answer is {thats}. {So_order}.",),
        "answer.other": ("{We} do not get that far. {We} {hold} {thats}. {So_order}.",),
        "close": ("That is the end of it.", "There is nothing left to decide.", "The rest is for others to settle."),
        "hold": ("{Flat}", "The law is {that}.", "It is quite clear {that}.", "{We} {hold} {that}."),
        "briefly": ("{We} would also hold {that}.",),
        "undisputed": ("Nobody denies {that}.", "No one here disputes {that}."),
        "accept": (
            "{S} {s_say} {that}. Just so.",
            "{S} {s_are} right {that}.",
            "Add to this, with {s}, {that}{after_another}.",
            "Nor can it be denied, as {s} {s_say}, {that}{after_holding}.",
        ),
        "accept.answer": (
            "Counsel for {s} was asked, and said {that}. Exactly.",
            "Counsel for {s} put it in one breath at argument: {bare}.",
        ),
        "told.answer": ("The answer given for {s} at argument was {that}.",),
        "meet": ("{O} {o_have} the answer, {that}.", "As {o} {o_say}, {bare}."),
        "first": ("First things first: {bare}.", "To begin with, {we} {hold} {that}."),
        "oppose": (
            "{S} {s_say} {that}. No.{of_denial}",
            "Against this {s} {s_offer} the notion {that}.",
            "{S} {s_insist} {that}. Not so.{of_denial}",
            "{S} {s_ask} us to believe {that}.",
            "{S} {s_insist} {that}.",
        ),
        "oppose.answer": (
            "Counsel for {s}, when pressed, fell back on the claim {that}.",
            "At argument the best that counsel for {s} could do was to say {that}.",
        ),
        "undercut": (
            "Suppose it were true. It would still prove nothing. As {o} {o_say}, {bare}.",
            "That is a non sequitur. {O} {o_have} the answer, which is {that}.",
        ),
        "undermine": (
            "That is wrong. {O} {o_answer} {that}.",
            "It is built on sand. {O} {o_say} {that}.",
        ),
        "rebut": (
            "The answer is simple. It is {that}.",
            "It is enough to say, with {o}, {that}.",
        ),
        "stands": (
            "Perhaps. But that is no reason to hold {rival}.",
            "Interesting, if true. It does not begin to show {rival}.",
            "Say what one likes for that as policy. It does not establish {rival}{of_concern}.",
        ),
        "stands.bare": ("It will not do.", "That is not an argument from law{of_concern}.", "It proves nothing.", "Saying so does not make it so."),
        "scene": ("See where that leads.", "Try that on a harder case."),
        "conceded": ("Counsel for {s} gave the point up at argument and conceded {that}.",),
        "agree.parts": ("I agree with {parts} of {whose} opinion. There we part.", "{Whose_cap} opinion is right as far as {parts}, and no further{of_all}."),
        "agree.that": ("{Whom} is right {that}.", "So far so good: I too would hold {that}."),
        "depart.judgment": ("The {matter} should be {ordered}. {Whose_cap} opinion should not be joined.", "{Whom} gets the judgment right and the reason wrong."),
        "depart.dissent": ("Today's decision is wrong. I would {order}.", "Today's judgment rests on a mistake. I would {order}."),
        "depart.part": ("Half of this is right.",),
        "ground": ("My answer is short. I would hold {thats}.", "The case comes down to this. I would hold {thats}."),
        "return": ("Now to the ground stated at the start.",),
        "instead": ("Today we are told {theirs}.", "{Whom} {w_announces} {theirs}."),
        "their": ("{Whom} swallows the argument {that}.", "What does {whom} have to set against this? The argument {that}."),
        "end.judgment": ("On that ground alone I concur in the judgment{of_ground}.", "So I concur in the judgment, and do not join the opinion."),
        "end.judgment.after": ("For the reasons given I concur in the judgment, and in nothing else.",),
        "end.dissent.after": ("For the reasons given I dissent.",),
        "end.dissent": ("I dissent.", "So I dissent.", "In that judgment I can have no part. I dissent."),
        "join": ("I join {whose} opinion. One thing more.", "I join {whose} opinion, and say this besides."),
        "join.part": ("I join {whose} opinion, but not {parts}.",),
        "another": ("There I would hold {that}.", "The right answer there is {that}."),
        "same": ("The judgment is the same.", "It makes no difference to the judgment."),
        "view": ("Do not be too quick to discard the view {that}.",),
        "view.but": ("Even so, I agree {that}.",),
        "principle": ("{Principle}.",),
        "view.asked": ("Counsel for {s} was asked, and said {that}.",),
        "open": ("{Whose_cap} opinion leaves untouched the view {that}.",),
        "unsaid": ("{Whose_cap} opinion answers one question without asking it. The other answer is {that}.",),
        "open.end": ("Another day will do.", "That is for a case that needs it."),
        "reply": ("{Names} would hold {that}.", "{Names} {n_say} {that}."),
        "reply.rests": ("On what? On the argument {that}.",),
        "reply.own": ("It founders on one point, {that}.", "The short answer is {that}."),
        "reply.see": ("{part} shows why not.", "{Our} reasons are in {part}. They are sufficient.", "See {part}."),
    },
    against=(
        (
            frozenset({"fit-to-circumstance", "reasoned-judgment"}),
            "A test that weighs everything decides nothing until the judge has decided what he likes.",
        ),
        (frozenset({"fit-to-circumstance", "reasoned-judgment"}), "What depends on the judge who is asked is not law."),
        (
            frozenset({"accountability", "individual-rights"}),
            "The rule proposed may have much to recommend it as legislation. Judges are not legislators.",
        ),
        (frozenset({"candor-about-doubt"}), "There is no virtue in making a hard question out of an easy one."),
        (
            frozenset({"avoidance", "minimalism"}),
            "To leave a question for another day is often only to leave it to another judge.",
        ),
        (frozenset({"precedent"}), "Precedents are to be read, not merely counted."),
    ),
)  # fmt: skip
