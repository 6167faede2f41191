"""The forms a legal citation may have: cases, neutral citations, statutes, treaties and treatises.

A citation is split at its commas and semicolons only where a form says so; every pattern here has one way to match a
text, so none can be made slow. What is not understood is not wrong: the caller gives a warning.
"""

from __future__ import annotations

import re

__all__ = ["LONGEST", "is_case", "reporter_of", "well_formed"]

LONGEST = 300
"""Characters of a citation that are looked at; a longer one has no usual form."""

_DASH = r"[-\u2013\u2014]"
_YEAR = r"(?:1[2-9]\d\d|20\d\d)"
_VOLUME = rf"(?:{_YEAR}(?:{_DASH}\d{{1,2}})?|\d{{1,3}})"
_ABBREVIATION = r"[A-Z][A-Za-z.'’]{0,24}(?:\d{1,2}[a-z]{1,2})?"
_REPORTER = (
    rf"(?P<reporter>{_ABBREVIATION}(?:\s(?:{_ABBREVIATION}|\d{{1,2}}(?:d|st|nd|rd|th)|&|of|\([^()]{{1,30}}\))){{0,7}})"
)
_PAGE = r"(?:\*?\d{1,8}[a-z]?|_{2,6})"
_RANGE = rf"{_PAGE}(?:{_DASH}\*?\d{{1,8}})?"
_NOTE = rf"nn?\.\s?\*?\d{{1,4}}(?:{_DASH}\d{{1,4}})?"
_PARAGRAPH = rf"(?:¶{{1,2}}|paras?\.?)\s?\d{{1,5}}(?:{_DASH}\d{{1,5}})?"
_PLACE = rf"(?:(?:at\s)?(?:{_RANGE}(?:\s(?:&\s)?{_NOTE})?|\[\d{{1,5}}\](?:{_DASH}\[\d{{1,5}}\])?)|{_NOTE}|{_PARAGRAPH})"
_PLACES = rf"(?:(?:,\s(?:and\s|&\s)?|\s&\s){_PLACE}(?=$|[,;]|\s[(&]|\sn)){{0,12}}(?:\s{_NOTE})?"
_COURT_YEAR = rf"\((?:[^()]{{0,79}}\s)?{_YEAR}\)"
_DATE = r"\((?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\)"
_AFTER = r"(?:\s\((?!\d{1,4}\))[^()]{1,80}\)){0,4}"

