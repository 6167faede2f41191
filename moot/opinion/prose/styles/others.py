"""The other styles of the shipped judges: enough of a manner to tell them apart."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Run, Style

__all__ = ["BRISK", "CONTEXTUAL", "ORIGINAL", "PRACTICAL", "PRECISE", "PRINCIPLED"]

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
CONTEXTUAL = Style(
    id="contextual",
    meaning="this case on its own facts, with the limits of the holding marked",
    paragraphs=((Piece.CONCEDED, Piece.REASONS, Piece.SUPPORT), (Piece.OPPOSE, Piece.HOLD)),
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
            "But consider, on the other side, what {o} {o_say}, namely {that}.",
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
