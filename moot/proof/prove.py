"""From a case to its certificate: which exploration, and what it found."""

from __future__ import annotations

import time

from moot.bench.persona import Bench
from moot.case import Case
from moot.proof.audit import Failure, audit_model, audit_survey
from moot.proof.certificate import Certificate
from moot.proof.dead import reachable, reachable_in
from moot.proof.fast.survey import BOUND, CONTROL_STATES, LineStats, survey
from moot.proof.reference.compile import (
    Playable,
    Successors,
    TooLarge,
    UnsupportedRules,
    allowed_transitions,
    barred_questions,
    compile_model,
    gc_paused,
)
from moot.proof.reference.explore import explore, upper_bounds
from moot.proof.reference.paths import count_lines
from moot.proof.verdicts import ProofSubject, complete, cyclic, failing, in_part
from moot.round.formats import Format
from moot.round.rules import Rules, rules_for

__all__ = ["BOUND", "prove", "prove_rules"]


def prove(
    case: Case,
    bench: Bench | None = None,
    *,
    format: str | Format | None = None,
    bound: int = BOUND,
    sample: int | None = None,
    seed: int = 0,
    dead: bool = True,
    judges: Bench | None = None,
) -> Certificate:
    """Go through every line of a case: both counsel, every question the case lets any bench ask, every pass.

    Given a ``bench``, only questions that someone on it may ask. ``format`` is the case's own unless told otherwise.
    More than ``bound`` states, and the certificate says BOUNDED; ``sample`` asks for that many seeded lines instead,
    SAMPLED. ``judges`` (the ``bench``, if that is given) are those for whom dead content is looked for, while the
    questions stay free. ``dead=False`` leaves out the search for dead content. Costs are those of the case file: a clock on
    the screen may measure others, but no line is longer or shorter in moves than the control states allow.
    """
    rules = rules_for(case, format)
    with gc_paused():
        return prove_rules(
            rules,
            allowed_transitions(rules, case, bench),
            barred=barred_questions(case, bench),
            case=case,
            bench=bench,
            judges=judges or bench,
            format=rules.format.id,
            bound=bound,
            sample=sample,
            seed=seed,
            dead=dead,
        )


def prove_rules(
    rules: Playable,
    successors: Successors | None = None,
    *,
    barred: frozenset[str] | None = None,
    case: Case | None = None,
    bench: Bench | None = None,
    format: str = "",
    bound: int = BOUND,
    sample: int | None = None,
    seed: int = 0,
    dead: bool = True,
    judges: Bench | None = None,
) -> Certificate:
    """The same for any rules: how the proof itself is tested, on rules broken on purpose.

    Rules of the engine's own kind are explored turn by turn (:mod:`moot.proof.fast`), where ``barred`` says which questions
    ``successors`` leaves out. If they are not of the form that this needs, or the audit fails, the reference explorer
    takes them, which is slower and can show the fault. It takes all other rules too.
    """
    began = time.perf_counter()
    successors = successors or rules.transitions
    subject = ProofSubject(case.id if case else "", format, bench.id if bench else None, began)
    if sample is not None:
        return in_part(subject, "SAMPLED", rules, successors, sample, seed)
    audited: list[Failure] = []
    form = rules.format if isinstance(rules, Rules) else None
    look = dead and case is not None
    passed = ""
    try:
        if isinstance(rules, Rules) and barred is not None:
            try:
                found = survey(rules, barred, bound)
                audited = [Failure(code, words, 0, 0) for code, words in audit_survey(found, rules, barred)]
            except UnsupportedRules as why:
                audited = [Failure("M501", str(why), 0, 0)]
            if not audited:
                lines = found.lines
                said = (
                    reachable(found.local_states, lambda local: (each.move for each in rules.local_moves(local)))
                    if look
                    else None
                )
                return complete(
                    subject,
                    found.control_states,
                    found.states,
                    found.moves,
                    lines,
                    case=case,
                    judges=judges,
                    said=said,
                    form=form,
                )
        model = compile_model(rules, successors, min(bound, CONTROL_STATES))
        if model.cycle:
            return cyclic(subject, model)
        lines_at_most, longest = upper_bounds(model)
        reach = explore(model, longest, bound)
    except TooLarge as past:
        passed = str(past)
    if passed:
        # Outside the handler, because the exception keeps the frames, and so everything computed so far, alive.
        return in_part(subject, "BOUNDED", rules, successors, bound, seed, passed)
    failures = audit_model(model, reach)
    counted = count_lines(model, reach.slots, lines_at_most, reach.longest)
    decided = {n for n in range(len(model.states)) if not model.edges[n] and reach.clocks[n]}
    if set(counted.ends) != decided or sum(counted.ends.values()) != counted.count:
        failures.append(Failure("M502", "lines are lost on the way: their ends do not add up", 0, 0))
    problems, line = failing(model, failures or audited)
    return complete(
        subject,
        sum(1 for clocks in reach.clocks if clocks),
        reach.states,
        reach.moves,
        LineStats(counted.count, counted.total, reach.shortest, reach.longest),
        failures=failures or audited,
        problems=problems,
        line=line,
        case=case,
        judges=judges,
        said=reachable_in(model, reach) if look else None,
        form=form,
    )