_DOCKET = re.compile(
    r"(?:(?:Nos?\.|Case(?:\sNos?\.)?|Civ\.(?:\sA\.)?\sNos?\.|Dkt\.|Docket)\s[A-Z0-9][A-Za-z0-9:./\u2013-]{0,39},\s)"
)
_CASE = re.compile(rf"{_VOLUME}\s{_REPORTER}\s{_RANGE}{_PLACES}")
_DATABASE = re.compile(
    rf"{_YEAR}\s(?:WL|(?:U\.\s?S\.\s)?[A-Z][A-Za-z. ]{{0,30}}\s?LEXIS)\s\d{{1,9}}(?:,\sat\s\*\d{{1,5}}(?:{_DASH}\*?\d{{1,5}})?)?"
)
_END = re.compile(rf"\s(?:{_COURT_YEAR}|{_DATE}){_AFTER}")
_NEUTRAL = re.compile(
    rf"(?:\[{_YEAR}\]\s(?:\d{{1,3}}\s)?{_REPORTER}\s\d{{1,7}}(?:\s\([A-Za-z]{{1,12}}\))?"
    rf"|\({_YEAR}\)\s\d{{1,3}}\s{_REPORTER.replace('?P<reporter>', '?P<commonwealth>')}\s\d{{1,5}}"
    rf"|{_YEAR}\s(?P<public>[A-Z][A-Za-z.]{{0,12}}(?:\s[A-Z][A-Za-z.]{{0,12}}){{0,2}})\s(?:\([A-Za-z0-9]{{1,6}}\)\s)?\d{{1,8}}(?:-U)?|{_YEAR}-Ohio-\d{{1,6}})"
    rf"(?:,?\s(?:at\s)?(?:\[\d{{1,5}}\](?:{_DASH}\[\d{{1,5}}\])?|{_PARAGRAPH}|\d{{1,5}}(?:{_DASH}\d{{1,5}})?)(?=$|[,;]|\s\())?"
)
_ECLI = re.compile(
    r"(?:(?:(?:Joined\s)?Cases?|App(?:lication|\.)?(?:\sNos?\.)?)\s[CTF]?[-\u2013]?\d{1,6}/\d{2,4}(?:\sP)?(?:,\s|$))?"
    r"(?:(?:EU:|ECLI:)[A-Z]{1,3}:[A-Z0-9]{1,8}:\d{4}:[A-Z0-9.]{1,25}(?:,\s(?:¶{1,2}|paras?\.?)\s?\d{1,4}(?:[-\u2013]\d{1,4})?)?)?"
)
_ROMAN_OR_NUMBER = r"(?:[IVXLCDM]{1,8}|\d{1,4}[A-Z]?)(?![A-Za-z])"
_SECTION = (
    rf"[A-Z]{{0,2}}\d[A-Za-z0-9.:/]{{0,12}}(?:{_DASH}[A-Za-z0-9.:/]{{1,12}}){{0,4}}(?:\([A-Za-z0-9]{{1,5}}\)){{0,6}}"
)
_SECTIONS = rf"{_SECTION}(?:(?:,\s(?:and\s)?|\s(?:&|and|to)\s){_SECTION}){{0,6}}"
_DIVISION = (
    rf"(?:§{{1,2}}\s?{_SECTIONS}"
    rf"|(?:art|arts|Art|Arts|amend|Amend|Amdt|amdt|cl|cls|pt|ch|tit|div|preamble|pmbl|Article|Articles|Amendment|Title|Part|Chapter)\.?\s{_ROMAN_OR_NUMBER}(?:\([A-Za-z0-9]{{1,5}}\)){{0,6}}"
    rf"|(?:ss?|secs?|regs?|r|rr|Rules?|Regulations?|Section|Sections)\.?\s{_SECTIONS}|pmbl\.|{_PARAGRAPH})"
)
_NAME_WORD = r"(?:[A-Z][A-Za-z.'’]{0,30}(?:-[A-Z][A-Za-z.'’]{0,30})?|of|the|and|for|in|on|to|&|\([A-Z][A-Za-z ]{0,20}\)|\d{1,4}|\d[a-z]{1,2}|No\.\s\d{1,4}-\d{1,4})"
_NAME = (
    rf"(?:\d{{1,4}}\s)?(?P<name>[A-Z][A-Za-z.'’]{{0,30}}(?:-[A-Z][A-Za-z.'’]{{0,30}})?,?(?:\s{_NAME_WORD},?){{0,14}})"
)
_STAT = rf",\s\d{{1,3}}\sStat\.\s\d{{1,5}}(?:{_DASH}\d{{1,5}})?(?:,\s\d{{1,5}})?"
_TAIL = rf"(?:{_STAT})?(?:,?\s(?:et\sseq\.|note|\((?:[A-Z][^()]{{0,40}}\s)?{_YEAR}(?:\s(?:ed|Supp)\.[^()]{{0,30}})?\)|\([A-Za-z][^()]{{0,60}}\)|cmt\.\s[a-z])){{0,4}}"
_STATUTE = re.compile(rf"{_NAME}\s{_DIVISION}(?:,?\s{_DIVISION}){{0,5}}{_TAIL}")
_BARE = re.compile(rf"(?:{_ROMAN_OR_NUMBER}\s)?{_DIVISION}(?:,?\s{_DIVISION}){{0,5}}{_TAIL}")
_CODE = re.compile(
    rf"(?:\d{{1,3}}\s(?:U\.\s?S\.\s?C\.(?:\s?A\.|\s?S\.)?|C\.\s?F\.\s?R\.|Stat\.|Fed\.\sReg\.)\s{_SECTIONS}"
    rf"|(?:[A-Z][A-Za-z.'’]{{0,12}}\s){{1,6}}{_SECTIONS}|Pub\.\sL\.\s(?:No\.\s)?\d{{1,3}}-\d{{1,4}}){_TAIL}"
)
_RULES = re.compile(r"(?:[A-Z][A-Za-z]{0,6}\.\s?){2,6}")
_SERIAL = rf"\d{{1,4}}(?:{_DASH}\d{{1,5}})?"
_MONTH = r"(?:Jan\.|Feb\.|Mar\.|Apr\.|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_OTHERS = (
    # Congress and the President: H.R. Rep. No. 104-1, at 5 (1995); Exec. Order No. 9066, 7 Fed. Reg. 1407 (1942).
    re.compile(rf"(?:H\.\s?R\.|S\.)\s(?:Conf\.\s)?(?:Rep|Doc|Res|Con\. Res)\.\s(?:No\.\s)?{_SERIAL}(?:,\s(?:at\s|p\.\s)?{_RANGE})?(?:\s\({_YEAR}\))?"),
    re.compile(rf"Exec\.\sOrder\sNo\.\s\d{{1,6}}(?:,\s\d{{1,3}}\s(?:Fed\.\sReg\.|C\.F\.R\.)\s{_RANGE})?(?:\s{_COURT_YEAR})?"),
    # Treaties: name, date, volume and series.
    re.compile(rf"{_NAME.replace('?P<name>', '')},\s(?:art\.\s\d{{1,3}},\s)?{_MONTH}\s\d{{1,2}},\s{_YEAR}(?:,\s\d{{1,4}}\s[A-Z][A-Za-z. ]{{1,16}}\s\d{{1,5}}){{1,3}}"),
    # Treatises and dictionaries.
    re.compile(
        r"(?:\d{1,2}\s)?(?:[A-Z][A-Za-z.'’]{0,30},?\s|of\s|the\s|on\s|and\s|&\s){0,9}"
        r"(?:Dictionary|Commentaries|Treatise|Law|Procedure|Evidence|Practice|Institutes|Crown|Federalist|Debates|Records)"
        rf"(?:\sNo\.\s\d{{1,3}},?)?(?:\s(?:§\s?{_SECTION},?\s?)?(?:at\s|p\.\s)?\*?{_RANGE})?(?:\s\([^()]{{0,60}}{_YEAR}\))"
    ),
)  # fmt: skip
_SIGNAL = re.compile(r"(?:see|see also|cf|but see|accord|id|ibid|supra|infra)\b", re.IGNORECASE)
_NO_VOWEL = frozenset(
    "bl br ch cl cr ct dr ed fr frd hght jd jr ld ll lr ltd mj mr mt nw ny pk pl pr pt qb rptr rptrs sc sr st sw tc tr ts vt wl wls wm ws zb".split()  # noqa: SIM905 - a list of forty strings would hide them
)  # fmt: skip


