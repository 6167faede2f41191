"""M4xx: heads, points, questions and answers make a round that can be played."""

from __future__ import annotations

from moot.case.argument import Answer, Point, Question
from moot.case.case import Case, last_name
from moot.case.problems.notes import Notes, Said, asked, said
from moot.case.words import ConcessionKind, Side
from moot.errors import Key

__all__ = ["MOST_HEADS", "MOST_POINTS", "MOST_REPLIES", "check"]

MOST_HEADS = 5
MOST_POINTS = 4
MOST_REPLIES = 4
LEAST_HEADS = 2


def check(case: Case, notes: Notes) -> None:
    """Look at what each side may say and what the bench may ask."""
    for side in Side:
        _heads(case, notes, side)
        _addressed(case, notes, side)
    for side in Side:
        replies = [(place, point) for place, point in enumerate(case.points) if point.replies and point.side is side]
        for number, (place, point) in enumerate(replies):
            if number >= MOST_REPLIES:
                notes.error(
                    "M403",
                    ("points", place),
                    f"there are more than {MOST_REPLIES} points of reply for {side}",
                    "keep the best",
                )
            _reply(case, notes, ("points", place), point)
    for key, question, _ in asked(case):
        _question(notes, key, question)
    for saying in said(case):
        _attacks(case, notes, saying)
        if isinstance(saying.thing, Answer):
            _own_side(case, notes, saying, saying.thing)


def _misnamed(case: Case, side: Side) -> bool:
    """Whether a point of the side names a head that is not there (M205): it may be meant for a head that has none."""
    known = {head.id for head in case.heads_of[side]}
    return any(point.side is side and point.head is not None and point.head not in known for point in case.points)


def _addressed(case: Case, notes: Notes, side: Side) -> None:
    """The bench speaks to whoever stands at the lectern: the name it uses is the one that the lectern shows."""
    party = case.party(side)
    for name, called in zip(party.speakers, party.addressed, strict=False):
        if last_name(called) != last_name(name):
            notes.warning(
                "M153",
                ("sides", side.value, "addressed"),
                f"the bench says `{called}`, and the lectern shows {last_name(name)}, the last name of `{name}`",
                "address counsel by that name; where two argue and one speaks, name the one who speaks last",
            )


def _heads(case: Case, notes: Notes, side: Side) -> None:
    heads = case.heads_of[side]
    if len(heads) > MOST_HEADS:
        notes.error(
            "M401",
            ("heads", side.value),
            f"{side} has more than {MOST_HEADS} heads",
            "join some, or leave some out",
        )
    if not heads:
        notes.error(
            "M407",
            ("heads", side.value),
            f"{side} has no heads",
            "write two at least; a roadmap announces two or three",
        )
    elif len(heads) < LEAST_HEADS:
        notes.warning("M407", ("heads", side.value), f"{side} has only one head", "a roadmap announces two or three")
    for index, head in enumerate(heads):
        points = [number for number, point in enumerate(case.points) if point.head == head.id and point.side is side]
        if not points and not _misnamed(case, side):
            notes.error(
                "M406",
                ("heads", side.value, index),
                f"no point stands under the head `{head.id}`",
                "write one, or delete the head",
            )
        if len(points) > MOST_POINTS:
            key = ("points", points[MOST_POINTS])
            notes.error(
                "M402",
                key,
                f"more than {MOST_POINTS} points stand under the head `{head.id}`",
                "move this one, or leave it out",
            )


def _reply(case: Case, notes: Notes, key: Key, point: Point) -> None:
    if not point.replies_to:
        notes.error(
            "M405",
            key,
            f"the reply `{point.id}` replies to nothing",
            f"add `replies_to:` with heads or points of {point.side.other}",
        )
    for index, id in enumerate(point.replies_to):
        other = case.head.get(id) or case.point.get(id)
        if other is not None and other.side is point.side:
            notes.error(
                "M405",
                (*key, "replies_to", index),
                f"`{id}` is {point.side}'s own",
                f"a reply answers what {point.side.other} said",
            )


