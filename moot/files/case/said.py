"""The shapes of what counsel and the bench say in a case file: points, questions and answers (docs/case-format.md)."""

from __future__ import annotations

import re
from typing import Any

from moot.case import (
    PRINCIPLES,
    Attacking,
    ConcessionKind,
    Manner,
    Modality,
    Purpose,
    Side,
    Signal,
    Tone,
    Treatment,
)
from moot.files.case.dials import REPLY, SCENE
from moot.files.case.named import not_a_judge
from moot.files.case.scalars import ID, IDS, PIN, POSITION, PROSE, REF, REFS, TICKS, optional
from moot.files.schema.shapes import (
    Either,
    Field,
    Fields,
    Flag,
    Keyed,
    ListOf,
    Number,
    One,
    Reading,
    Text,
    Word,
)

__all__ = [
    "MARK",
    "POINT",
    "QUESTION",
    "QUESTION_FIELDS",
    "REASONS",
    "SAYS",
    "SIDE",
    "called",
]

SIDE = Word.of(Side, Side)
_CALLED = {
    Modality.TEXTUAL: ("text", "statutory", "literal", "plain-meaning"),
    Modality.HISTORICAL: ("history", "originalist", "tradition", "original-meaning"),
    Modality.STRUCTURAL: ("structure", "federalism", "institutional"),
    Modality.DOCTRINAL: (
        "precedential",
        "precedent",
        "case-law",
        "stare-decisis",
        "authority",
        "analogical",
        "analogy",
    ),
    Modality.PRUDENTIAL: ("policy", "consequentialist", "consequences", "pragmatic", "practical"),
    Modality.ETHICAL: ("moral", "equity", "equitable", "fairness", "ethos"),
    Modality.FACTUAL: ("facts", "fact", "record", "evidentiary"),
}


def called(word: str) -> str:
    """The modality that other books call by this word; empty where none is."""
    known = re.sub("[ _]+", "-", word.strip().lower())
    return next((str(name) for name, others in _CALLED.items() if known in others), "")


def _modality(word: str) -> str:
    name = called(word)
    return f"it is called `{name}` here" if name else ""


MODALITY = Word(tuple(Modality), Modality, "modalities", _modality)


GUARD = One({"said": REF, "unsaid": REF})
GUARDS = optional(ListOf(GUARD), (), "said or unsaid: an id that must, or must not, have been said")
ATTACKS = optional(
    ListOf(One({str(kind): REF for kind in Attacking})),
    (),
    "rebut, undermine or undercut: an id",
)
MARK = One({str(word): Text(400) if word is Treatment.NOT_REACHED else ID for word in Treatment})
MARKS = optional(Keyed(MARK), {}, "how each real opinion treats this")

CITE = Either(
    ID,
    Fields(
        "a citation",
        {
            "authority": Field(ID, says="the authority's id"),
            "signal": optional(
                Word.of(Signal, Signal, "signals"), Signal.SEE, "what the citation does for the argument"
            ),
            "pin": optional(PIN, "", "the page it is cited for, such as 596-597 or 626 n. 2"),
            "says": optional(Text(200), "", "its own parenthetical, where the authority's general line does not fit"),
        },
    ),
    lambda word: {"authority": word, "signal": Signal.SEE, "pin": "", "says": ""},
)
REASONS = Text(900)
SAYS = Text(300)

ARGUES: dict[str, Field] = {
    "modality": Field(MODALITY, says="the form of argument"),
    "urges": Field(POSITION, says="issue.position"),
    "also_urges": optional(ListOf(POSITION), (), "other positions it also urges"),
    "strength": Field(Number(1, 5), says="1 to 5"),
    "cites": optional(ListOf(CITE), (), "ids of authorities, or each with its signal, pin and parenthetical"),
    "appeals": optional(
        ListOf(Word(tuple(PRINCIPLES), defined="principles")), (), "principles the argument appeals to"
    ),
    "record": optional(IDS, (), "ids of the record"),
    "attacks": ATTACKS,
}


def _concession(values: dict[str, Any], reading: Reading) -> None:
    """Facts strike; law withdraws."""
    wrong = "withdraws" if values["kind"] is ConcessionKind.FACT else "strikes"
    if values[wrong]:
        right = "strikes" if wrong == "withdraws" else "withdraws"
        reading.path.append(wrong)
        reading.tell(
            "M117",
            f"a concession of {values['kind']} cannot have `{wrong}`",
            f"write `{right}`",
            on_key=True,
        )
        reading.path.pop()


