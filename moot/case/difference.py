"""What differs between two versions of a case, thing by thing: what was added, removed or changed, and what was only reworded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from moot.case.argument import Answer, Argument, Attack, Guard, Point, Question
from moot.case.case import Case
from moot.case.fingerprint import no_rule_reads, spoken_ticks
from moot.case.law import DecisionTree, Issue, Position, PositionRef
from moot.case.must import Property
from moot.case.opinion import Mark, RealOpinion

__all__ = ["Difference", "HowDiffers", "differences", "renamed"]

HowDiffers = Literal["added", "removed", "renamed", "changed", "reworded"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. ``what`` is its kind and ``id`` its name; ``details`` say key by key what has changed.

    What is ``renamed`` has another id, by ``renamed_from`` or by its words; ``details`` say the id before. What is ``reworded``
    differs only in what no rule of a round reads: its ``details`` are the keys.
    """

    what: str
    id: str
    how: HowDiffers
    details: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As `moot diff --json` prints it."""
        return {"what": self.what, "id": self.id, "how": self.how, "details": list(self.details)}


def differences(old: Case, new: Case) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the new case; what was removed comes last."""
    before, after = dict(_things(old)), dict(_things(new))
    found: list[Difference] = []
    another_id = _renamed(before, after, new.renamed_from)
    ids = {was[1]: now[1] for now, was in another_id.items()}
    for key, thing in after.items():
        if key in another_id:
            found.append(Difference(*key, "renamed", (f"it was `{another_id[key][1]}`",)))
        elif key not in before:
            found.append(Difference(*key, "added"))
            continue
        differing, reworded = _compared(before[another_id.get(key, key)], thing, old, new, ids)
        if differing:
            found.append(Difference(*key, "changed", tuple(differing)))
        if reworded:
            found.append(Difference(*key, "reworded", tuple(reworded)))
    stayed = [[key for key in each if key in before and key in after] for each in (before, after)]
    found += [
        Difference(what, "", "changed", ("they stand in another order",))
        for what in dict.fromkeys(kind for kind, _ in stayed[1])
        if _of(what, stayed[0]) != _of(what, stayed[1])
    ]
    gone = set(before) - set(after) - set(another_id.values())
    found += [Difference(*key, "removed") for key in before if key in gone]
    return tuple(found)


def renamed(old: Case, new: Case) -> dict[str, str]:
    """The id now of every head, point, question and answer that had another, by that other."""
    found = _renamed(dict(_things(old)), dict(_things(new)), new.renamed_from)
    return {was: now for (kind, now), (_, was) in found.items() if kind in _IN_MOVES}


_IN_MOVES = ("head", "point", "question", "answer")
"""The kinds of thing whose ids stand in the moves of a round."""

_WORDS = {
    "record entry": "text",
    "authority": "cite",
    "issue": "question",
    "position": "text",
    "head": "title",
    "point": "speech",
    "question": "text",
    "answer": "text",
    "holding": "quote",
}
"""The words by which a thing of each kind is known again, whatever its id is."""


def _renamed(
    before: dict[tuple[str, str], Any],
    after: dict[tuple[str, str], Any],
    said: tuple[tuple[str, str], ...],
) -> dict[tuple[str, str], tuple[str, str]]:
    """What has another id now: the new key, and the old one.

    First what the new case says itself (``renamed_from``); then whatever was the only thing of its kind with its words, and is.
    """
    told = {
        (kind, now): (kind, was)
        for now, was in said
        for kind in _IN_MOVES
        if (kind, now) in after and (kind, was) in before
    }
    left = {key: thing for key, thing in before.items() if key not in told.values()}
    gone = _by_words(left, after)
    come = _by_words({key: thing for key, thing in after.items() if key not in told}, before)
    return told | {
        keys[0]: gone[words][0] for words, keys in come.items() if len(keys) == 1 == len(gone.get(words, ()))
    }


