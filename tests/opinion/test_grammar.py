"""The small parts of an opinion's English and of its citations, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from moot.case import Authority, Citation, Disposition, Party, Side, Signal, Status
from moot.opinion.prose import citing
from moot.opinion.prose.clauses import bare, flat, formal, named, spoken, that
from moot.opinion.prose.grammar import (
    all_of,
    cap,
    count,
    joined,
    letter,
    line_up_names,
    mid,
    number_of,
    numbered,
    ordered,
    possessive,
    question,
    roman,
    run_together,
    sentence,
    small,
    surname,
    the_judgment,
    would,
    yes_or_no,
)
from tests import support


@pytest.mark.parametrize(
    ("made", "of", "wanted"),
    [
        (joined, ([],), ""),
        (joined, (["a"],), "a"),
        (joined, (["a", "b"],), "a and b"),
        (
            joined,
            (
                ["a", "b", "c"],
                "or",
            ),
            "a, b, or c",
        ),
        (run_together, ([],), ""),
        (run_together, (["that A"],), "that A"),
        (run_together, (["that A", "that B"],), "that A; and that B"),
        (run_together, (["that A", "that B", "that C"],), "that A; that B; and that C"),
        (numbered, (["II"],), "Part II"),
        (numbered, (["II", "III"],), "Parts II and III"),
        (numbered, (["II", "IV"],), "Parts II and IV"),
        (numbered, (["I", "II", "III"],), "Parts I through III"),
        (numbered, (["I", "III", "IV", "V", "VII", "IX"],), "Parts I, III through V, VII, and IX"),
        (count, (0,), "no"),
        (count, (10,), "ten"),
        (count, (11,), "11"),
        (cap, ("the end",), "The end"),
        (small, ("The end",), "the end"),
        (possessive, ("petitioner",), "petitioner's"),
        (possessive, ("respondents",), "respondents'"),
        (all_of, (["One.", "", "Two."],), "One. Two."),
        (question, ("is it so",), "Is it so?"),
        (question, ("Is it so?",), "Is it so?"),
        (question, ("State your rule.",), "State your rule."),
        (question, (" ",), ""),
        (sentence, ("it is so",), "It is so."),
        (sentence, ("It is so,",), "It is so."),
        (sentence, ("Is it so?",), "Is it so?"),
        (sentence, ("He said “no.”",), "He said “no.”"),
        (sentence, ("He said “no”",), "He said “no”."),
        (sentence, (" ",), ""),
    ],
)
def test_words_are_joined_and_ended_as_prose_does_it(
    made: Callable[..., str], of: tuple[object, ...], wanted: str
) -> None:
    assert made(*of) == wanted


@pytest.mark.parametrize("number", [1, 4, 5, 6, 9, 14, 40, 49, 90, 99, 400, 444, 900, 1999, 2024, 3888])
def test_numerals_are_read_back(number: int) -> None:
    assert number_of(roman(number)) == number


def test_numerals_and_letters_are_the_usual_ones() -> None:
    assert [roman(number) for number in range(1, 11)] == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    assert [roman(number) for number in (40, 50, 400, 500, 3000)] == ["XL", "L", "CD", "D", "MMM"]
    assert [letter(number) for number in (1, 2, 26, 27, 52, 53)] == ["a", "b", "z", "aa", "zz", "aaa"]


def test_a_line_up_names_the_chief_apart_and_ends_in_a_comma() -> None:
    def sits(*titles: str) -> str:
        return line_up_names([replace(support.judge(f"j{n}", n), title=title) for n, title in enumerate(titles, 1)])

    chief, one, two = "Chief Justice Rehnquist", "Justice O'Connor", "Justice Kennedy"
    assert sits(one) == "O'Connor, J.,"
    assert sits(one, two) == "O'Connor and Kennedy, JJ.,"
    assert sits(chief) == "Rehnquist, C. J.,"
    assert sits(chief, one, two) == "Rehnquist, C. J., and O'Connor and Kennedy, JJ.,"
    assert sits("Judge Adams") == "Judge Adams"
    assert sits(chief, one, "Judge Adams") == "Rehnquist, C. J., O'Connor, J., and Judge Adams"
    assert surname(replace(support.judge("j"), title="Judge Adams")) == "Judge Adams"


CASE = replace(
    support.case(),
    facts="The officer followed the motorcycle. It was seen by Deputies, who radioed Sacramento, and by the driver.",
    below=replace(support.case().below, court="Court of Appeals for the Ninth Circuit (en banc)"),
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The officer saw it", "the officer saw it"),
        ("Officer conduct is judged", "officer conduct is judged"),  # in small letters elsewhere
        ("Sacramento is liable", "Sacramento is liable"),
        ("Nobody knows it", "nobody knows it"),
        ("I know it", "I know it"),
        ("FBI agents came", "FBI agents came"),
        ("Reckless conduct", "reckless conduct"),  # unknown to the case, and no name of it
        ("§ 1983 says so", "§ 1983 says so"),
    ],
)
def test_only_a_name_keeps_its_capital_inside_a_sentence(text: str, wanted: str) -> None:
    assert mid(CASE, text) == wanted


def test_the_judgment_and_what_is_done_with_it() -> None:
    assert the_judgment(CASE) == "the judgment of the Court of Appeals for the Ninth Circuit"
    named_so = replace(CASE, below=replace(CASE.below, court="The High Court"))
    assert the_judgment(named_so) == "the judgment of The High Court"
    assert ordered(Disposition.AFFIRMED) == "affirmed"
    remanded = ordered(Disposition.REVERSED_AND_REMANDED)
    assert remanded == "reversed, and the case is remanded for further proceedings consistent with this opinion"
    assert ordered(Disposition.VACATED_AND_REMANDED, short=True) == "vacated and remanded"
    assert would(Disposition.REVERSED_IN_PART) == "affirm in part and reverse in part"
    assert {yes_or_no(text) for text in ("Yes, it is.", "No. It is not.", "Yes; both.")} == {True}
    assert {yes_or_no(text) for text in ("Yesterday, it was.", "No one knows.", "It is, yes.")} == {False}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ""),
        ("The rule is clear.", "that the rule is clear"),
        ("That much is clear.", "that much is clear"),
        ("Graham governs.", "that Graham governs"),
        ("It can't be so;", "that it cannot be so"),
        ("There's no rule", "that there is no rule"),
        ("He's had notice", "that he has had notice"),
        ("They won't say", "that they will not say"),
    ],
)
def test_a_clause_in_indirect_speech_is_formal_and_has_no_stop(text: str, wanted: str) -> None:
    assert that(text) == wanted


def test_the_second_that_goes_with_the_first_unless_something_else_governs_it() -> None:
    assert bare("that he holds that A, and that B is so") == "he holds that A, and that B is so"
    assert bare("that A is so, and that B is so") == "A is so, and B is so"
    assert bare("that A is so") == "A is so"
    assert flat("that A is so, and that B is so") == "A is so, and B is so."
    assert spoken("that A is so") == {"that": "that A is so", "bare": "A is so"}
    assert spoken("that A is so, and that B is so") == {"that": "that A is so, and that B is so"}
    assert formal("I’ll  say we’ve  lost") == "I will say we have lost"


def test_a_side_is_called_what_the_case_calls_it_and_in_the_plural_where_it_is_several() -> None:
    party = Party("A party", "Counsel", "judgment", "")
    assert named(party, Side.PETITIONER) == "petitioner"
    assert named(replace(party, several=True), Side.PETITIONER) == "petitioners"
    assert named(replace(party, called="the County", several=True), Side.PETITIONER) == "the County"
    assert named(replace(party, called="respondent", several=True), Side.RESPONDENT) == "respondents"


def decided(
    name: str, cite: str, year: int, status: Status = Status.BINDING, says: str = "It says so.", **more
) -> Authority:
    return Authority(name.lower(), name, cite, "A court", year, status, says, **more)


BROWER = decided("Brower v. County of Inyo", "489 U.S. 593, 597 (1989)", 1989)
DISSENT = decided("Poe v. Ullman (Harlan, J., dissenting)", "367 U.S. 497, 543 (1961)", 1961, Status.DISSENT)
CIRCUIT = decided("City of Troy v. Smith", "98 F.3d 434 (CA9 1996)", 1996, Status.PERSUASIVE)
CLAUSE = decided("Due Process Clause", "U.S. Const. amend. XIV, § 1", 1868)
STATUTE = decided("Vehicle Code", "§ 17004", 1959)


@pytest.mark.parametrize(
    ("made", "of", "wanted"),
    [
        (citing.full, (BROWER,), "Brower v. County of Inyo, 489 U.S. 593, 597 (1989)"),
        (
            citing.full,
            (
                BROWER,
                "599 n. 2",
            ),
            "Brower v. County of Inyo, 489 U.S. 593, 599 n.2 (1989)",
        ),
        (citing.full, (DISSENT,), "Poe v. Ullman, 367 U.S. 497, 543 (1961) (Harlan, J., dissenting)"),
        (citing.full, (CIRCUIT,), "City of Troy v. Smith, 98 F.3d 434 (9th Cir. 1996)"),
        (
            citing.full,
            (
                CLAUSE,
                "1",
            ),
            "U.S. Const. amend. XIV, § 1",
        ),
        (citing.full, (STATUTE,), "Vehicle Code § 17004"),
        (citing.full, (decided("Blackstone", "1 Commentaries 125", 1765),), "Blackstone, 1 Commentaries 125"),
        (citing.short, (BROWER,), "Brower, 489 U.S., at 597"),
        (
            citing.short,
            (
                BROWER,
                "596–597",
            ),
            "Brower, 489 U.S., at 596-597",
        ),
        (citing.short, (DISSENT,), "Poe, 367 U.S., at 543 (Harlan, J., dissenting)"),
        (citing.short, (CIRCUIT,), "Smith, supra"),
        (citing.short, (STATUTE,), "Vehicle Code § 17004"),
        (citing.short_name, (replace(BROWER, short="Brower (plurality)"),), "Brower"),
        (citing.pin_of, ("845–846 nn. 3–4",), "845-846 nn.3-4"),
    ],
)
def test_citations_have_the_forms_of_the_bluebook(
    made: Callable[..., str], of: tuple[object, ...], wanted: str
) -> None:
    assert made(*of) == wanted


def cited(*cites: tuple[Authority, Signal], known: tuple[str, ...] = (), says: str = "") -> str:
    return citing.string(CASE, [(one, Citation(one.id, signal, says=says)) for one, signal in cites], known)


def test_a_string_of_citations_goes_by_signal_and_then_by_weight_and_age() -> None:
    older = decided("Able v. Baker", "1 U.S. 2, 3 (1800)", 1800)
    direct, see, cf = Signal.DIRECT, Signal.SEE, Signal.CF
    assert cited((CIRCUIT, direct), (BROWER, direct), (older, direct)) == (
        "Able v. Baker, 1 U.S. 2, 3 (1800); Brower v. County of Inyo, 489 U.S. 593, 597 (1989); "
        "City of Troy v. Smith, 98 F.3d 434 (9th Cir. 1996)."
    )
    assert cited((BROWER, see), (CLAUSE, see)) == (
        "See U.S. Const. amend. XIV, § 1; Brower v. County of Inyo, 489 U.S. 593, 597 (1989)."
    )
    assert cited((BROWER, direct), (CLAUSE, see)) == (
        "U.S. Const. amend. XIV, § 1; Brower v. County of Inyo, 489 U.S. 593, 597 (1989)."
    )
    assert cited((BROWER, Signal.SEE_ALSO)) == "See Brower v. County of Inyo, 489 U.S. 593, 597 (1989)."
    assert cited((older, see), (BROWER, Signal.SEE_ALSO), known=(older.id,)) == (
        "See Able, 1 U.S., at 3; see also Brower v. County of Inyo, 489 U.S. 593, 597 (1989)."
    )
    assert cited((BROWER, cf)) == "Cf. Brower v. County of Inyo, 489 U.S. 593, 597 (1989) (it says so)."
    assert cited((older, see), (BROWER, Signal.BUT_SEE)) == (
        "See Able v. Baker, 1 U.S. 2, 3 (1800). But see Brower v. County of Inyo, 489 U.S. 593, 597 (1989)."
    )
    assert cited((DISSENT, see), (CIRCUIT, see), (STATUTE, see)) == (
        "See Vehicle Code § 17004; City of Troy v. Smith, 98 F.3d 434 (9th Cir. 1996); "
        "Poe v. Ullman, 367 U.S. 497, 543 (1961) (Harlan, J., dissenting)."
    )
    assert cited((BROWER, see), says="The officer (alone) meant it.") == (
        "See Brower v. County of Inyo, 489 U.S. 593, 597 (1989) (the officer [alone] meant it)."
    )


def test_the_judgment_under_review_is_cited_by_its_place_alone() -> None:
    case = replace(CASE, below=replace(CASE.below, citation="98 F.3d 434 (CA9 1996)"))
    at = Citation(CIRCUIT.id, Signal.SEE, pin="441")
    assert citing.string(case, [(CIRCUIT, at)], ()) == "See 98 F.3d, at 441."
    assert citing.string(CASE, [(CIRCUIT, at)], ()) == "See City of Troy v. Smith, 98 F.3d 434, 441 (9th Cir. 1996)."
