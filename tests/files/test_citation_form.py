"""The usual forms of citation are known, and what only looks like one is not."""

from __future__ import annotations

import pytest

from moot.files.cites.form import well_formed

GOOD = """
523 U.S. 833, 848-849 & n. 8 (1998)
523 U.S. 833, 847-848, 853 (1998)
523 U.S. 833, 845 n. 7, 848 (1998)
410 U.S. 113, 93 S. Ct. 705, 35 L. Ed. 2d 147 (1973)
597 F. Supp. 2d 12, 14-15 & nn. 3-4 (D.D.C. 2009)
12 F. App'x 100 (6th Cir. 2001)
2019 WL 2059617 (N.D. Cal. May 9, 2019)
No. 18-cv-1234, 2019 WL 2059617, at *3 (N.D. Cal. May 9, 2019)
2021 U.S. Dist. LEXIS 12345, at *3-*4 (S.D.N.Y. Jan. 4, 2021)
603 U.S. ___, ___ (2024) (slip op., at 12)
600 U.S. 181, 230 (2023) (Sotomayor, J., dissenting)
42 U.S.C. 1983
42 U.S.C. § 2000e-2(a)(1)
28 U.S.C. §§ 1331, 1332
29 C.F.R. § 1910.132(a)(1)
Fed. R. Civ. P. 12(b)(6)
Fed. R. Evid. 403
U.S. Const. art. I, § 8, cl. 3
Mass. Gen. Laws ch. 93A, § 2
Cal. Civ. Proc. Code § 425.16(b)(1)
Restatement (Second) of Torts § 500 (1965)
Human Rights Act 1998, s. 6
Civil Rights Act of 1964, tit. VII, § 703
2013 IL 115102
2018 ND 22, ¶ 8
2014-Ohio-1234
2015 SCC 5, [2015] 1 SCR 331
[2019] UKSC 41, [2020] AC 373
[2017] EWHC 123 (Admin)
[1932] AC 562 (HL)
(1992) 175 CLR 1
77 Eng. Rep. 194 (K.B. 1604)
1986 I.C.J. 14, ¶ 190 (June 27)
Case C-131/12, ECLI:EU:C:2014:317
100 Harv. L. Rev. 1, 12 (1986)
58 Westm. 12 (1974)
523 US 833 (1998)
H.R. Rep. No. 104-1, at 5 (1995)
Exec. Order No. 9066, 7 Fed. Reg. 1407 (1942)
Hague Service Convention, Nov. 15, 1965, 20 U.S.T. 361, 658 U.N.T.S. 163
Black's Law Dictionary 1024 (11th ed. 2019)
2 M. Hale, Pleas of the Crown 88 (1736)
The Federalist No. 51, at 322 (C. Rossiter ed. 1961)
U.S.S.G. § 2D1.1
Treas. Reg. § 1.61-2(d)(1)
Fla. Admin. Code Ann. r. 62-4.070
"""

BAD = """
9999 Zq.Rx. 1 (0001)
12 Xq. 3 (1998)
523 U.S. 833 (3998)
see § 9 of whatever I like
§ 9 of whatever I like
see 42 U.S.C. § 1983
art. I love it
art. Ice cream
amend. Very much
cl. 9 lives of a cat
Stat. 9 lives
Rule 9 is my favorite
s. 9 of my notes
section 12 is nice
Id., at 848
Ibid.
supra note 4
Mullane, 1950
[2019] UKSC
2019 WL
42 U.S.C. §
523 U.S. 833 (19998)
523 U.S. 833, (1998)
The law of evidence
523 833 U.S. (1998)
523 U.S. 833 (1998
"""


@pytest.mark.parametrize("cite", GOOD.strip().splitlines())
def test_a_usual_citation_draws_no_warning(cite: str):
    assert well_formed(cite)


@pytest.mark.parametrize("cite", BAD.strip().splitlines())
def test_prose_with_a_section_sign_is_no_citation(cite: str):
    assert not well_formed(cite)
