"""The words of the field that a case or judge file uses, each defined once: meaning, a real example, what it is not.

docs/words.md, `moot list words`, the JSON Schema's descriptions and the messages are made from these tables. Modalities follow
Bobbitt, Constitutional Fate (1982); attacks follow ASPIC+ (Prakken 2010). Add a principle only if two unlike cases need it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from moot.case.words import Attacking, Manner, Modality, Purpose, Signal, Tone, Treatment

__all__ = ["PRINCIPLES", "VOCABULARY", "Term", "meaning_of"]


class Term(NamedTuple):
    """A word's meaning in one sentence, one real example, and what it is not (where it is often confused)."""

    meaning: str
    example: str = ""
    confused: str = ""


_PRINCIPLES: dict[str, Term] = {
    "accountability": Term(
        "Those who wield public power answer in court for the harm they do with it.",
        "Owen v. City of Independence, 445 U.S. 622 (1980): a city has no immunity based on its officers' good faith.",
        "Not sympathy for the injured: it is about whether power answers to law.",
    ),
    "avoidance": Term(
        "A constitutional question that need not be decided is not decided.",
        "Ashwander v. TVA, 297 U.S. 288, 346-348 (1936) (Brandeis, J., concurring).",
        "Not minimalism, which is about how much to decide once the question is reached.",
    ),
    "bright-lines": Term(
        "Law should be stated in rules that can be applied without a contest of degrees.",
        "New York v. Belton, 453 U.S. 454 (1981): one rule for every car searched after an arrest.",
        "Not severity: a bright line may favor either side.",
    ),
    "candor-about-doubt": Term(
        "A court should say when the law is unsettled rather than pretend it was clear.",
        "Procunier v. Navarette, 434 U.S. 555 (1978): whether prisoners' mail was protected was not clear when the officers acted.",
        "Not a wish to leave the law unsettled.",
    ),
    "deference-to-officers": Term(
        "Those who must act at once, under pressure, are given room for judgment.",
        "Graham v. Connor, 490 U.S. 386, 396-397 (1989): allowance for split-second judgments.",
        "Not deference to agencies or legislatures.",
    ),
    "deference-to-states": Term(
        "What a State's courts and legislature say of the State's own law, and how it runs its own affairs, is respected.",
        "Younger v. Harris, 401 U.S. 37 (1971): federal courts do not enjoin a pending state prosecution.",
        "Not self-government, which prefers legislatures to courts; this prefers the State to the Nation.",
    ),
    "fit-to-circumstance": Term(
        "The standard should follow the circumstances in which power was used.",
        "Whitley v. Albers, 475 U.S. 312 (1986): a prison riot calls for another standard than medical care.",
        "Not case-by-case balancing without a standard.",
    ),
    "history-and-tradition": Term(
        "Unwritten rights are those the Nation has traditionally protected.",
        "Michael H. v. Gerald D., 491 U.S. 110 (1989) (plurality opinion).",
        "Not precedent: it looks to practice and law over generations, not to decided cases as such.",
    ),
    "individual-rights": Term(
        "The person's life, liberty and security come before the State's convenience.",
        "West Virginia State Board of Education v. Barnette, 319 U.S. 624 (1943).",
        "Not accountability, which asks who pays; this asks what may be done to a person.",
    ),
    "law-declaration": Term(
        "It is the courts' office to say what the law is, for the guidance of all.",
        "Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803).",
        "Not activism: it says that a question reached should be answered for the next case too.",
    ),
    "legislative-purpose": Term(
        "An enactment is read to do what those who made it meant it to do.",
        "Church of the Holy Trinity v. United States, 143 U.S. 457 (1892).",
        "Not the words alone (specific-text), nor the Nation's practice (history-and-tradition).",
    ),
    "minimalism": Term(
        "A court decides no more than the case in hand needs, and leaves other roads open.",
        "Liverpool, N.Y. & Philadelphia Steamship Co. v. Commissioners of Emigration, 113 U.S. 33, 39 (1885): no rule broader than the facts require.",
        "Not avoidance, which is about not reaching a constitutional question at all.",
    ),
    "notice": Term(
        "No one is punished or made to pay without fair warning of the law.",
        "Harlow v. Fitzgerald, 457 U.S. 800, 818-819 (1982): officials must have been able to know the law.",
        "Not procedural notice of a hearing as such.",
    ),
    "party-presentation": Term(
        "A case is decided on the questions the parties brought and briefed.",
        "Taylor v. Freeland & Kronz, 503 U.S. 638 (1992): a ground not raised below is not considered.",
        "Not standing or jurisdiction.",
    ),
    "precedent": Term(
        "What has been decided is followed, and followed fairly.",
        "Planned Parenthood v. Casey, 505 U.S. 833, 854-869 (1992) (joint opinion).",
        "Not the doctrinal modality: an argument may cite cases without appealing to the duty to follow them.",
    ),
    "procedure-not-substance": Term(
        "Due process promises a fair procedure; the interests it protects come from other law, and it is no code of just results.",
        "Board of Regents v. Roth, 408 U.S. 564, 577 (1972): property interests come from sources such as state law.",
        "Not self-government, which is about who decides; this is about what the clause is for.",
    ),
    "reasoned-judgment": Term(
        "Liberty is measured by reasoned judgment, case by case, in the common-law manner.",
        "Poe v. Ullman, 367 U.S. 497, 542 (1961) (Harlan, J., dissenting).",
        "Not a judge's taste: the judgment answers to tradition, precedent and reasons given.",
    ),
    "self-government": Term(
        "Contested choices, the law of remedies among them, belong to the people and their legislatures.",
        "Daniels v. Williams, 474 U.S. 327, 332-333 (1986): tort law is left to the States.",
        "Not deference to a State against the Nation (deference-to-states).",
    ),
    "specific-text": Term(
        "Where the text speaks to the subject, it governs, and no general clause replaces it.",
        "Albright v. Oliver, 510 U.S. 266, 273 (1994) (plurality opinion).",
        "Not the textual modality: an argument from words need not say that they displace another clause.",
    ),
}

