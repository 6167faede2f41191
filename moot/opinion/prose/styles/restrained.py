"""The restrained style: what need not be decided, the facts and the consequences, modest conclusions."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Style

__all__ = ["RESTRAINED"]

RESTRAINED = Style(
    id="restrained",
    meaning="what need not be decided, then the facts and the consequences; a modest conclusion, and courtesy to the other side",
    paragraphs=((Piece.SUPPORT, Piece.REASONS, Piece.CONCEDED), (Piece.OPPOSE, Piece.HOLD)),
    first=(Modality.FACTUAL, Modality.PRUDENTIAL, Modality.ETHICAL),
    frames={
        "question": (
            "The parties ask us to resolve a question that is best stated before anything is said about it. {q}",
            "It is important to be precise about what is before us. {q}",
        ),
        "answer": ("In {our} judgment it is sufficient to hold {thats}. {So_order} on that basis and on no other.",),
        "answer.other": ("It is unnecessary to answer that question. It is sufficient, in {our} judgment, to hold {thats}. {So_order} on that basis and on no other.",),
        "close": (
            "{We} express no opinion on any question that these facts do not raise.",
            "It is unnecessary to say more, and therefore wise not to.",
            "Whatever else might be said on the subject can await a case that requires it.",
        ),
        "hold": (
            "It is sufficient, in {our} judgment, to hold {that}.",
            "The sensible conclusion, on these facts, is {that}{of_fact}.",
            "The sensible conclusion, in {our} opinion, is {that}{of_law}.",
            "{We} {are} satisfied {that}.",
            "{We} believe {that}.",
        ),
        "undisputed": ("{We} may assume, because no one questions it, {that}.", "No one questions {that}."),
        "accept": (
            "{We} find it significant, as {s} {s_argue}, {that}.",
            "It is important to remember, as {s} {s_say}, {that}.",
            "{S} {s_have} persuaded {us} {that}.",
            "Common experience supports what {s} {s_argue}, {that}{of_experience}.",
        ),
        "accept.answer": (
            "Counsel for {s} stated candidly at argument {that}, and {we} believe that is correct.",
            "The answer of counsel for {s} at argument, {that}, was helpful and fair.",
        ),
        "first": (
            "The first question is what must be decided, and on that {we} believe {that}.",
            "It is appropriate to say at once {that}.",
        ),
        "oppose": (
            "{We} {have} considered, with some care, the argument of {s} {that}.",
            "{S} {s_make} a substantial argument {that}.",
            "{We} understand the concern, expressed by {s}, {that}{of_concern}.",
            "The contrary argument, made by {s}, is {that}.",
        ),
        "oppose.answer": (
            "In fairness to {s}, counsel did answer at argument {that}.",
            "{We} have in mind the answer that counsel for {s} gave at argument, {that}.",
        ),
        "undercut": (
            "With respect, that does not require the conclusion that {s} {s_ask} us to draw. As {o} {o_point} out, it remains the case {that}.",
            "Even if that is correct, it is unnecessary to go so far. It is enough, as {o} {o_say}, {that}.",
        ),
        "undermine": (
            "In {our} opinion the argument overlooks an important point. As {o} {o_reply}, the answer is {that}.",
            "There is a sufficient answer. {O} {o_reply}, and {we} {think} correctly, {that}.",
        ),
        "rebut": (
            "On balance, however, {we} attach more importance to the point, made by {o}, {that}.",
            "In {our} opinion it matters more, as {o} {o_argue}, {that}.",
        ),
        "stands": (
            "Reasonable people may find force in that. It does not, in {our} opinion, require {us} to hold {rival}.",
            "That concern is a real one, but it can be respected without holding {rival}{of_concern}.",
            "That is worth considering, but it does not, in {our} view, establish {rival}.",
            "It would be unwise, on that account alone, to hold {rival}.",
        ),
        "stands.bare": ("It is not, in {our} opinion, sufficient.", "The concern is legitimate, but it can be met in other ways{of_concern}.", "With respect, it does not persuade {us}."),
        "scene": ("The consequences of that position should give {us} pause, as a case put at argument illustrates.",),
        "conceded": ("It is important that counsel for {s} candidly conceded at argument {that}.",),
        "also": ("{S} also {s_argue} {that}; because the case can be decided without it, {we} do not reach that contention.",),
        "agree.parts": ("I agree with {parts} of {whose} opinion, and need not repeat what is said there.", "I have no doubt that {parts} of {whose} opinion {is_are} correct."),
        "agree.that": ("I agree with {whom}, and it is important, {that}.", "{Whom} is surely correct {that}."),
        "depart.judgment": (
            "Although I agree that the {matter} should be {ordered}, I believe that the case can and should be decided on a different basis.",
        ),
        "depart.dissent": (
            "Although the question is a difficult one, I am not persuaded by {whose} answer to it, and would {order}.",
        ),
        "ground": ("In my opinion it is enough to hold {thats}.", "For me it is sufficient {thats}."),
        "instead": ("{Whom} believes {theirs}.", "{Whom} finds it necessary to hold {theirs}."),
        "their": ("{Whom} is impressed by the argument {that}.", "I have considered the argument, on which {whom} relies, {that}."),
        "end.judgment": ("Accordingly, while I concur in the judgment, I do not join the opinion.", "On that limited basis I concur in the judgment{of_ground}."),
        "end.judgment.after": ("For the reasons stated above, and without joining the opinion, I concur in the judgment.",),
        "end.dissent.after": ("For the reasons stated above, I respectfully dissent.",),
        "end.dissent": ("Accordingly, and with respect for those who see it otherwise, I dissent.", "I therefore respectfully dissent."),
        "join": ("Although I join {whose} opinion, I think it appropriate to mention one concern.", "While I join {whose} opinion, a few words of caution are appropriate."),
        "join.part": ("I join {whose} opinion except {parts}.", "Although I am pleased to join the rest of {whose} opinion, I do not join {parts}."),
        "join.only": ("I join {parts} of {whose} opinion, and no other part of it.",),
        "another": ("In my opinion the wiser answer is {that}.", "I would have been content to hold {that}."),
        "same": ("Because the judgment is the same, it is unnecessary to pursue the difference.", "The disagreement does not affect the outcome of this case."),
        "view": ("I am sensitive to the view {that}.", "In my opinion there is wisdom in the view {that}."),
        "view.but": ("I am nevertheless satisfied {that}.",),
        "principle": ("It should be kept in mind that {principle}.", "It is important to remember that {principle}."),
        "view.asked": ("It was important to me to hear from counsel for {s}, in answer to a question, {that}.",),
        "open": ("It is unnecessary, and I do not understand {whose} opinion to purport, to reject the view {that}.",),
        "unsaid": ("The question that {whose} opinion passes over without discussion is a real one, and it is at least arguable {that}.",),
        "open.end": ("It would be unwise to say more about it until we must.", "That difficult question will keep."),
        "reply": ("{Names} {n_believe} {that}.", "{Names} would hold, by contrast, {that}."),
        "reply.rests": ("That opinion gives weight to the argument {that}.",),
        "reply.own": ("{We} respect that view, but attach more importance to the point {that}.",),
        "reply.see": (
            "{We} respect that view, but for the reasons stated in {part} do not share it.",
            "Although the contrary position is a reasonable one, {we} {have} explained in {part} why {we} do not adopt it.",
        ),
    },
    against=(
        (
            frozenset({"law-declaration"}),
            "It is tempting to settle the law for future cases, but wisdom does not always come early.",
        ),
        (frozenset({"bright-lines"}), "A rule that is easy to state is not always easy to live with."),
        (
            frozenset({"history-and-tradition"}),
            "The history is important, but it does not by itself decide the case that these parties have brought.",
        ),
        (
            frozenset({"deference-to-officers"}),
            "The needs of those who enforce the law are real, but they are not the only needs in the case.",
        ),
        (
            frozenset({"accountability", "individual-rights"}),
            "No one should discount the interest of the individual, which is always the first thing to be considered, but it does not answer every question.",
        ),
    ),
)  # fmt: skip
