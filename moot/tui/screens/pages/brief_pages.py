"""What the pages of the brief say."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from moot.bench.persona import Judge
from moot.case import Case, Side
from moot.opinion.prose.grammar import joined
from moot.report.labels import SUBJECTS
from moot.sitting.showing.choices import point_note
from moot.sitting.words.spoken import both, last_name
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.banner import ink_of

__all__ = ["authority_rows", "bench_rows", "case_rows", "flat", "heading", "manner_of", "point_rows", "record_rows"]


def heading(text: str, ink: Ink = Ink.TITLE) -> Content:
    """A heading."""
    return words((text, ink))


def flat(text: str) -> Hanging:
    """A paragraph set to a width that reads well."""
    return Hanging(EMPTY, [words(text)], indent=0)


def case_rows(sitting: Sitting) -> list[Shown]:
    """Who argues what, the question, the facts, the judgment below."""
    case = sitting.case
    where = ", ".join(part for part in (case.citation, f"No. {case.docket}" if case.docket else "", case.court) if part)
    rows: list[Shown] = [words((case.caption, Ink.STRONG)), words((where, Ink.QUIET)), EMPTY]
    for side in sitting.sides:
        party = case.party(side)
        rows.append(
            Hanging(
                EMPTY,
                [
                    words(
                        "You are ",
                        (both(party.speakers), ink_of(side)),
                        f", for {party.called}: {party.name}. You ask {party.asks}.",
                    )
                ],
                indent=0,
            )
        )
    won = case.party(case.below.won).called
    rows += [EMPTY, heading("The question"), flat(case.question_presented)]
    rows += [EMPTY, heading("The facts"), flat(case.facts)]
    title = "The application" if case.below.application else "The judgment below"
    rows += [EMPTY, heading(title), flat(case.below.summary)]
    if case.below.application:
        rows.append(words((case.burden, Ink.QUIET)))
    else:
        rows.append(words((f"{case.below.court}, {case.below.citation}; for {won}.", Ink.QUIET)))
    return rows


def bench_rows(sitting: Sitting) -> list[Shown]:
    """Who sits, one paragraph on each."""
    rows: list[Shown] = []
    notes = list(dict.fromkeys(judge.note for judge in sitting.bench.judges if judge.note))
    for judge in sitting.bench.judges:
        rows.append(Hanging(words((last_name(judge.name), Ink.STRONG)), [words(manner_of(judge))], indent=12))
    rows += [
        EMPTY,
        words(("Simulated, in the manner of published opinions. No line is a real judge's words.", Ink.ASIDE)),
    ]
    if len(notes) == 1:
        rows[-1] = Hanging(EMPTY, [words((notes[0], Ink.ASIDE))], indent=0)
    return rows


def manner_of(judge: Judge) -> str:
    """A judge in one line, out of the persona: what they hold, what moves them, what they ask."""
    held = sorted(judge.holds, key=lambda held: -held.weight)[:3]
    said = [_first(joined([item.principle.replace("-", " ") for item in held]))] if held else []
    most = max(judge.receptivity.values(), default=0)
    hears = [modality.value for modality, weight in judge.receptivity.items() if weight == most and weight >= 3][:3]
    deaf = [modality.value for modality, weight in judge.receptivity.items() if weight == 0][:2]
    if hears:
        said.append(f"Hears {joined(hears)} argument best" + (f", {joined(deaf)} not at all" if deaf else ""))
    asks = sorted(judge.purposes.items(), key=lambda item: -item[1])[:2]
    often = "Asks often" if judge.talk >= 7 else "Asks" if judge.talk >= 4 else "Seldom asks"
    if asks and judge.talk:
        said.append(f"{often}: {joined([SUBJECTS[purpose] for purpose, _ in asks])}")
    elif not judge.talk:
        said.append("Asks nothing")
    return ". ".join(said) + "."


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def point_rows(case: Case, sides: Sequence[Side]) -> list[Shown]:
    """The heads of the sides and the points under each."""
    rows: list[Shown] = []
    for side in sides:
        if len(sides) > 1:
            rows += [heading(f"For {case.party(side).called}", ink_of(side)), EMPTY]
        for number, head in enumerate(case.heads_of[side], start=1):
            rows.append(Hanging(words((f"{number}  ", Ink.KEY)), [words((head.title, Ink.STRONG))], indent=3))
            rows += [_point(case, point.id) for point in case.points_under[head.id]]
            rows.append(EMPTY)
        if case.replies_of[side]:
            rows.append(
                Hanging(
                    words(("R  ", Ink.KEY)),
                    [words((f"In reply, if {side.other} opens the door", Ink.STRONG))],
                    indent=3,
                )
            )
            rows += [_point(case, point.id) for point in case.replies_of[side]]
            rows.append(EMPTY)
    rows.append(words(("* in your brief: it counts at half strength until you plead it.", Ink.ASIDE)))
    return rows


def _point(case: Case, id: str) -> Hanging:
    point = case.point[id]
    mark = " *" if point.argument.briefed else ""
    return Hanging(
        words("   · "), [words(point.title, (mark, Ink.KEY)), words((point_note(case, point), Ink.QUIET))], indent=5
    )


def record_rows(case: Case) -> list[Shown]:
    """The closed record, and what lies outside it."""
    rows: list[Shown] = [heading("In the record")]
    rows += [Hanging(words((item.page, Ink.KEY)), [words(item.text)], indent=11) for item in case.record]
    if case.outside_record:
        rows += [EMPTY, heading("Not in the record")]
        rows += [
            Hanging(words(("—", Ink.QUIET)), [words((item.text, Ink.QUIET))], indent=11) for item in case.outside_record
        ]
    return rows


def authority_rows(case: Case) -> list[Shown]:
    """The table of authorities, as they stood on the day."""
    rows: list[Shown] = []
    for item in case.authorities:
        if item.status.value == "later":
            continue
        name = words((item.name, Ink.STRONG), (f", {item.cite}", Ink.QUIET))
        status = "" if item.status.value == "binding" else f" ({item.status.value})"
        rows.append(Hanging(EMPTY, [name, words(item.says, (status, Ink.QUIET))], indent=0))
    return rows