PRINCIPLES: dict[str, str] = {word: term.meaning for word, term in _PRINCIPLES.items()}
"""The principles that personas hold (1 to 5) and positions embody (1 to 3), with their meanings."""

_MODALITIES: dict[str, Term] = {
    Modality.TEXTUAL: Term(
        "From the words of a constitution, statute or rule as they would be understood.",
        "Maryland v. Craig, 497 U.S. 836, 860-870 (1990) (Scalia, J., dissenting): what a right to be confronted with witnesses says.",
        "Not what its makers wanted (historical).",
    ),
    Modality.HISTORICAL: Term(
        "From what those who made the law meant, including a statute's history and purpose, and from the Nation's tradition.",
        "Marsh v. Chambers, 463 U.S. 783 (1983): legislative prayer since the First Congress.",
        "Not a line of precedents (doctrinal), however old.",
    ),
    Modality.STRUCTURAL: Term(
        "From the relations among institutions that the law sets up: court and legislature, Nation and State, officer and citizen.",
        "McCulloch v. Maryland, 17 U.S. (4 Wheat.) 316 (1819), on a State's taxing an instrument of the Nation.",
        "Not the function an object serves in daily life (prudential or factual).",
    ),
    Modality.DOCTRINAL: Term(
        "From decided cases and the rules and analogies drawn from them.",
        "Farmer v. Brennan, 511 U.S. 825 (1994), which works out deliberate indifference from Estelle v. Gamble.",
        "Not any argument that happens to cite a case.",
    ),
    Modality.ETHICAL: Term(
        "From the moral commitments of the legal order about what may be done to a person.",
        "Trop v. Dulles, 356 U.S. 86, 100-101 (1958) (plurality opinion).",
        "Not mere sympathy, and not consequences (prudential).",
    ),
    Modality.PRUDENTIAL: Term(
        "From the consequences of a rule, its costs and its workability.",
        "United States v. Leon, 468 U.S. 897, 907-908 (1984): what excluding evidence costs.",
        "Not what fairness demands (ethical).",
    ),
    Modality.FACTUAL: Term(
        "From the record, for applying law to this case.",
        "Anderson v. Bessemer City, 470 U.S. 564 (1985): what the trial judge found, and whether the evidence bears it.",
        "Not facts about the world that no record holds (prudential, or outside the record).",
    ),
}