def well_formed(cite: str) -> bool:
    """Whether a citation has one of the usual forms."""
    if len(cite) > LONGEST:
        return False
    text = cite.strip()
    if not text or _SIGNAL.match(text):
        return False
    return (
        is_case(text)
        or _is_neutral(text)
        or _is_statute(text)
        or any(form.fullmatch(text) for form in (_ECLI, *_OTHERS))
    )


def reporter_of(cite: str) -> str:
    """The reporter in a citation of a case by volume, reporter and page; empty in any other."""
    found = _CASE.match(cite)
    return found["reporter"] if found is not None else ""


def is_case(text: str) -> bool:
    """Whether a citation is of a case in a reporter: volume, reporter, page, court and year."""
    docket = _DOCKET.match(text)
    at = docket.end() if docket else 0
    while True:
        found = _DATABASE.match(text, at)
        if found is None:
            found = _CASE.match(text, at)
            if found is None or not _is_reporter(found["reporter"]):
                return False
        at = found.end()
        if _END.fullmatch(text, at):
            return True
        parallel = re.compile(r"[,;]\s").match(text, at)
        if parallel is None:
            return False
        at = parallel.end()


def _is_neutral(text: str) -> bool:
    """One or more neutral or year-first citations, such as ``[2019] UKSC 41, [2020] AC 373``."""
    at = 0
    while True:
        found = _NEUTRAL.match(text, at)
        if found is None:
            return False
        if not _is_reporter(found["reporter"] or found["commonwealth"] or found["public"] or ""):
            return False
        at = found.end()
        if at == len(text) or re.compile(r"(?:\s\([A-Z][^()]{0,60}\)){1,2}").fullmatch(text, at):
            return True
        parallel = re.compile(r"[,;]\s").match(text, at)
        if parallel is None:
            return False
        at = parallel.end()
        if is_case(text[at:]):
            return True


def _is_statute(text: str) -> bool:
    if _CODE.fullmatch(text):
        return _is_code_name(text)
    return bool(_STATUTE.fullmatch(text) or _BARE.fullmatch(text))


def _is_code_name(text: str) -> bool:
    """Without a section sign, a code is known by its abbreviations: ``42 U.S.C. 1983``, ``Fed. R. Civ. P. 12(b)(6)``."""
    named = re.compile(r"(?:\d{1,3}\s)?([A-Z][^\d(]*)").match(text)
    if named is None:
        return False
    words = named[1].split()
    known = {"Code", "Const.", "Const", "Stat.", "Stats.", "Reg.", "Regs.", "Rule", "Rules", "R.", "Act", "L."}
    short = any(word.rstrip(",") in known for word in words)
    initials = any(word.count(".") >= 2 for word in words)
    return short or initials or bool(_RULES.fullmatch(named[1].strip()) and len(words) > 2)


def _is_reporter(name: str) -> bool:
    """Whether every word of a reporter can be an abbreviation: it has a vowel, is all capitals, or is a known one."""
    for word in re.split(r"[\s.'’]+", re.sub(r"\([^()]*\)", " ", name)):
        letters = re.sub(r"\d[a-z]{1,2}$|[^A-Za-z]", "", word)
        if len(letters) < 2 or letters.isupper() or letters == "of":
            continue
        if not re.search("[aeiouyAEIOUY]", letters) and letters.lower() not in _NO_VOWEL:
            return False
    return True
