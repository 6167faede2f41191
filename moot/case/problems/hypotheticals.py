"""M220 and M43x: dials, the rules stated over them, and the scenes that turn them.

What a reply does is worked out from the rule, so the file may not also say it; and a scene that turns nothing, or tests
what has no rule, asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from moot.case.argument import Answer, Point, Question
from moot.case.case import Case
from moot.case.hypotheticals.dials import Reply, ReplyKind, Rule, turned
from moot.case.hypotheticals.settings import MOST_WORK, Budget, TooTangled
from moot.case.law import Issue, Node, Position
from moot.case.problems.notes import Notes, asked, said
from moot.case.words import Manner, Purpose
from moot.errors import Key

__all__ = ["check"]

_MANNERS: dict[ReplyKind, tuple[Manner, ...]] = {
    ReplyKind.ACCEPT: (Manner.DIRECT, Manner.CONCEDE),
    ReplyKind.DISTINGUISH: (Manner.DISTINGUISH,),
    ReplyKind.MODIFY: (Manner.MODIFY,),
}
"""How an answer with each kind of reply meets its question."""


def check(case: Case, notes: Notes) -> None:
    """Look at every dial, rule, scene and reply."""
    _dials(case, notes)
    budget = Budget()
    for index, issue in enumerate(case.issues):
        _issue(case, notes, budget, ("issues", index), issue)
    for key, question, point in asked(case):
        _question(case, notes, budget, key, question, point)
    nodes = {node.id: (index, node) for index, node in enumerate(case.tree.nodes)}
    for node in case.tree.nodes:
        _node(case, notes, node, nodes)


def _dials(case: Case, notes: Notes) -> None:
    used = {dial for question in case.questions.values() if question.scene for dial, _ in question.scene.turns}
    rules = [position.rule for issue in case.issues for position in issue.positions if position.rule is not None]
    rules += [answer.reply.rule for answer in case.answers.values() if answer.reply is not None and answer.reply.rule]
    used |= {dial for rule in rules for dial in rule.reads}
    for index, dial in enumerate(case.dials):
        key: Key = ("dials", index)
        notes.known("M220", (*key, "here"), f"value of `{dial.id}`", dial.here, dial.values)
        if dial.id not in used:
            message = f"no rule turns on `{dial.id}`, and no scene turns it"
            notes.warning("M438", key, message, "name it in a rule or a scene, or delete it")


def _ways(case: Case, notes: Notes, key: Key, rule: Rule) -> bool:
    """Whether every dial and value of a rule exists."""
    good = True
    for index, way in enumerate(rule.ways):
        for dial, values in way:
            if not notes.known("M220", (*key, index, dial), "dial", dial, case.dial):
                good = False
                continue
            known = case.dial[dial].values
            for number, value in enumerate(values):
                good &= notes.known("M220", (*key, index, dial, number), f"value of `{dial}`", value, known)
    return good


def _issue(case: Case, notes: Notes, budget: Budget, key: Key, issue: Issue) -> None:
    for index, position in enumerate(issue.positions):
        here: Key = (*key, "positions", index)
        for dial, value in position.shows:
            if notes.known("M220", (*here, "shows", dial), "dial", dial, case.dial):
                known = case.dial[dial].values
                notes.known("M220", (*here, "shows", dial), f"value of `{dial}`", value, known)
        if position.open is not None:
            _ways(case, notes, (*here, "open"), position.open)
        if position.rule is None or not _ways(case, notes, (*here, "rule"), position.rule):
            continue
        _in_vain(case, notes, budget, (*here, "rule"), position)
    if any(position.rule for position in issue.positions) and not (issue.met and issue.unmet):
        notes.error(
            "M430",
            key,
            f"`{issue.id}` has rules, but does not say what it means that one is met, or not",
            "add `met:` and `unmet:`, such as `met: he is liable`, `unmet: he is not`",
        )


def _in_vain(case: Case, notes: Notes, budget: Budget, key: Key, position: Position) -> None:
    assert position.rule is not None
    try:
        vain = sorted(position.rule.reads - position.rule.turns_on(case.dial, budget))
    except TooTangled:
        _too_tangled(notes, key, f"the rule of `{position.id}`")
        return
    if vain:
        names = ", ".join(f"`{dial}`" for dial in vain)
        message = f"the rule of `{position.id}` names {names}, but its result never turns on that"
        notes.warning("M439", key, message, "leave out a dial whose every value will do, or a way that another covers")


def _too_tangled(notes: Notes, key: Key, whose: str) -> None:
    message = (
        f"the ways of {whose} cut across each other in too many cases: the limit is {MOST_WORK:,} comparisons a file"
    )
    notes.error("M480", key, message, "write fewer ways, or name fewer dials in them")


def _question(case: Case, notes: Notes, budget: Budget, key: Key, question: Question, point: Point) -> None:
    if question.scene is None:
        for index, answer in enumerate(question.answers):
            if answer.reply is not None:
                message = f"`{answer.id}` replies to a scene, but `{question.id}` has none"
                notes.error("M432", (*key, "answers", index, "reply"), message, "add `scene:` to the question")
        return
    here: Key = (*key, "scene")
    if question.purpose is not Purpose.HYPOTHETICAL:
        message = f"`{question.id}` turns dials, so its purpose is hypothetical"
        notes.error("M440", (*key, "purpose"), message, "write `purpose: hypothetical`, or delete the scene")
    rule = _tested(case, notes, (*here, "tests"), question, point)
    turns = all(
        notes.known("M220", (*here, "turns", dial), "dial", dial, case.dial)
        and notes.known("M220", (*here, "turns", dial), f"value of `{dial}`", value, case.dial[dial].values)
        for dial, value in question.scene.turns
    )
    if turns and all(case.dial[dial].here == value for dial, value in question.scene.turns):
        message = f"the scene of `{question.id}` leaves every dial where it stands on this record"
        notes.error("M431", (*here, "turns"), message, "turn at least one")
    if not question.scene.if_met and not question.scene.if_unmet:
        message = f"no result in the scene of `{question.id}` would offend anyone"
        notes.warning("M436", here, message, "say under `if_met` or `if_unmet` which principles it would offend")
    if all(answer.reply is None for answer in question.answers):
        message = f"no answer to `{question.id}` replies to its scene"
        notes.error("M432", (*key, "answers"), message, "add `reply:` to those that accept, distinguish or modify")
    for index, answer in enumerate(question.answers):
        _answer(case, notes, budget, (*key, "answers", index), question, answer, rule)


def _tested(case: Case, notes: Notes, key: Key, question: Question, point: Point) -> Rule | None:
    """The rule a scene puts to the test."""
    assert question.scene is not None
    issue, position = question.scene.tests
    if not notes.known("M204", key, "issue", issue, case.issue):
        return None
    names = [each.id for each in case.issue[issue].positions]
    if not notes.known("M204", key, f"position of the issue `{issue}`", position, names):
        return None
    rule = case.issue[issue].position(position).rule
    if rule is None:
        message = f"`{issue}.{position}` states no rule, so the scene of `{question.id}` has nothing to test"
        notes.error("M430", key, message, "add `rule:` to the position, or test another")
    urged = any(
        saying.side is point.side and saying.argument is not None and (issue, position) in saying.argument.urges
        for saying in said(case)
    )
    if not urged:
        message = f"nothing {point.side} says urges `{issue}.{position}`, so the scene tests another's rule"
        notes.warning("M443", key, message, "test a position that counsel who is asked argues for")
    return rule


def _answer(
    case: Case, notes: Notes, budget: Budget, key: Key, question: Question, answer: Answer, rule: Rule | None
) -> None:
    found = answer.consequence
    own = answer.argument is not None and not answer.argument.offends
    if own or (answer.concedes is not None and (found is None or answer.concedes != found.concession)):
        word = "argument" if own else "concedes"
        message = f"what `{answer.id}` does is worked out from the rule, so it has no `{word}` of its own"
        notes.error("M433", (*key, word), message, f"delete `{word}`, or the scene")
    reply = answer.reply
    if reply is None:
        return
    if answer.manner not in _MANNERS[reply.kind]:
        wanted = " or ".join(_MANNERS[reply.kind])
        message = f"`{answer.id}` replies by `{reply.kind}`, but its manner is {answer.manner}"
        notes.error("M434", (*key, "manner"), message, f"write `manner: {wanted}`")
    if reply.dial is not None:
        _distinction(case, notes, (*key, "reply", "distinguish"), question, reply.dial)
    if reply.rule is not None and _ways(case, notes, (*key, "reply", "modify"), reply.rule) and rule is not None:
        _modification(case, notes, budget, (*key, "reply", "modify"), answer, rule, reply)


def _distinction(case: Case, notes: Notes, key: Key, question: Question, dial: str) -> None:
    assert question.scene is not None
    if any(turn[0] not in case.dial for turn in question.scene.turns):
        return  # it has been told, and may be the dial that is meant
    if notes.known("M220", key, "dial", dial, case.dial):
        scene = turned(case.dial, tuple(turn for turn in question.scene.turns if turn[0] in case.dial))
        if scene[dial] == case.dial[dial].here:
            message = f"the scene of `{question.id}` does not turn `{dial}`, so it is no difference from this case"
            notes.error("M435", key, message, "distinguish by a dial the scene turns")


def _modification(case: Case, notes: Notes, budget: Budget, key: Key, answer: Answer, rule: Rule, reply: Reply) -> None:
    assert reply.rule is not None
    if not rule.reads <= case.dial.keys():
        return
    try:
        same = rule.same(reply.rule, case.dial, budget)
    except TooTangled:
        _too_tangled(notes, key, f"the rule of `{answer.id}`")
        return
    if same:
        message = f"the rule of `{answer.id}` gives the same result as the one it modifies, whatever the facts"
        notes.warning("M437", key, message, "change a condition")


def _node(case: Case, notes: Notes, node: Node, nodes: Mapping[str, tuple[int, Node]]) -> None:
    """Where a rule is found and the record is looked at next, the branches must follow what the rule gives."""
    if node.issue not in case.issue:
        return
    children = dict(node.then)
    for position in case.issue[node.issue].positions:
        place, after = nodes.get(children.get(position.id, ""), (0, None))
        if position.rule is None or after is None or after.issue not in case.issue:
            continue
        shown = [each for each in case.issue[after.issue].positions if each.shows]
        if not shown or not _all_known(case, position.rule, shown):
            continue
        leads = dict(after.then)
        for one, other in pairwise(shown):
            same = position.rule.met(turned(case.dial, one.shows)) is position.rule.met(turned(case.dial, other.shows))
            if same is not (leads.get(one.id) == leads.get(other.id)):
                part = "the same result" if same else "another result"
                message = (
                    f"at `{after.id}` the rule `{position.id}` gives {part} for `{one.id}` and `{other.id}`, "
                    f"but the tree {'parts them' if same else 'sends both the same way'}"
                )
                notes.warning("M441", ("tree", "nodes", place, "then"), message, "follow the rule, or mend it")


def _all_known(case: Case, rule: Rule, shown: Iterable[Position]) -> bool:
    named = rule.reads | {dial for position in shown for dial, _ in position.shows}
    return named <= case.dial.keys()
