"""The common-law style: the history of the question first, the other side stated fully and distinguished, long sentences."""

from __future__ import annotations

from moot.case import Modality
from moot.opinion.prose.style import Piece, Run, Style

__all__ = ["COMMON_LAW"]

COMMON_LAW = Style(
    id="common-law",
    meaning="the history of the question, the other side stated fully and distinguished, then the holding; long, deliberate sentences",
    paragraphs=(
        (Piece.HISTORY, Piece.OPPOSE),
        (Piece.REASONS, Piece.SUPPORT, Piece.CONCEDED, Piece.HOLD),
    ),
    first=(Modality.DOCTRINAL, Modality.HISTORICAL, Modality.STRUCTURAL),
    run=Run.LONG,
    frames={
        "question": (
            "The issue, as the parties have framed it and as it was argued here, may be stated in their own terms. {q}",
            "What divides the parties, once the points on which they agree are set to one side, comes down to this. {q}",
        ),
        "answer": (
            "For reasons that have to be taken a step at a time, {we} {hold} {thats}, and {so_order}.",
            "The answer, though it is not to be had all at once, is {thats}, and {so_order}.",
        ),
        "answer.other": (
            "That question {we} do not reach, for another comes before it and is enough to decide the case. {We} {hold} {thats}, and {so_order}.",
        ),
        "close": (
            "Other facts may well call for another answer, but these do not, and with these alone {we} {are} concerned.",
            "That is as far as the circumstances of this case require anyone to go, and {we} go no further.",
        ),
        "history": (
            "The question does not come to us on a clean slate, for the authorities to which the parties refer us run from {old}, in {was}, to {new}, in {now}.",
            "There is some history here, since what has been cited to us on the point reaches from {old}, in {was}, down to {new}, in {now}.",
        ),
        "hold": (
            "{We} {accordingly_hold} {that}.",
            "On this footing the better view, and the one {we} adopt, is {that}.",
            "It follows, so far as this question is concerned, {that}.",
            "Taken together, these considerations leave little room for doubt {that}.",
        ),
        "undisputed": (
            "It is not disputed, nor could it well be, {that}.",
            "No issue is joined, as {we} understand the parties, on the point {that}.",
            "So much may be taken as given: no one before us disputes {that}.",
        ),
        "accept": (
            "There is, moreover, a good deal to be said for {sp} point {that}.",
            "Nor is it beside the point, as {s} {s_say}, {that}.",
            "It bears adding, as {s} {s_maintain}, {that}.",
            "{S} {s_are}, to that extent, on firm ground in saying {that}.",
        ),
        "accept.answer": (
            "The exchange at argument was instructive on just this point, for counsel for {s} answered {that}, and the answer seems to {us} sound.",
            "Counsel for {s}, when taken back over the step at argument, said {that}, which is as fair a way of putting it as any.",
        ),
        "told.answer": ("Asked at argument to say more of the step, counsel for {s} answered {that}.",),
        "meet": ("It is enough to set against it, as {o} {o_point} out, {that}.", "What {o} {o_say} in answer is {that}."),
        "first": (
            "Something must be said at the threshold, since on this there is a difference among us, and what {we} conclude is {that}.",
            "There is a question to be settled before the merits are reached, and the better answer to it, as {we} {think}, is {that}.",
        ),
        "oppose": (
            "The argument to the contrary, which is not a frivolous one, is {that}.",
            "{S} would have us say, and the position is entitled to a considered answer, {that}.",
            "It is said, to be sure, and {s} {s_say} it with some force, {that}.",
            "On the other side it is urged, on behalf of {s}, {that}.",
        ),
        "oppose.answer": (
            "Counsel for {s}, asked at argument to meet the difficulty, answered {that}.",
            "The position taken for {s} under questioning, which is the strongest form of the argument, was {that}.",
        ),
        "undercut": (
            "But even if every premise is given its due the conclusion does not follow, for {o} {o_answer}, and {we} think rightly, {that}.",
            "The premise may be granted and the inference still resisted, since it remains true, as {o} {o_point} out, {that}.",
        ),
        "undermine": (
            "The argument does not take into account, as {o} {o_reply}, {that}.",
            "The difficulty with the argument lies in the answer that {o} {o_give} to it, {that}.",
        ),
        "rebut": (
            "The weight of the considerations nonetheless lies elsewhere, and in particular in the point, which {o} {o_make}, {that}.",
            "What seems to {us} to count for more, after the argument has been given its due, is the answer of {o} {that}.",
        ),
        "stands": (
            "The point is not without weight, but it is one thing to acknowledge it and quite another to conclude from it {rival}.",
            "That much may be accepted in its proper place without its following, here, {rival}.",
            "It would, however, take a good deal more than this to establish {rival}.",
        ),
        "scene": (
            "How far that position would carry may be seen from a case that was put to counsel at argument.",
        ),
        "conceded": (
            "It is worth noting, too, that counsel for {s} conceded at argument {that}.",
        ),
        "agree.parts": (
            "I have no quarrel with {parts} of {whose} opinion, and what follows takes that much as given.",
            "With what is said in {parts} of {whose} opinion I am in agreement, and I begin where it leaves off.",
        ),
        "agree.that": ("I agree with {whom}, and it is no small part of the case, {that}.", "{Whose_cap} opinion and this one are agreed {that}."),
        "depart.judgment": (
            "I come out where {whom} does on the {matter}, which should be {ordered}, but by a road different enough to call for explanation.",
        ),
        "depart.dissent": (
            "With respect, I think the case has taken a wrong turn at a point that can be identified, and I would {order}.",
        ),
        "ground": ("In my view the sounder conclusion, for the reasons that follow, is {thats}.",),
        "return": ("I come back to the conclusion with which I began.",),
        "instead": (
            "The point at which I leave {whom} is the conclusion {theirs}.",
            "{Whomp} position comes, when all is said, to this: {theirs}.",
        ),
        "their": (
            "{Whom} gives a weight I cannot give to the argument {that}.",
            "Much is made, in {whose} opinion, of the argument {that}.",
        ),
        "end.judgment": ("On that ground, and not on the other, I concur in the judgment{of_ground}.", "It is for these reasons, and with these qualifications, that I concur in the judgment."),
        "end.judgment.after": ("For the reasons set out above, and for no others, I concur in the judgment.",),
        "end.dissent.after": ("For the reasons set out above I respectfully dissent.",),
        "end.dissent": ("Because I cannot take the step on which the result depends, I respectfully dissent.", "The judgment ought, in my view, to be otherwise, and I respectfully dissent."),
        "join": (
            "I join {whose} opinion, and add these remarks only because one of its steps deserves more to be said for it than the occasion required{of_step}.",
            "I join {whose} opinion, but think it well to say something about a consideration it had no need to dwell on.",
        ),
        "join.part": ("I join {whose} opinion in all but {parts}, as to which I come to the result by a somewhat different way.",),
        "another": ("The better answer on that question seems to me to be {that}.",),
        "same": ("The difference, though worth recording, leaves the judgment where it is.", "Nothing in the disposition turns, in the end, on the difference."),
        "view": ("There is more than a little to be said, as it seems to me, for the view {that}.",),
        "view.but": ("I come in the end, that notwithstanding, to the conclusion {that}.",),
        "principle": ("The consideration that I have in mind is that {principle}.", "It ought to be kept in view that {principle}."),
        "view.asked": ("The matter was put to counsel for {s} at argument, and the answer was {that}.",),
        "open": ("Nothing in {whose} opinion, as I understand it, forecloses the view {that}.",),
        "unsaid": ("There is a question that {whose} opinion answers by going on to the next, and a good deal might be said, before one does so, for the view {that}.",),
        "open.end": ("Whether that is so can be left to the case in which it has to be decided, which is not this one.",),
        "reply": (
            "{Names} would have {us} hold instead {that}, and the disagreement deserves a word.",
            "It is the position of {names} {that}.",
        ),
        "reply.rests": ("The position depends in no small measure on the argument {that}.",),
        "reply.own": ("It leaves out of account, as it seems to {us}, {that}.", "The answer to it, in brief, is {that}."),
        "reply.see": (
            "The considerations set out in {part} seem to {us} to point the other way, and {we} adhere to them.",
            "What was said in {part} is, {we} think, a sufficient answer to the objection, fairly made though it is.",
        ),
    },
    against=(
        (
            frozenset({"bright-lines"}),
            "A rule may gain in simplicity, to be sure, by leaving things out, but it does not on that account gain in soundness.",
        ),
        (
            frozenset({"history-and-tradition"}),
            "That history is where the inquiry begins has never meant that it is where every inquiry is bound to end.",
        ),
        (
            frozenset({"avoidance", "minimalism"}),
            "There is prudence in leaving a question alone, but there is a cost as well, and it is borne by those who must act before the law is known.",
        ),
        (
            frozenset({"accountability", "individual-rights"}),
            "The interest at stake is a serious one, and nothing said here makes light of it, but its seriousness does not of itself supply the rule.",
        ),
    ),
)  # fmt: skip