def _question(notes: Notes, key: Key, question: Question) -> None:
    answers = question.answers
    if not answers:
        notes.error(
            "M408",
            (*key, "answers"),
            f"the question `{question.id}` has no answers",
            "write three or four",
        )
        return
    if len(answers) == 1:
        notes.warning(
            "M409",
            (*key, "answers"),
            f"the question `{question.id}` has only one answer",
            "a choice needs at least two",
        )
    _worth(notes, key, question)
    if question.pick:
        _pick(notes, key, question)
        return
    for index, answer in enumerate(answers):
        for word, value in (("picks", answer.picks), ("right", answer.right)):
            if value is not None:
                notes.error(
                    "M412",
                    (*key, "answers", index, word),
                    f"`{word}` stands in a question that has no `pick`",
                    "add `pick: authority` or `pick: record` to the question, or delete it",
                )
    if len(answers) > 1 and len({answer.manner for answer in answers}) == 1:
        notes.warning(
            "M426",
            (*key, "answers"),
            f"every answer to `{question.id}` has the manner `{answers[0].manner}`",
            "offer answers of different manner",
        )


def _worth(notes: Notes, key: Key, question: Question) -> None:
    """What an answer is worth is worked out where it picks an entry or replies to a scene, whatever the file says."""
    for index, answer in enumerate(question.answers):
        if answer.worth is None or not (question.pick or answer.reply is not None):
            continue
        how = "from the rule" if answer.reply is not None else "from whether the entry is the right one"
        notes.warning(
            "M442",
            (*key, "answers", index, "worth"),
            f"what `{answer.id}` is worth is worked out {how}, so its `worth` does nothing",
            "delete `worth`",
        )


def _pick(notes: Notes, key: Key, question: Question) -> None:
    right = [answer for answer in question.answers if answer.right]
    if len(right) != 1:
        many = "no answer is" if not right else f"{len(right)} answers are"
        notes.error(
            "M411",
            (*key, "answers"),
            f"{many} right in `{question.id}`, which asks to pick",
            "exactly one answer has `right: true`",
        )
    seen: set[str] = set()
    for index, answer in enumerate(question.answers):
        if answer.picks is None:
            if answer.right:
                notes.error(
                    "M412",
                    (*key, "answers", index),
                    f"the right answer `{answer.id}` picks nothing",
                    "add `picks:`",
                )
            continue
        if answer.picks in seen:
            notes.error(
                "M412",
                (*key, "answers", index, "picks"),
                f"`{answer.picks}` is picked by two answers",
                "give each answer another one",
            )
        seen.add(answer.picks)


def _attacks(case: Case, notes: Notes, saying: Said) -> None:
    if saying.argument is None or saying.argument.offends:
        return
    for index, attack in enumerate(saying.argument.attacks):
        key = (*saying.argument_key, "attacks", index)
        target = attack.target
        if target == saying.thing.id:
            notes.error("M410", key, f"`{target}` attacks itself", "name what it answers")
        elif target in case.point or target in case.answers:
            if target not in case.arguments:
                notes.warning(
                    "M419",
                    key,
                    f"`{target}` makes no argument, so there is nothing to attack",
                    "attack an argument, or give it one",
                )
            elif case.side_of(target) is saying.side:
                notes.warning(
                    "M410",
                    key,
                    f"`{saying.thing.id}` attacks its own side's `{target}`",
                    "attack something of the other side",
                )


def _own_side(case: Case, notes: Notes, saying: Said, answer: Answer) -> None:
    rows: list[tuple[str, Key, tuple[str, ...]]] = [
        ("take back", (*saying.key, "retracts"), answer.retracts),
        ("contradict", (*saying.key, "contradicts"), answer.contradicts),
    ]
    if answer.concedes is not None and answer.concedes.kind is ConcessionKind.LAW:
        rows.append(
            (
                "withdraw",
                (*saying.key, "concedes", "withdraws"),
                answer.concedes.gives_up,
            )
        )
    for verb, key, ids in rows:
        for index, id in enumerate(ids):
            if (id in case.point or id in case.answers) and case.side_of(id) is not saying.side:
                notes.error(
                    "M414",
                    (*key, index),
                    f"counsel cannot {verb} `{id}`, which is {saying.side.other}'s",
                    "name something of the same side",
                )
