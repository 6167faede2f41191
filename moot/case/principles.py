"""The principles that personas hold and positions embody: the one documented vocabulary.

A judge never names a case's positions. A position says which principles it embodies (1 to 3), a persona says which
it holds (0 to 5), and the product is where a judge starts. Add a principle only if two unlike cases need it.
"""

from __future__ import annotations

__all__ = ["PRINCIPLES"]

PRINCIPLES: dict[str, str] = {
    "accountability": "Those who wield public power answer in court for the harm they do with it.",
    "avoidance": "A constitutional question that need not be decided is not decided.",
    "bright-lines": "Law should be stated in rules that can be applied without a contest of degrees.",
    "candour-about-doubt": "A court should say when the law is unsettled rather than pretend it was clear.",
    "deference-to-officers": "Those who must act at once, under pressure, are given room for judgment.",
    "fit-to-circumstance": "The standard should follow the circumstances in which power was used.",
    "history-and-tradition": "Unwritten rights are those the Nation has traditionally protected.",
    "individual-rights": "The person's life, liberty and security come before the State's convenience.",
    "law-declaration": "It is the courts' office to say what the law is, for the guidance of all.",
    "minimalism": "A court decides no more than the case in hand needs, and leaves other roads open.",
    "notice": "No one is punished or made to pay without fair warning of the law.",
    "party-presentation": "A case is decided on the questions the parties brought and briefed.",
    "precedent": "What has been decided is followed, and followed fairly.",
    "reasoned-judgment": "Liberty is measured by reasoned judgment, case by case, in the common-law manner.",
    "self-government": "Contested choices, the law of remedies among them, belong to the people and their legislatures.",
    "specific-text": "Where the text speaks to the subject, it governs, and no general clause replaces it.",
}