def _by_words(
    things: dict[tuple[str, str], Any], others: dict[tuple[str, str], Any]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The things that the others do not have, by their kind and words."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key, thing in things.items():
        held = thing.question if isinstance(thing, _Placed) else thing
        words = getattr(held, _WORDS[key[0]]) if key[0] in _WORDS and key not in others else ""
        if words:
            # The answers of two questions may have the same words; a question keeps its answers' letters.
            letter = key[1].rpartition(".")[2] if key[0] == "answer" else ""
            found.setdefault((key[0], f"{letter} {words}"), []).append(key)
    return found


def _of(what: str, keys: list[tuple[str, str]]) -> list[str]:
    return [id for kind, id in keys if kind == what]


# -- the things of a case --------------------------------------------------------------------------------------------------

_APART: dict[type, frozenset[str]] = {
    Answer: frozenset({"id", "follow_ups", "consequence"}),
    Argument: frozenset({"id"}),
    Case: frozenset(
        {
            "renamed_from",
            "record",
            "outside_record",
            "authorities",
            "issues",
            "tree",
            "heads",
            "points",
            "opinions",
            "dials",
            "version",
        }
    ),
    DecisionTree: frozenset({"nodes"}),
    Issue: frozenset({"positions"}),
    Point: frozenset({"questions"}),
    Question: frozenset({"answers", "returns_to"}),
    RealOpinion: frozenset({"holdings"}),
}
"""Fields that are compared as things of their own, or that the engine works out from the rest."""

_MATTERS = {
    Case: frozenset({"bench", "argument", "historical", "decision", "real", "must"}),
    Position: frozenset({"marks"}),
}
"""Fields that do not bar the replay of a record, and yet are more than words."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question, with what it stands under."""

    under: str
    question: Question


def _things(case: Case) -> Iterator[tuple[tuple[str, str], Any]]:
    yield ("case", ""), case
    for item in (*case.record, *case.outside_record):
        yield ("record entry", item.id), item
    for authority in case.authorities:
        yield ("authority", authority.id), authority
    for dial in case.dials:
        yield ("dial", dial.id), dial
    for issue in case.issues:
        yield ("issue", issue.id), issue
        for position in issue.positions:
            yield ("position", f"{issue.id}.{position.id}"), position
    yield ("decision tree", ""), case.tree
    for node in case.tree.nodes:
        yield ("node", node.id), node
    for head in case.heads:
        yield ("head", head.id), head
    for point in case.points:
        yield ("point", point.id), point
        yield from _asked(point.questions, point.id)
    for opinion in case.opinions:
        yield ("opinion", opinion.id), opinion
        for holding in opinion.holdings:
            yield ("holding", f"{opinion.id}:{holding.id}"), holding


def _asked(questions: tuple[Question, ...], under: str) -> Iterator[tuple[tuple[str, str], Any]]:
    for question in questions:
        if question.stock:
            continue
        yield ("question", question.id), _Placed(under, question)
        for answer in question.answers:
            yield ("answer", answer.id), answer
            yield from _asked(answer.follow_ups, answer.id)


# -- two versions of one thing ---------------------------------------------------------------------------------------------


def _compared(one: Any, other: Any, old: Case, new: Case, ids: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What has changed in meaning, in words; and the keys whose words have changed."""
    differing: list[str] = []
    reworded: list[str] = []
    if isinstance(one, _Placed):
        if ids.get(one.under, one.under) != other.under:
            differing.append(f"under `{one.under}`, now under `{other.under}`")
        one, other = one.question, other.question
    before, after = spoken_ticks(one, old.costs), spoken_ticks(other, new.costs)
    if before and after and before != after:
        differing.append(f"takes {_time(before)}, now {_time(after)}")
    _fields(one, other, "", differing, reworded, ids)
    return differing, reworded


def _time(ticks: str) -> str:
    seconds = int(ticks) * 15
    return f"{seconds // 60}:{seconds % 60:02}"


def _fields(one: Any, other: Any, name: str, differing: list[str], reworded: list[str], ids: Mapping[str, str]) -> None:
    kind = type(one)
    words = no_rule_reads(kind) - _MATTERS.get(kind, frozenset())
    for item in fields(one):
        if item.name in _APART.get(kind, frozenset()) or (item.name == "id" and one.id in ids):
            continue
        before, after = getattr(one, item.name), getattr(other, item.name)
        # The argument of a point or an answer is written in the file without a key of its own.
        key = name if item.name == "argument" and kind is not Case else f"{name}.{item.name}".lstrip(".")
        if before == after:
            continue
        if item.name in words:
            reworded.append(key)
        elif is_dataclass(before) and type(before) is type(after):
            _fields(before, after, key, differing, reworded, ids)
        elif told := _differs(key or "argument", before, after, ids):
            differing.append(told)


def _differs(key: str, before: Any, after: Any, ids: Mapping[str, str]) -> str:
    """How a value differs, in words; empty where it only names what has another id now."""

    def was(value: Any) -> str:
        return _ID.sub(lambda found: ids.get(found[0], found[0]), repr(value))

    if ids and was(before) == repr(after):
        return ""
    many = isinstance(before, tuple) and isinstance(after, tuple)
    if many and not hasattr(before, "_fields") and not hasattr(after, "_fields"):
        same = {was(item) for item in before} & {repr(item) for item in after} if ids else set()
        gone = [_shown(item) for item in before if item not in after and was(item) not in same]
        come = [_shown(item) for item in after if item not in before and repr(item) not in same]
        if len(gone) + len(come) > _MOST_LISTED:
            return f"{key}: {len(gone)} gone, {len(come)} new"
        told = [f"no longer {item}" for item in gone] + [f"now {item}" for item in come]
        return f"{key}: {', '.join(told) or 'in another order'}"
    return f"{key}: {_shown(before)}, now {_shown(after)}"


_MOST_LISTED = 8
_LONGEST = 80
_ID = re.compile(r"[a-z0-9]+(?:[-.:][a-z0-9]+)*")


def _shown(value: Any) -> str:
    """A value in a few words."""
    if value is None or value in ((), ""):
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Attack):
        return f"{value.kind} `{value.target}`"
    if isinstance(value, PositionRef):
        return f"`{value}`"
    if isinstance(value, Guard):
        return f"`{value.said}` {'said' if value.wanted else 'not said'}"
    if isinstance(value, Mark):
        return f"{value.treatment} by {value.opinion}" + (f" ({value.holding})" if value.holding else "")
    if isinstance(value, Property):
        return str(value)
    if isinstance(value, tuple):
        return " ".join(_shown(item) for item in value)
    if is_dataclass(value):
        shown = (_shown(getattr(value, item.name)) for item in fields(value))
        return " ".join(word for word in shown if word != "nothing")[:_LONGEST]
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
