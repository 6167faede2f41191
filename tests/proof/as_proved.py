"""What the proof finds of some small cases, as text: `tests/proof/as_proved.txt`. `scripts/goldens.py` writes it again.

The models for SPIN and the portable certificates are held by their digests: SPIN and `docs/check_certificate.py` check the things themselves.
Whoever changes one runs `pytest -m spin tests/proof` and `scripts/certificates.py` before the digest is written again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import moot
from moot.bench.persona import Bench
from moot.case import Case, Point, Side
from moot.errors import Diagnostic
from moot.files.case.read import read_case
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.audit import audit_model
from moot.proof.bounds import SupportBounds
from moot.proof.certificate import Certificate
from moot.proof.dead import reachable_in
from moot.proof.fast.survey import survey
from moot.proof.historical.facts import check_history
from moot.proof.historical.line import check_line
from moot.proof.historical.thin import check_thin
from moot.proof.portable import certificate_document
from moot.proof.prove import prove_rules
from moot.proof.reference.compile import allowed_transitions, compile_model
from moot.proof.reference.explore import explore, upper_bounds
from moot.proof.reference.paths import count_lines
from moot.proof.spin.promela import promela
from moot.round.formats import get_format, one_speaker
from moot.round.rules import rules_for
from tests.proof.test_history import NINE, joined_by, with_votes
from tests.proof.test_line import LINE, case_with, changed
from tests.proof.test_mutants import RULES, Broken

GOLDEN = Path(__file__).parent / "as_proved.txt"
BASE = Path(__file__).parent.parent / "files" / "base-case.yaml"

SHORT = one_speaker("short", "Short", 14, (0, 1))
TIGHT = one_speaker("tight", "Tight", 7, (1,))


def base() -> Case:
    """The small case of the tests of files."""
    case, found = read_case(BASE)
    assert case is not None, found
    return case


def _certificate(certificate: Certificate) -> Iterator[str]:
    found = certificate.to_dict()
    found.pop("seconds")
    for key, value in found.items():
        if key == "dead":
            yield from (
                f"dead {each['code']} {each['what']} {each['id']} {each['exact']}: {each['reason']}" for each in value
            )
        else:
            yield f"{key}: {value}"
    yield f"clean: {bool(certificate)}"
    for problem in certificate.problems:
        yield f"{problem.code} {problem.severity} {problem.key}: {problem.message}; {problem.help}"
    for judge, issues in (certificate.findings or {}).items():
        yield f"{judge} may find {issues}"


def _reference(case: Case, form: str, bench: Bench | None = None) -> Iterator[str]:
    """The reference explorer, all it knows: what `prove` uses only where the quick way fails."""
    rules = rules_for(case, form)
    successors = allowed_transitions(rules, case, bench)
    yield from _certificate(prove_rules(rules, successors, case=case, bench=bench, format=form))
    model = compile_model(rules, successors)
    bound, longest = upper_bounds(model)
    reach = explore(model, longest)
    counted = count_lines(model, reach.slots, bound, reach.longest)
    yield f"bounds {bound} {longest}; slots {reach.slots}; shortest {reach.shortest}; longest {reach.longest}"
    yield f"lines {counted.count} {counted.total} {sorted(counted.ends.values())}"
    yield f"audit {audit_model(model, reach)}"
    said = reachable_in(model, reach)
    yield f"said {sorted(said.points)} {sorted(said.broken)} {sorted(said.questions)} {sorted(said.answers)}"
    rows = [
        (
            [sorted(map(str, part)) if isinstance(part, frozenset) else str(part) for part in model.states[n]],
            reach.ticks(n),
            reach.lowest(n),
        )
        for n in range(len(model.states))
        if reach.clocks[n]
    ]
    yield f"states {_digest(json.dumps(rows))}"


def _problems(found: Iterable[Diagnostic]) -> Iterator[str]:
    for each in found:
        yield f"{each.code} {each.severity} {'.'.join(map(str, each.key))}: {each.message}; {each.help}"


def _lines() -> Iterator[str]:
    """What is said of a historical line with a move left out, said twice, put first, or the last of all; and of some slips."""
    bench = moot.load_bench("three")
    short = [LINE[:n] for n in range(1, len(LINE))]
    without = [LINE[:n] + LINE[n + 1 :] for n in range(len(LINE))]
    twice = [LINE[: n + 1] + LINE[n:] for n in range(len(LINE))]
    first = [(LINE[n], *LINE) for n in range(1, len(LINE))]
    late = (LINE[0], "plead p-sign @40")
    slips = [
        changed(2, "plead p-paid"), changed(2, "plead p-sigm"), changed(2, "plead"), changed(3, "ask q-everywere"),
        changed(3, "ask q-which by nobody"), changed(3, "ask q-everywhere by steven"), changed(4, "answer q-everywhere.c"),
        changed(4, "answer q-nothing.a"), changed(7, "roadmap statute reserve 0"), changed(7, "roadmap statute,trifle reserve 2"),
        changed(1, "roadmap fairness,fee reserve 0"), changed(1, "roadmap fee,fairness"), changed(1, "turn fee"), changed(5, "resume"),
        (*late, "sit"), (*late, "plead p-paid"), (*late, *LINE[6:], "sit"), (*LINE[:6], LINE[6], "plead r-act @40", "sit"),
    ]  # fmt: skip
    for line in (*short, *without, *twice, *first, *slips):
        yield f"{'; '.join(line)}"
        yield from (f"    {told}" for told in _problems(check_line(case_with(*line), bench)))


def _thin() -> Iterator[str]:
    """What is poor in the shipped cases, where nothing of it is accepted and no opinion has its text."""
    for id in ("base", *sorted(list_cases())):
        case = _case(id)
        bare = replace(case, accepts=(), opinions=tuple(replace(each, text=None) for each in case.opinions))
        heads = replace(case, accepts=(), points=tuple(_unbriefed(point) for point in case.points))
        yield id
        for one in (bare, heads):
            yield from (f"    {told}" for told in _problems(check_thin(one, moot.load_bench(case.bench))))


def _unbriefed(point: Point) -> Point:
    return replace(point, argument=replace(point.argument, briefed=False))


def _history() -> Iterator[str]:
    """What is said of votes and of those who join."""
    votes = (
        {"stevens": None}, {"ginsburg": None}, {"roberts": "joined"}, {"breyer": None, "bryer": "concurring"}, {"nobody": "took no part"},
        {"ginsburg": "author"}, {"scalia": "joined"}, {"ginsburg": "dissenting"}, {"thomas": "took no part"}, {"xyz": "dissenting"},
    )  # fmt: skip
    for changes in votes:
        yield str(changes)
        yield from (f"    {told}" for told in _problems(check_history(with_votes(**changes), NINE)))
    yield "no bench"
    yield from (f"    {told}" for told in _problems(check_history(with_votes(thomas="joined"), None)))
    for names in (("rehnquist", "oconor"), ("rehnquist", "breyer", "breyer"), ("souter", "thomas")):
        yield f"joined by {names}"
        yield from (f"    {told}" for told in _problems(check_history(joined_by(*names), NINE)))


def _survey(case: Case, form: str) -> Iterator[str]:
    """The quick explorer turn by turn: what is reached, the lines to where each turn opens, the lowest clocks, the work."""
    found = survey(rules_for(case, form))
    yield f"{found.control_states} control states, {found.states} states, {found.moves} moves, {found.lines}"
    yield f"{len(set(found.local_states))} local states; seconds of {sorted(found.seconds)}"
    for state, lines in found.openings.items():
        yield f"{state.phase}, reserve {state.reserve}, {len(state.left)} heads, {len(state.flags)} flags: {lines}"
    for turn, reserve in found.turns:
        clocks = sorted(Counter(witness.clock for witness in turn.witnesses.values()).items())
        yield f"turn {turn.openings} of {turn.max_opening}, reserve {reserve}: {turn.counts}; bounds {turn.upper_bounds()}; lowest {clocks}"
    yield f"work {found.turns[0][0].graphs.work.done}"


def _bounds(case: Case, bench: Bench) -> Iterator[str]:
    """The bounds on every judge, where everything can be said and broken into."""
    points = frozenset(case.point)
    found = SupportBounds(case, bench, points, points, frozenset(case.answers))
    for judge in bench.judges:
        credit = [found.credit(judge, side) for side in Side]
        support = [
            f"{issue.id}.{position.id} {found.support(judge, issue.id, position)}"
            for issue in case.issues
            for position in issue.positions
        ]
        yield f"{judge.id}: credit {credit}; {'; '.join(support)}"
        yield f"{judge.id}: may find {found.findings[judge.id]}"
    yield from (f"{dead.code} {dead.id}: {dead.reason}" for dead in found.dead())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _model(case: Case, form: str, bench: Bench | None = None) -> Iterator[str]:
    text = promela(case, form, bench)
    yield f"{text.count(chr(10))} lines, {_digest(text)}"


def _portable(case: Case, form: str) -> Iterator[str]:
    document = certificate_document(case, b"", form)
    yield json.dumps(document["claims"])
    yield _digest(json.dumps(document, sort_keys=True))


def _case(id: str) -> Case:
    return base() if id == "base" else moot.load_case(id)


def _bench(*names: str) -> Bench:
    return moot.load_bench(names[0] if len(names) == 1 and names[0] in ("three", "fictional") else list(names))


PROVED: dict[str, Callable[[], Iterator[str]]] = {
    **{
        f"{id} in {form}, before {bench}": lambda id=id, form=form, bench=bench: _certificate(
            prove(_case(id), format=form, judges=_bench(bench))
        )
        for id, form, bench in (
            ("base", "quick", "three"),
            ("base", "jessup", "fictional"),
            ("first-argument", "quick", "three"),
            ("first-argument", "nmcc", "fictional"),
            ("lark-river", "amca", "three"),
            ("brower-v-inyo", "quick", "fictional"),
        )
    },
    "base with little time": lambda: _certificate(prove(base(), format=SHORT, judges=_bench("three"))),
    "base with less": lambda: _certificate(prove(base(), format=TIGHT, judges=_bench("three"))),
    "base, only what one judge asks": lambda: _certificate(prove(base(), _bench("scalia"), format="quick")),
    "base, only what another asks": lambda: _certificate(prove(base(), _bench("stevens"), format="quick")),
    "base without dead content": lambda: _certificate(prove(base(), format="quick", dead=False)),
    "first-argument with a bound": lambda: _certificate(
        prove(moot.load_case("first-argument"), format="quick", bound=3000)
    ),
    "base with a bound": lambda: _certificate(prove(base(), format=SHORT, bound=300)),
    "base by samples": lambda: _certificate(prove(base(), format="quick", sample=60, seed=5)),
    "base as text": lambda: iter(
        [*str(prove(base(), format="quick")).splitlines(), repr(prove(base(), format=SHORT)), *_notebook(base())]
    ),
    "base by the reference": lambda: _reference(base(), "quick"),
    "base by the reference, one judge": lambda: _reference(base(), "quick", _bench("scalia")),
    "lark-river by the reference": lambda: _reference(moot.load_case("lark-river"), "quick"),
    **{
        f"broken rules: {name}": lambda steps=steps, after=after: _certificate(prove_rules(Broken(steps, after)))
        for name, (_, steps, after) in RULES.items()
    },
    "faults of a historical line": _lines,
    "what is poor in a case": _thin,
    "votes and names": _history,
    **{
        f"the turns of {id} in {form}": lambda id=id, form=form: _survey(_case(id), form)
        for id, form in (
            ("base", "quick"),
            ("first-argument", "jessup"),
            ("lark-river", "amca"),
            ("lark-river", "scotus-1997"),
        )
    },
    "the bounds on base": lambda: _bounds(base(), _bench("three")),
    "the bounds on first-argument": lambda: _bounds(moot.load_case("first-argument"), _bench("fictional")),
    "the bounds on brower": lambda: _bounds(moot.load_case("brower-v-inyo"), moot.load_bench("lewis-1998")),
    "the bounds on lewis": lambda: _bounds(moot.load_case("sacramento-v-lewis"), _bench("three")),
    **{
        f"the model of {id} in {form}{' for ' + bench if bench else ''}": lambda id=id, form=form, bench=bench: _model(
            _case(id), form, _bench(bench) if bench else None
        )
        for id, form, bench in (
            ("base", "quick", ""),
            ("base", "quick", "scalia"),
            ("first-argument", "jessup", ""),
            ("lark-river", "jessup", ""),
            ("brower-v-inyo", "scotus-1997", "stevens"),
            ("sacramento-v-lewis", "quick", ""),
            ("atwater-v-lago-vista", "amca", "fictional"),
        )
    },
    "the portable certificate of base": lambda: _portable(base(), "quick"),
    "the portable certificate of first-argument": lambda: _portable(moot.load_case("first-argument"), "jessup"),
    "the portable certificate of lark-river": lambda: _portable(moot.load_case("lark-river"), "quick"),
}


def _notebook(case: Case) -> list[str]:
    return prove(case, format=get_format("quick"))._repr_markdown_().splitlines()


def text_of(name: str) -> str:
    """One entry: its name, and what was found below it."""
    return f"== {name}\n" + "".join(f"{line}\n" for line in PROVED[name]())


def golden() -> dict[str, str]:
    """The entries as they were written."""
    found: dict[str, str] = {}
    for block in GOLDEN.read_text(encoding="utf-8").split("== ")[1:]:
        found[block.partition("\n")[0]] = f"== {block}"
    return found
