"""Three styles of the shipped judges that mark what is and is not decided: contextual, principled, precise."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Style

__all__ = ["CONTEXTUAL", "PRECISE", "PRINCIPLED"]

CONTEXTUAL = Style(
    id="contextual",
    meaning="this case on its own facts, with the limits of the holding marked",
    paragraphs=((Piece.REASONS, Piece.SUPPORT, Piece.CONCEDED), (Piece.OPPOSE, Piece.HOLD)),
    first=(Modality.FACTUAL, Modality.DOCTRINAL),
    frames={
        "question": (
            "In this case we consider the following question. {q}",
            "The case presents this question. {q}",
        ),
        "answer": (
            "On the facts presented here, {we} {hold} {thats}. {So_order}.",
            "{We} {hold}, in the circumstances of this case, {thats}. {So_order}.",
        ),
        "close": (
            "{Our} holding is limited to the circumstances presented.",
            "Different circumstances may call for a different result.",
        ),
        "hold": (
            "In these circumstances, {we} conclude {that}{of_fact}.",
            "{We} therefore {hold}, on the facts presented, {that}{of_fact}.",
            "{We} {are} persuaded, on these facts, {that}{of_fact}.",
            "{We} therefore {hold} {that}{of_law}.",
            "For these reasons {we} conclude {that}{of_law}.",
            "{We} {are} persuaded {that}{of_law}.",
        ),
        "accept": (
            "It is significant, as {s} {s_argue}, {that}.",
            "{S} {s_make} a persuasive showing {that}.",
        ),
        "oppose": ("To be sure, {s} {s_argue} {that}.", "{S} {s_contend}, however, {that}."),
        "undercut": (
            "Even accepting that, it does not resolve the case. As {o} {o_reply}, it is also true {that}.",
            "The point may be conceded, and the question remains. {O} {o_answer} {that}.",
        ),
        "undermine": (
            "That argument leaves something out of account. {O} {o_answer} {that}.",
            "That view of the matter is incomplete. As {o} {o_reply}, {bare}.",
        ),
        "rebut": (
            "But the countervailing consideration is weightier. It is, as {o} {o_argue}, {that}.",
            "{We} {think} it more significant, as {o} {o_argue}, {that}.",
        ),
        "stands": (
            "While that concern is legitimate, it does not compel the conclusion {rival}{of_concern}.",
            "That is a relevant consideration, but it does not compel the conclusion {rival}.",
        ),
        "depart.judgment": ("I agree with the result, but would take a narrower path to it.",),
        "depart.dissent": ("Because I would draw the line elsewhere, I would {order}.",),
        "ground": ("The sounder approach, in my view, is to hold {thats}.",),
        "join": (
            "I join {whose} opinion, but write to mark the limits of one of its steps{of_step}.",
            "I join {whose} opinion, and write to mark what it leaves open{of_open}.",
        ),
        "principle": ("In a case like this one it matters that {principle}.",),
        "view.asked": ("It is significant that counsel for {s}, in answer to a question, said {that}.",),
        "reply.see": ("As discussed in {part}, {we} draw the line differently.",),
    },
)

PRINCIPLED = Style(
    id="principled",
    meaning="the principle first, in measured and general terms, and then the case",
    paragraphs=((Piece.REASONS, Piece.SUPPORT, Piece.HOLD), (Piece.CONCEDED, Piece.OPPOSE)),
    first=(Modality.STRUCTURAL, Modality.ETHICAL, Modality.HISTORICAL),
    frames={
        "question": (
            "The case requires us to consider the meaning of a guarantee and the reach of a rule. {q}",
            "The question is one of principle as well as of law. {q}",
        ),
        "answer": (
            "The law, rightly understood, gives an answer. It is {thats}. {So_order}.",
            "The question admits of an answer, which is {thats}. {So_order}.",
        ),
        "close": (
            "The rule of law asks for no less, and permits no more.",
            "These principles suffice to decide the case.",
        ),
        "hold": (
            "These principles lead {us} to conclude {that}{of_law}.",
            "It must follow {that}.",
            "For these reasons {we} conclude {that}.",
        ),
        "accept": (
            "There is substance, moreover, in the point made by {s} {that}.",
            "It must be acknowledged, with {s}, {that}.",
            "It bears emphasis, as {s} {s_say}, {that}.",
        ),
        "oppose": ("Against these considerations {s} {s_urge} {that}.", "It is said on behalf of {s} {that}."),
        "undercut": (
            "The proposition may be conceded and the conclusion denied. It remains, as {o} {o_say}, {that}.",
            "That may be so, and yet it does not control. {O} {o_point} out {that}.",
        ),
        "undermine": (
            "The argument does not, on reflection, hold. {O} {o_answer} {that}.",
            "The argument cannot be sustained. As {o} {o_reply}, {bare}.",
        ),
        "rebut": (
            "Of more fundamental importance is the consideration, advanced by {o}, {that}.",
            "The greater weight belongs to the consideration, urged by {o}, {that}.",
        ),
        "stands": (
            "That argument is entitled to respect. Respect for it does not require the conclusion {rival}.",
            "The argument must be given its due, but it does not follow from it {rival}.",
            "That consideration is not, in {our} judgment, a sufficient reason to hold {rival}.",
        ),
        "depart.judgment": ("Though I concur in the judgment, the principles at stake deserve a different statement.",),
        "depart.dissent": (
            "With all respect, the decision gives too little effect to the principle that should control it, and I would {order}.",
        ),
        "join": (
            "I join {whose} opinion, and write this explanation of one of the premises on which it should be understood to rest{of_step}.",
            "I join {whose} opinion, and write to mention a principle on which it has had no need to rest{of_open}.",
        ),
        "view": ("It must not be forgotten, in my view, how much can be said for the proposition {that}.",),
        "view.but": ("That said, I agree {that}.",),
        "principle": ("It is a principle of some importance that {principle}.",),
        "view.asked": ("Counsel for {s} was asked to explain the point, and said {that}.",),
        "reply.see": ("The principles set forth in {part} foreclose that conclusion.",),
    },
)

PRECISE = Style(
    id="precise",
    meaning="what is and is not decided, stated exactly, step by step",
    paragraphs=((Piece.HOLD, Piece.SUPPORT, Piece.REASONS), (Piece.CONCEDED, Piece.OPPOSE)),
    first=(Modality.DOCTRINAL, Modality.FACTUAL),
    frames={
        "question": (
            "This case concerns a discrete question. {q}",
            "A single question is presented. {q}",
        ),
        "answer": (
            "Precisely stated, {our} answer is {thats}. {So_order}.",
            "{Our} answer, and it is no broader than the question, is {thats}. {So_order}.",
        ),
        "close": (
            "{We} decide that much, and leave the rest for another day.",
            "So understood, the decision is a limited one.",
        ),
        "hold": (
            "On this question {we} {hold} {that}.",
            "Properly analyzed, the answer is {that}.",
            "{We} {are} satisfied, on this question, {that}.",
        ),
        "accept": ("{S} {s_observe}, accurately, {that}.", "Notably, {s} {s_are} correct {that}."),
        "oppose": ("{S} {s_urge}, to the contrary, {that}.", "{S} {s_stress} {that}."),
        "undercut": (
            "That observation, accurate or not, does not answer the question presented. {O} {o_answer} {that}.",
            "The statement may be accurate, but the conclusion drawn from it is not. {O} {o_answer} {that}.",
        ),
        "undermine": (
            "That argument misperceives the matter. {O} {o_explain} {that}.",
            "The argument does not account for the point, made by {o}, {that}.",
        ),
        "rebut": (
            "{We} rank higher the consideration {o} {o_stress}, {that}.",
            "The stronger argument, in {our} judgment, is {op}, namely {that}.",
        ),
        "stands": (
            "That consideration is pertinent, but not sufficient to warrant the conclusion {rival}.",
            "That much does not establish {rival}.",
        ),
        "depart.judgment": ("I concur in the judgment, for a distinct reason.",),
        "depart.dissent": (
            "The answer given in {whose} opinion, in my judgment, is not the right one, and I would {order}.",
        ),
        "ground": ("I would hold, specifically, {thats}.",),
        "join": ("I join {whose} opinion, with a clarification.", "I join {whose} opinion, and add a clarifying word."),
        "another": ("On that question I would hold, instead, {that}.",),
        "principle": ("My concern is that {principle}.",),
        "view.asked": ("Counsel for {s}, responding to a question from the bench, stated {that}.",),
        "reply.see": ("{part} explains why {we} conclude otherwise.",),
    },
)
