"""The principles as an opinion puts them: a clause that a judge can give as the reason for writing apart, in a case of any kind.

The meanings in :mod:`moot.case.language.vocabulary` say what a principle is; some of them speak of unwritten rights or of legislatures,
which not every case is about.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PUT"]

PUT: Mapping[str, str] = {
    "accountability": "those who hold power should answer for the way it is used",
    "avoidance": "a constitutional question should wait for a case that cannot be decided without it",
    "bright-lines": "those who must act on a rule need to know beforehand what it asks of them",
    "candor-about-doubt": "a court should say so where the law is unsettled",
    "deference-to-officers": "those who must act at once, and under pressure, are entitled to some room for judgment",
    "deference-to-states": "how a State runs its own affairs is for the State to say in the first place",
    "fit-to-circumstance": "a standard should follow the circumstances in which it has to be used",
    "history-and-tradition": "long practice and understanding are a surer guide than a court's own sense of what is right",
    "individual-rights": "what may be done to a person should not be measured by the convenience of those who do it",
    "law-declaration": "those who live under the law are entitled to be told what it is",
    "legislative-purpose": "an enactment should do what those who made it meant it to do",
    "minimalism": "a court does best to decide no more than the case before it requires",
    "notice": "no one should be made to pay without fair warning of what the law requires",
    "party-presentation": "a case should be decided on the questions that the parties have brought",
    "precedent": "what has been decided should be followed, and followed fairly",
    "procedure-not-substance": "due process is a promise of fair procedure, and no code of just results",
    "reasoned-judgment": "judgment that is reasoned from case to case is safer than a rule laid down for all of them",
    "self-government": "choices on which people differ are best made by those who have to answer for them",
    "specific-text": "where the words speak to the subject, the words should govern",
}
"""Each principle as a clause without its stop."""
