"""The plain style: no manner of its own. It has a template for every place."""

from __future__ import annotations

from moot.opinion.prose.style import Piece, Style

__all__ = ["PLAIN"]

PLAIN = Style(
    id="plain",
    meaning="no manner of its own: the holding, its reasons, the other side",
    paragraphs=((Piece.HOLD, Piece.REASONS, Piece.SUPPORT, Piece.CONCEDED), (Piece.OPPOSE,)),
    frames={
        # The lead opinion begins and ends.
        "question": (
            "The question presented is the following. {q}",
            "This case asks us to decide the following. {q}",
        ),
        "answer": ("{We} {hold} {thats}. {So_order}.",),
        # Where the case is decided without an answer to the question.
        "answer.other": ("{We} do not reach that question. {We} {hold} {thats}. {So_order}.",),
        "close": ("That is enough to decide the case.", "Nothing further need be decided."),
        # One question.
        "hold": ("{We} {hold} {that}.", "{We} conclude {that}.", "The correct answer is {that}."),
        "first": (
            "One matter comes before the merits, because it divides us, and on it {we} conclude {that}.",
            "As a preliminary matter, {we} conclude {that}.",
        ),
        "first.more": (
            "{We} conclude as well {that}.",
            "{We} {are} also satisfied {that}.",
            "It is also clear {that}.",
        ),
        # The first thing said on the merits, before there are any reasons for it to follow from.
        "hold.first": ("{We} {hold}, to begin with, {that}.", "{We} conclude, to begin with, {that}."),
        "briefly": (
            "{We} would also hold {that}.",
            "{We} would add {that}.",
            "{We} should say as well {that}.",
            "On the steps between, {our} answers are {that}{of_several}.",
            "On the step between, {our} answer is {that}{of_one}.",
            "The rest of {our} view is {that}.",
            "For completeness, {we} would say {that}.",
            "To be complete, {we} think {that}.",
        ),
        "undisputed": (
            "It is not disputed {that}.",
            "No one before us disputes {that}.",
            "It is common ground {that}.",
            "Neither side questions {that}.",
        ),
        "accept": (
            "{S} {s_are} right {that}.",
            "{We} agree with {s} {that}{if_first}.",
            "It is also the case, as {s} {s_argue}, {that}.",
            "{S} also {s_have} reason to say {that}.",
        ),
        "accept.answer": (
            "Pressed at argument, counsel for {s} answered {that}, and {we} agree.",
            "Counsel for {s} told the Court at argument {that}. That is correct.",
            "{We} agree with what counsel for {s} said at argument, {that}{if_first}.",
            "Counsel for {s} was right to say at argument {that}.",
        ),
        # Told without a verdict, where the judge's own remark follows and gives it.
        "told": ("{S} {s_argue} {that}.", "{S} {s_point} out {that}.", "{S} {s_say} {that}."),
        "told.answer": (
            "In answer to a question, counsel for {s} said {that}.",
            "Counsel for {s} said at argument {that}.",
        ),
        "meet": ("{O} {o_answer} {that}.", "{O} {o_reply} {that}.", "As {o} {o_point} out, {bare}."),
        # Where every template of a place has been used: these hold nothing but the clause.
        "accept+": ("{S} {s_say}, and {we} accept, {that}.",),
        "oppose+": ("{S} {s_say} {that}.",),
        "meet+": ("{O} {o_answer} {that}.",),
        "oppose": (
            "{S} {s_argue} {that}.",
            "{S} {s_contend} {that}.",
            "{S} {s_maintain} {that}.",
            "It is urged for {s} {that}.",
        ),
        "oppose.answer": (
            "Counsel for {s} answered at argument {that}.",
            "When questioned, counsel for {s} took the position {that}.",
        ),
        "undercut": (
            "Even so, the conclusion does not follow. {O} {o_answer} {that}.",
            "That may be granted, and the conclusion still fails. {O} {o_answer} {that}.",
        ),
        "undermine": (
            "The argument does not stand. {O} {o_answer} {that}.",
            "{We} do not accept that. {O} {o_reply} {that}.",
        ),
        "rebut": (
            "{We} find more weight in {op} argument {that}.",
            "{O} {o_argue}, with more reason, {that}.",
        ),
        "stands": (
            "That has some force, but it does not show {rival}.",
            "The point is a fair one, but it is not a reason to hold {rival}.",
            "It does not follow from this {rival}.",
        ),
        "stands.bare": (
            "{We} {are} not persuaded.",
            "That argument does not carry the day.",
            "The argument is not enough.",
            "That is not sufficient.",
            "{We} do not accept it.",
        ),
        "scene": (
            "The difficulty with that position appears from a case put to counsel at argument.",
            "A case put at argument shows the trouble with that position.",
        ),
        "conceded": ("Counsel for {s} conceded at argument {that}.", "It was conceded for {s} at argument {that}."),
        "also": ("{S} also {s_argue} {that}; that need not be decided.",),
        # An opinion apart from the lead.
        "agree.parts": (
            "I agree with {parts} of {whose} opinion.",
            "I have no disagreement with {parts} of {whose} opinion.",
        ),
        "agree.that": (
            "I agree with {whom} {that}.",
            "With {whom} I conclude {that}.",
            "I too would hold {that}.",
            "Like {whom}, I think {that}.",
            "I share the view of {whom} {that}.",
            "I am persuaded, with {whom}, {that}.",
            "It seems to me, as to {whom}, {that}.",
            "I come to the same conclusion as {whom}, {that}.",
        ),
        "depart.judgment": ("I agree that the {matter} should be {ordered}, but on a different ground.",),
        "depart.dissent": ("I cannot join {whose} opinion, and I would {order}.",),
        "depart.part": ("I agree with {whom} in part, and in part I do not.",),
        "narrower": (
            "Left to myself I would {own}; I join in the narrower disposition so that there may be a judgment.",
        ),
        "ground": (
            "I would hold {thats}.",
            "In my view the case turns on the conclusion {thats}.",
            "My own conclusion is {thats}.",
        ),
        "return": (
            "That brings me to the ground stated at the outset.",
            "I come back to the ground on which I would decide the case.",
            "There remains the ground stated at the outset.",
        ),
        # The ground has been stated, and an earlier opinion has given the reasons for it.
        "reasons.in": (
            "The reasons are those that {whom} gives.",
            "For that I rely on the reasons given by {whom}.",
            "{Whom} gives the reasons for that, and I need not repeat them.",
        ),
        "instead": ("{Whom} {w_holds} {theirs}.", "{Whomp} answer is {theirs}."),
        "their": ("{Whom} accepts the argument {that}.", "{Whom} relies on the argument {that}."),
        "end.judgment": (
            "Accordingly, I concur in the judgment.",
            "I concur in the judgment for that reason{of_ground}.",
            "I therefore concur in the judgment.",
        ),
        "end.dissent": (
            "I respectfully dissent.",
            "Those are reasons enough to dissent.",
            "For these reasons I dissent.",
        ),
        # After an argument that need not be decided: an end that does not point back at it.
        "end.judgment.after": (
            "For the reasons I have given, I concur in the judgment.",
            "I concur in the judgment for the reasons stated.",
        ),
        "end.dissent.after": ("For the reasons I have given, I dissent.", "I dissent for the reasons stated."),
        "end.part": ("For the rest I respectfully dissent.", "To that extent I dissent."),
        # A concurrence that joins.
        "join": ("I join {whose} opinion and write on one point.", "I join {whose} opinion, with one observation."),
        "join.part": ("I join {whose} opinion except {parts}.", "I join all of {whose} opinion but {parts}."),
        "join.only": ("I join {whose} opinion only as to {parts}.",),
        "principle": ("{Principle}.", "It is a matter of principle that {principle}."),
        "another": ("I would hold {that}.", "On that question my own answer is {that}."),
        "same": (
            "The difference does not affect the judgment.",
            "That does not change the disposition of the case.",
            "The result is the same either way.",
        ),
        "view": (
            "There is force in the view {that}.",
            "I would not dismiss the view {that}.",
            "Something can be said for the view {that}.",
            "I do not take lightly the view {that}.",
        ),
        "view.for": (
            "{S} {s_point} out, with reason, {that}.",
            "It is a fair point, made by {s}, {that}.",
            "{S} {s_say} as much in arguing {that}.",
        ),
        "view.asked": (
            "In answer to a question at argument, counsel for {s} said {that}.",
            "Counsel for {s} told the bench, when asked, {that}.",
            "The bench put questions, and counsel for {s} answered {that}.",
        ),
        "view.see": ("{Whom} states the case for it.", "What can be said for it is said by {whom}."),
        "view.but": ("I agree nevertheless {that}.", "I am persuaded all the same {that}."),
        "open": (
            "I do not understand {whose} opinion to reject the view {that}.",
            "It has not been necessary to decide whether {bare}{of_merits}.",
            "Nothing in {whose} opinion forecloses the view {that}.",
        ),
        # A question that the other opinion answers without a word: it cannot be said to leave it open.
        "unsaid": (
            "{Whose_cap} opinion takes an answer to one question for granted. There is something to be said for the view {that}.",
            "One question is passed over in {whose} opinion. It can fairly be argued {that}.",
        ),
        "open.end": ("I would leave that for a case that requires it.", "That question remains for another case."),
        # The lead answers the others.
        "reply": ("{Names} would hold instead {that}.", "{Names} {n_conclude} {that}."),
        "reply.bare": ("{Names} {n_take} another view of that question.",),
        "reply.rests": ("That view draws on the argument {that}.", "The argument behind that view is {that}."),
        "reply.own": ("What stands against it is {that}.", "The answer is {that}."),
        "reply.see": (
            "{part} gives {our} reasons for a different answer.",
            "{Our} reasons for not taking that view are in {part}.",
            "For the reasons in {part} {we} do not agree.",
        ),
    },
)
