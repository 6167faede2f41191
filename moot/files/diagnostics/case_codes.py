"""The codes of what a case means: references (M2xx), law (M3xx), the round (M4xx): title, severity, meaning."""

from __future__ import annotations

from moot.errors import Severity

__all__ = ["ACCEPTABLE", "CASE_CODES"]

ACCEPTABLE = ("M324", "M444", "M458", "M459")
"""Warnings of what is legal but poor. A case may mean it so, and say why (`accepts`)."""

CASE_CODES: dict[str, tuple[str, Severity, str]] = {
    "M201": (
        "an id is used twice",
        "error",
        "Heads, points and questions share one set of ids; issues, authorities and the rest have their own.",
    ),
    "M202": ("an unknown authority", "error", "The id is not in the table of authorities."),
    "M203": ("an unknown entry of the record", "error", "The id is not in the closed record."),
    "M204": ("an unknown issue or position", "error", "A position is named `issue.position`, and both must be there."),
    "M205": ("an unknown head", "error", "A point stands under a head of its own side."),
    "M206": (
        "an unknown point or answer",
        "error",
        "Attacks, guards, concessions and replies name points and answers by id.",
    ),
    "M207": ("an unknown opinion", "error", "A mark is given by one of the real opinions under `opinions`."),
    "M208": ("an unknown holding", "error", "A mark names a holding of the opinion that gives it."),
    "M209": (
        "an unknown matter outside the record",
        "error",
        "What an answer brings in from outside is listed under `outside_record`.",
    ),
    "M210": (
        "the opinion's text is not there",
        "error",
        "Quotations are checked against a text file that lies beside the case file.",
    ),
    "M211": ("an unknown bench", "warning", "The bench that sits by default is not among the benches moot can find."),
    "M220": (
        "an unknown dial or value",
        "error",
        "Rules, scenes, replies and what a position shows name dials and their values by id.",
    ),
    "M221": (
        "a concession that concedes nothing",
        "error",
        "`never_carries` in `must` names an answer that concedes or retracts something; only then is there anything to lose.",
    ),
    "M301": ("an unknown node", "error", "The tree leads to a node that is not there."),
    "M302": (
        "a position without a child",
        "error",
        "At each node of the tree every position of its issue leads on, so that every judge's findings lead to a disposition.",
    ),
    "M303": ("a tree without a disposition", "error", "A walk through the tree must end in what the court does."),
    "M304": (
        "an issue comes twice on a walk",
        "error",
        "A judge finds on an issue once. The second node would be decided already.",
    ),
    "M305": ("a walk without an end", "error", "The nodes lead round in a ring."),
    "M306": ("a node that no walk reaches", "warning", "The node is never come to from the root."),
    "M307": ("an issue outside the tree", "warning", "No vote turns on the issue, so arguing it is in vain."),
    "M308": ("an issue without a choice", "error", "An issue has at least two positions."),
    "M309": (
        "a mark is missing",
        "error",
        "Every point, and every answer that argues, concedes or retracts, is measured against each real opinion that decides. A plain concurrence marks only what it speaks to.",
    ),
    "M310": (
        "a real case without an opinion of the court",
        "warning",
        "There is nothing to measure the student against.",
    ),
    "M311": (
        "a position without principles",
        "warning",
        "No judge begins with a leaning to a position that embodies nothing.",
    ),
    "M312": ("an issue only one side can win", "warning", "Every position favors the same side."),
    "M313": (
        "a judgment that cannot change",
        "warning",
        "Every walk affirms, or every walk disturbs the judgment below.",
    ),
    "M314": ("an issue nobody argues", "warning", "No point and no answer urges a position on it."),
    "M315": ("a long quotation", "error", "A quotation has at most 50 words."),
    "M316": (
        "a quotation that is not in the opinion",
        "error",
        "Quotations are verbatim and begin and end with whole words. White space, dashes and the style of quotation marks do not count.",
    ),
    "M317": (
        "a quotation on another page",
        "error",
        "The quotation is in the opinion, but not on the page of its pin cite.",
    ),
    "M318": (
        "a citation of unknown form",
        "warning",
        "Citations are written as volume, reporter, page, court and year; statutes and constitutions by section.",
    ),
    "M319": (
        "a pin cite of unknown form",
        "warning",
        "Pin cites are written as 853, 852-853, 845 n. 7, 848 & n. 8, *3 or ¶ 12; several are joined by commas.",
    ),
    "M320": (
        "an authority from after the argument",
        "error",
        "Counsel cannot cite what had not been decided. Later cases belong to the aftermath.",
    ),
    "M321": (
        "the text of an opinion cannot be read",
        "error",
        "It is a plain text file of at most 2 MB beside the case file; the table of its pages, if there is one, has a page and an offset on each line.",
    ),
    "M323": (
        "the answers give themselves away",
        "warning",
        "In a case with ten questions or more, a player who knows no law should do no better by choosing the first answer, the longest, or one "
        "with a certain word. Told only where chance does not explain it.",
    ),
    "M324": (
        "quotations that nothing checks",
        "warning",
        "An opinion has no `text`, so nobody compares its quotations with what was written.",
    ),
    "M330": (
        "a position without reasons",
        "warning",
        "An opinion that takes the position can hold it and cannot say why. Reasons are two or three sentences of the law's own.",
    ),
    "M331": (
        "a point without a clause",
        "warning",
        'Opinions tell what counsel argued in indirect speech, and a title is not a sentence. `says:` is what follows "petitioners say".',
    ),
    "M332": (
        "an authority on both sides",
        "warning",
        "The same page cited in support of two rival positions would be cited by some opinion against itself. A signal, a parenthetical or a "
        "pin says what each use is of.",
    ),
    "M333": (
        "a disposition of another kind of case",
        "error",
        "A judgment below is affirmed, reversed or vacated; an application, where there is no judgment below, is granted or denied.",
    ),
    "M335": (
        "the decision is too short or too long",
        "warning",
        "The debrief tells what the court decided in eight to twelve lines of at most fifty words: holding, steps, what was left open, who differed.",
    ),
    "M336": (
        "a line of the decision has no such page",
        "warning",
        "A line of the decision is cited to a page that cannot be read, or that its opinion does not have. Readers are sent to that page.",
    ),
    "M337": (
        "a position of the court that nobody argues",
        "warning",
        "The lead opinion takes it, and no point and no answer urges it. What nobody argues is seldom found, so the case can hardly end as it did.",
    ),
    "M401": ("too many heads", "error", "A side has at most five heads."),
    "M402": ("too many points under a head", "error", "At most four points stand under a head."),
    "M403": ("too many points of reply", "error", "A side may make at most four points in reply."),
    "M404": (
        "a reply in a format that has none",
        "error",
        "The side does not reply in the format that the case is argued in.",
    ),
    "M405": (
        "a reply to nothing",
        "error",
        "A point of reply is open only against what the other side said.",
    ),
    "M406": ("a head without points", "error", "Under each head there is something to say."),
    "M407": (
        "too few heads",
        "error",
        "A roadmap announces two or three heads. With one head there is nothing to order (a warning); with none, nothing to say.",
    ),
    "M408": ("a question without answers", "error", "Counsel must be able to answer."),
    "M409": ("a question with one answer", "warning", "A question is a choice."),
    "M410": (
        "an attack on one's own side",
        "warning",
        "An attack answers the other side. An argument that attacks itself is an error.",
    ),
    "M411": (
        "a pick with no right answer, or several",
        "error",
        "A question answered from the table or the record has exactly one right answer.",
    ),
    "M412": (
        "a pick that does not fit",
        "error",
        "`picks` and `right` stand in questions with `pick`, and each answer picks another thing.",
    ),
    "M414": (
        "the other side's words",
        "error",
        "Counsel takes back, contradicts and withdraws only what their own side says.",
    ),
    "M416": (
        "a guard that can never be met",
        "error",
        "The guard asks about something that cannot have been said by then, or that has always been said.",
    ),
    "M417": (
        "guards ask about too much",
        "error",
        "What a side has said must be remembered while a guard may still ask about it. At most six things a side keep the proof within reach.",
    ),
    "M418": ("a guard that is always met", "warning", "The guard changes nothing."),
    "M419": ("an attack on what makes no argument", "warning", "Only an argument can be attacked."),
    "M421": (
        "a question that may leave counsel without an answer",
        "error",
        "If every answer has a guard, all of them may be closed at once.",
    ),
    "M422": (
        "taking back what was never said",
        "warning",
        "What is retracted or contradicted can never have come first.",
    ),
    "M426": ("answers all of one manner", "warning", "The manner is what counsel chooses; offer different ones."),
    "M430": (
        "a scene without a rule",
        "error",
        "A scene tests the rule of a position. The position states it under `rule`, and its issue says what `met` and `unmet` mean.",
    ),
    "M431": ("a scene that changes nothing", "error", "A hypothetical turns at least one dial from where it stands."),
    "M432": (
        "a reply without a scene, or a scene without a reply",
        "error",
        "A question that turns dials offers at least one answer that accepts, distinguishes or modifies; other questions offer none.",
    ),
    "M433": (
        "a consequence written by hand",
        "error",
        "What an answer to a scene argues or gives up is worked out from the rule.",
    ),
    "M434": (
        "a reply in another manner",
        "error",
        "To accept is direct or concedes; to distinguish distinguishes; to modify modifies.",
    ),
    "M435": (
        "a distinction without a difference",
        "error",
        "Counsel distinguishes a scene by something in which it differs from this case.",
    ),
    "M436": ("a scene in which nothing is at stake", "warning", "Neither result would offend any principle."),
    "M437": (
        "a modification that changes nothing",
        "warning",
        "The new rule gives the old results, whatever the facts.",
    ),
    "M438": ("a dial nobody turns", "warning", "No rule reads it and no scene changes it."),
    "M439": ("a condition in vain", "warning", "The rule names a dial, but no value of it ever changes the result."),
    "M440": ("a scene in another kind of question", "error", "Only a hypothetical turns dials."),
    "M441": (
        "a tree at odds with a rule",
        "warning",
        "Positions on what the record shows must part where the rule found above them gives different results, and only there.",
    ),
    "M442": (
        "a worth that does nothing",
        "warning",
        "A reply to a scene, and a choice from the table or the record, have their worth from what they say.",
    ),
    "M443": (
        "a scene that tests another's rule",
        "warning",
        "Nothing counsel who is asked may say urges the position.",
    ),
    "M444": (
        "rebuts that cancel",
        "warning",
        "All that is said on the issue are pairs of one form and one strength that rebut each other, so no judge can differ on it but by principle.",
    ),
    "M480": (
        "a rule too tangled to look through",
        "error",
        "What a rule turns on is worked out from its ways, and there is a limit to that work so that no file can stop the program. "
        "Rules of a dozen dials and a dozen ways do not come near it.",
    ),
}