CONCESSION = Fields(
    "a concession",
    {
        "kind": Field(
            Word.of(ConcessionKind, ConcessionKind),
            says="fact binds everyone; law withdraws one's own points",
        ),
        "what": Field(Text(400), says="what is conceded"),
        "strikes": optional(REFS, (), "points of either side, for a concession of fact"),
        "withdraws": optional(REFS, (), "points of one's own side, for a concession of law"),
    },
    check=_concession,
)

ANSWER_FIELDS: dict[str, Field] = {
    "id": Field(ID, says="a letter, as a rule"),
    "text": optional(PROSE, "", "the answer, 15 to 60 words; may be left out where `picks` stands"),
    "manner": Field(Word.of(Manner, Manner, "manners"), says="how the answer meets its question"),
    "picks": optional(ID, None, "the authority or record entry chosen"),
    "right": optional(Flag(), None, "whether it is the right choice"),
    "argument": optional(Fields("an argument", ARGUES), None, "what the answer itself argues"),
    "concedes": optional(CONCESSION, None, "what it concedes"),
    "retracts": optional(REFS, (), "points or answers of one's own side taken back"),
    "contradicts": optional(REFS, (), "earlier answers or points of one's own side it cannot stand with"),
    "outside": optional(IDS, (), "matters outside the record it brings in"),
    "reply": optional(REPLY, None, "to a scene: accept (met or unmet), distinguish (a dial) or modify (a rule)"),
    "overclaims": optional(Flag(), False, "claims more than the authority or record gives"),
    "why": optional(SAYS, "", "one sentence of law: why this answer helps or hurts"),
    "worth": optional(
        Number(-2, 2), None, "-2 to 2: overrides the table of credit, where the answer gives the case away or wins it"
    ),
    "says": optional(SAYS, "", "the answer as a clause in indirect speech, for opinions"),
    "marks": MARKS,
    "ticks": optional(TICKS, None, "its cost in ticks of 15 seconds"),
    "when": GUARDS,
}
ANSWER = Fields("an answer", ANSWER_FIELDS, either=(("text", "picks"),))

QUESTION_FIELDS: dict[str, Field] = {
    "id": Field(ID),
    "source": optional(Text(40), None, "the real episode"),
    "asked_by": optional(IDS, (), "judges who really asked"),
    "purpose": Field(Word.of(Purpose, Purpose, "purposes"), says="why it is asked"),
    "tone": Field(Word.of(Tone, Tone, "tones"), says="how it is put"),
    "who": optional(
        ListOf(Word((*Purpose, *PRINCIPLES), nearest=not_a_judge)),
        (),
        "purposes or principles that fit the asker",
    ),
    "when": GUARDS,
    "text": Field(PROSE, says="the question, 20 to 70 words"),
    "pick": optional(
        Word(("authority", "record")),
        None,
        "answered from the table of authorities or the record",
    ),
    "scene": optional(SCENE, None, "for a hypothetical: the dials it turns, and the rule it tests"),
    "answers": Field(ListOf(ANSWER), says="3 or 4"),
    "ticks": optional(TICKS, None, "its cost in ticks of 15 seconds"),
}
QUESTION = Fields("a question", QUESTION_FIELDS, ref="question")
ANSWER_FIELDS["follow_ups"] = optional(ListOf(QUESTION), (), "questions asked only after this answer")

POINT = Fields(
    "a point",
    {
        "id": Field(ID),
        "side": Field(SIDE, says="petitioner or respondent"),
        "head": optional(ID, None, "the head it stands under"),
        "rebuttal": optional(Flag(), False, "true for a point of rebuttal"),
        "replies_to": optional(REFS, (), "heads or points of the other side"),
        "title": Field(Text(60), says="shown on the choice; at most 60 characters"),
        "speech": Field(PROSE, says="what counsel says, 60 to 110 words"),
        "says": optional(SAYS, "", "the point as a clause in indirect speech: what follows `petitioners say that`"),
        **ARGUES,
        "briefed": optional(Flag(), False, "true where the written briefs already make it"),
        "ticks": optional(TICKS, None, "its cost in ticks of 15 seconds"),
        "when": GUARDS,
        "marks": MARKS,
        "questions": optional(ListOf(QUESTION), (), "in the order in which the bench may ask them"),
    },
    clash=(("head", "rebuttal"), ("head", "replies_to")),
    either=(("head", "rebuttal"),),
)
