"""Small edits of a case: what a bench that is moved by argument should bear without turning over."""

from __future__ import annotations

from dataclasses import replace

from moot.bench.judging.reasoning import before_the_court
from moot.case import Attack, Attacking


def edits(case, heard):
    """The strength of one argument before the court one up or down; one direction of a rebut between two of them dropped."""
    court = before_the_court(case, heard)
    for id in court:
        argument = case.arguments[id]
        if not argument.offends:
            for strength in (argument.strength - 1, argument.strength + 1):
                if 1 <= strength <= 5:
                    yield edited(case, {id: replace(argument, strength=strength)})
        for attack in argument.attacks:
            if attack.kind is not Attacking.REBUT or attack.target not in court:
                continue
            # An undermine defeats under the rule of a rebut, in one direction.
            target = case.arguments[attack.target]
            rest = tuple(one for one in argument.attacks if one is not attack)
            beside = tuple(one for one in target.attacks if one.target != id)
            forth = replace(argument, attacks=(*rest, Attack(Attacking.UNDERMINE, target.id)))
            yield edited(case, {id: forth, target.id: replace(target, attacks=beside)})
            back = replace(target, attacks=(*beside, Attack(Attacking.UNDERMINE, id)))
            yield edited(case, {id: replace(argument, attacks=rest), target.id: back})


def edited(case, arguments: dict):
    """The case with these arguments in place of its own, by id."""

    def of(question):
        return replace(question, answers=tuple(map(answer, question.answers)))

    def answer(each):
        return replace(each, argument=arguments.get(each.id, each.argument), follow_ups=tuple(map(of, each.follow_ups)))

    points = tuple(
        replace(
            point,
            argument=arguments.get(point.id, point.argument),
            questions=tuple(map(of, point.questions)),
        )
        for point in case.points
    )
    return replace(case, points=points)