_MANNERS: dict[str, Term] = {
    Manner.DIRECT: Term("Answers the question asked, yes or no or with the thing asked for, and then explains."),
    Manner.CONCEDE: Term("Grants what cannot be defended, and says why the case is won all the same."),
    Manner.DISTINGUISH: Term("Names a difference that the rule itself makes matter."),
    Manner.MODIFY: Term("Restates the rule so that it still decides this case and no longer gives the bad result."),
    Manner.DECLINE: Term("Says that the record, or counsel's knowledge, does not hold the answer."),
    Manner.DEFLECT: Term("Answers another question."),
    Manner.EVADE: Term("Says nothing that answers."),
}

_PURPOSES: dict[str, Term] = {
    Purpose.CLARIFY: Term("To be sure what counsel's position is."),
    Purpose.BACKGROUND: Term("To learn facts, or how the case came here."),
    Purpose.HYPOTHETICAL: Term("To see what counsel's rule gives on other facts."),
    Purpose.IMPLICATIONS: Term("To see where the rule leads in the next case."),
    Purpose.SUPPORT: Term("To hand counsel an argument."),
    Purpose.CRITICISM: Term("To test a weak step."),
    Purpose.AUTHORITY: Term("To ask what decided law says."),
    Purpose.CONCESSION: Term("To have something granted."),
    Purpose.POLICY: Term("To ask what would follow, and whether that is wise."),
    Purpose.HUMOR: Term("To lighten the room, sometimes with a point."),
}

_TONES: dict[str, Term] = {
    Tone.HELPFUL: Term("Meant to help counsel."),
    Tone.NEUTRAL: Term("Meant to learn."),
    Tone.PROBING: Term("Meant to test."),
    Tone.HOSTILE: Term("Meant to show that counsel is wrong."),
}

_ATTACKS: dict[str, Term] = {
    Attacking.REBUT: Term("Argues for the contrary conclusion; each weakens the other in proportion to its weight."),
    Attacking.UNDERMINE: Term("Denies a premise of the other argument."),
    Attacking.UNDERCUT: Term("Grants the premises and denies that the conclusion follows."),
}

_SIGNALS: dict[str, Term] = {
    Signal.DIRECT: Term("No signal: the authority itself says so."),
    Signal.SEE: Term("The authority clearly supports it, by an inferential step."),
    Signal.SEE_ALSO: Term("More support, after an authority already cited."),
    Signal.CF: Term("Support by analogy; say in the parenthetical why it is like."),
    Signal.BUT_SEE: Term("The authority is against it; the argument must meet it."),
    Signal.BUT_CF: Term("Against it by analogy."),
    Signal.CONTRA: Term("The authority directly states the contrary."),
}

_TREATMENTS: dict[str, Term] = {
    Treatment.ADOPTED: Term("The opinion says the same."),
    Treatment.ACCEPTED_IN_PART: Term("The opinion takes part of it, or the premise and not the conclusion."),
    Treatment.REJECTED: Term("The opinion considers it and says no."),
    Treatment.FORECLOSED: Term("The opinion treats it as settled by earlier law."),
    Treatment.RESERVED: Term("The opinion says that it does not decide it."),
    Treatment.NOT_REACHED: Term("The opinion does not come to it."),
}

VOCABULARY: Mapping[str, Mapping[str, Term]] = {
    "principles": _PRINCIPLES,
    "modalities": _MODALITIES,
    "manners": _MANNERS,
    "purposes": _PURPOSES,
    "tones": _TONES,
    "attacks": _ATTACKS,
    "signals": _SIGNALS,
    "treatments": _TREATMENTS,
}
"""Every defined word by list, in the order in which docs/words.md and `moot list words` print them."""


def meaning_of(term: Term | None) -> str:
    """A term in one paragraph: its meaning, its example, what it is not. Empty for no term."""
    if term is None:
        return ""
    example = f"For example {term.example}" if term.example else ""
    return " ".join(part for part in (term.meaning, example, term.confused) if part)
