"""The codes of what really happened (M450 to M479): the historical line, the line-up, dates."""

from __future__ import annotations

from moot.errors import Severity

__all__ = ["HISTORY_CODES"]

HISTORY_CODES: dict[str, tuple[str, Severity, str]] = {
    "M450": (
        "a move of no known form",
        "error",
        "The historical line is written in move notation, one whole move an entry.",
    ),
    "M451": (
        "a move that does not stand",
        "error",
        "The historical line is played by the rules, with the clock running, before the bench of the case. "
        "The first move that is not legal where it stands is reported; what follows it is not looked at.",
    ),
    "M452": (
        "an unknown name in the line",
        "error",
        "A move of the historical line names heads, points, questions and answers of the case by id.",
    ),
    "M453": (
        "an asker who may not ask",
        "error",
        "`by` names a judge of the case's bench to whom the question is open.",
    ),
    "M454": (
        "a reserve the format does not have",
        "error",
        "A roadmap keeps one of the format's reserves, in minutes. Only a side that has a reply keeps any.",
    ),
    "M455": (
        "a `sit` is missing",
        "error",
        "The move belongs to the other side, and counsel still has the lectern. `sit` ends a turn before its time is up.",
    ),
    "M456": (
        "a line that stops early",
        "error",
        "The historical line ends before the argument does, so that it gives no ruling. A turn ends with `sit` or with its time.",
    ),
    "M457": (
        "a line that was not walked",
        "warning",
        "The bench of the case cannot be seated, so nobody can say whether the historical line stands.",
    ),
    "M458": (
        "an issue that nobody argues",
        "warning",
        "On the historical line a judge decides the issue, although no point, answer or brief said a word on it. "
        "Preliminary issues are left out.",
    ),
    "M459": (
        "a head that is never announced",
        "warning",
        "A roadmap takes at most three heads. A side has more, the historical line leaves this one out, and none of its points is `briefed`.",
    ),
    "M460": (
        "a judge without a vote",
        "error",
        "Every judge named as author of an opinion, or as joining one, has a vote under `historical.votes`.",
    ),
    "M461": (
        "an unknown judge",
        "error",
        "A judge who voted is on the bench, is named by an opinion of the case, or has a judge file.",
    ),
    "M462": (
        "a vote left out",
        "warning",
        "All who voted sit on the bench of the case, and someone else on it has no vote.",
    ),
    "M463": (
        "a vote at odds with the opinions",
        "error",
        "Who is `author` wrote the lead opinion, who `joined` is listed as joining it, who wrote an opinion has a vote "
        "of its kind, and who dissents does not join the lead.",
    ),
    "M464": (
        "a separate vote without an opinion",
        "warning",
        "A judge of a real case who stood apart from the lead opinion wrote or joined a separate one.",
    ),
    "M465": (
        "an opinion that no walk reaches",
        "warning",
        "No walk of the tree agrees with everything the opinion holds and ends in its judgment.",
    ),
    "M466": (
        "an asker who did not sit",
        "error",
        "`asked_by` names judges who voted in the case or, where no votes are given, who sit on its bench.",
    ),
    "M470": ("no such day", "error", "A date is a day of the calendar."),
    "M471": ("dates out of order", "error", "A case is decided below, then argued, then decided."),
    "M472": (
        "an authority dated after the argument",
        "error",
        "What was decided after the year of the argument could not be cited there. Such an authority has the status `later`.",
    ),
    "M473": (
        "a later authority from before the argument",
        "error",
        "The status `later` is for what was decided after the argument.",
    ),
    "M474": (
        "a year that differs from the citation",
        "error",
        "`year` is the year in the citation; so is the year of `decided` for the case itself. "
        "Statutes and constitutions, cited by section, are not compared.",
    ),
}
