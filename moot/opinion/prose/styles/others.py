"""Three styles of the shipped judges that go straight to the answer: brisk, practical, original."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Run, Style

__all__ = ["BRISK", "ORIGINAL", "PRACTICAL"]

BRISK = Style(
    id="brisk",
    meaning="the question presented and its answer, plainly and briefly",
    paragraphs=((Piece.HOLD, Piece.REASONS, Piece.SUPPORT), (Piece.CONCEDED, Piece.OPPOSE)),
    first=(Modality.DOCTRINAL, Modality.STRUCTURAL),
    frames={
        "question": (
            "We granted review to decide the following question. {q}{of_review}",
            "The question to be decided is this. {q}{of_application}",
        ),
        "answer": (
            "{We} {hold} {thats}. {So_order}.",
            "{We} conclude {thats}, and {so_order}.",
        ),
        "close": ("The question presented is answered, and there the matter ends.", "No more need be said."),
        "hold": ("{We} {hold} {that}.", "{We} think it clear {that}."),
        "accept": ("{We} agree with {s} {that}{if_first}.", "{S} correctly {s_point} out {that}."),
        "oppose": ("{S} {s_contend} {that}.", "{S} nonetheless {s_argue} {that}."),
        "undercut": (
            "{We} do not think that follows. {O} {o_answer} {that}.",
            "But the argument proves less than {s} {s_believe}. {O} {o_point} out {that}.",
        ),
        "undermine": (
            "{We} disagree. {O} {o_answer} {that}.",
            "The argument is mistaken. {O} {o_reply} {that}.",
        ),
        "rebut": (
            "{We} think the better argument is {op}, which is {that}.",
            "{We} find {op} argument the stronger. It is {that}.",
        ),
        "stands": ("But this falls short of showing {rival}.", "But {we} decline to hold on that basis {rival}."),
        "stands.bare": (
            "{We} reject this contention.",
            "{We} think this contention without merit.",
            "{We} do not agree.",
        ),
        "depart.judgment": ("I concur in the judgment, but not in the reasoning.",),
        "depart.dissent": ("I would {order}.",),
        "join": ("I join {whose} opinion and add only this.",),
        "principle": ("{Principle}.",),
        "reply": ("{Names} would hold {that}.",),
        "reply.see": (
            "{We} disagree for the reasons stated in {part}.",
            "As explained in {part}, {we} think otherwise.",
        ),
    },
)

PRACTICAL = Style(
    id="practical",
    meaning="the purposes of the rule, how it will work, several reasons in a row",
    paragraphs=((Piece.HOLD, Piece.REASONS, Piece.SUPPORT), (Piece.OPPOSE, Piece.CONCEDED)),
    first=(Modality.PRUDENTIAL, Modality.STRUCTURAL, Modality.FACTUAL),
    frames={
        "question": (
            "We must answer a practical question as well as a legal one. {q}",
            "The question is not only one of words, and it is well to put it plainly. {q}",
        ),
        "answer": (
            "{We} conclude, for several reasons, {thats}. {So_order}.",
            "{Our} answer rests on several considerations. It is {thats}. {So_order}.",
        ),
        "close": ("Taken together, these reasons decide the case.",),
        "hold": (
            "Several considerations lead {us} to conclude {that}.",
            "{We} believe, for the reasons that follow, {that}.",
            "It seems to {us}, when everything is considered, {that}.",
        ),
        "accept": (
            "It matters too, as {s} {s_say}, {that}.",
            "{S} {s_are} also right {that}.",
            "{S} {s_point} out, sensibly, {that}.",
        ),
        "oppose": ("What about the argument, made by {s}, {that}?", "On the other side {s} {s_say} {that}."),
        "undercut": (
            "The argument does not lead where {s} would take it. {O} {o_answer} {that}.",
            "One can accept that and still ask what follows. As {o} {o_say}, {bare}.",
        ),
        "undermine": (
            "That seems doubtful. {O} {o_point} out {that}.",
            "There is an answer. {O} {o_point} out {that}.",
        ),
        "rebut": (
            "But consider as well what {o} {o_say}, namely {that}.",
            "More important, in {our} view, is what {o} {o_say}, namely {that}.",
        ),
        "stands": (
            "{We} recognize the problem. It is not reason enough to hold {rival}.",
            "That is a fair point. It does not show {rival}.",
        ),
        "depart.judgment": ("I agree about the result, but not about how to reach it.",),
        "depart.dissent": ("I would {order}, and I believe the consequences help to show why.",),
        "join": ("I join {whose} opinion, but point out one thing.",),
        "principle": ("It matters in practice that {principle}.",),
        "view.asked": ("Counsel for {s}, when asked, gave a helpful answer, namely {that}.",),
        "reply.see": ("{We} see the matter differently, as {part} explains.",),
    },
)

ORIGINAL = Style(
    id="original",
    meaning="first principles and history, shortly stated, with doubts about what has been built on them",
    paragraphs=((Piece.HOLD, Piece.SUPPORT, Piece.REASONS), (Piece.CONCEDED, Piece.OPPOSE)),
    first=(Modality.HISTORICAL, Modality.TEXTUAL),
    run=Run.SHORT,
    frames={
        "question": ("The question is this. {q}",),
        "answer": ("{We} {hold} {thats}. {So_order}.",),
        "close": ("Nothing in the law as it was given to us requires more.", "That disposes of the case."),
        "hold": ("{We} {hold} {that}.", "{Flat}"),
        "accept": ("{S} correctly {s_argue} {that}.", "{S} {s_are} correct {that}."),
        "oppose": ("{S} {s_argue} {that}.", "{S} {s_rely} on the argument {that}."),
        "undercut": (
            "{Sp} conclusion does not follow. {O} rightly {o_say} {that}.",
            "It does not follow. As {o} {o_say}, {bare}.",
        ),
        "undermine": (
            "That argument fails. {O} {o_answer} {that}.",
            "{We} {think} not. {O} {o_answer} {that}.",
        ),
        "rebut": (
            "More telling is the argument of {o} {that}.",
            "{O} {o_have} the better argument. It is {that}.",
        ),
        "stands": (
            "But nothing in that would permit us to hold {rival}.",
            "That does not establish {rival}.",
        ),
        "depart.judgment": ("I concur only in the judgment.",),
        "depart.dissent": ("I cannot agree with the decision. I would {order}.",),
        "join": ("I join {whose} opinion and note one further matter.",),
        "principle": ("{Principle}.",),
        "view.asked": ("Asked, counsel for {s} said {that}.",),
        "reply.see": ("{We} have explained in {part} why that is not the law.",),
    },
)
