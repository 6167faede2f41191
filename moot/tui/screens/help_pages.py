"""What stands on each screen, for its help: a name, a sentence, and its parts from the top to the bottom.

The keys are not told here: the help reads them off the screen, so that they are always those that are bound.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PAGES", "About"]


@dataclass(frozen=True, slots=True)
class About:
    """A screen in words: what it is called, what it is for, and its parts, each with what it shows."""

    name: str
    told: str
    parts: tuple[tuple[str, str], ...] = ()


_TABS = ("row of names", "the pages; the open one is lit, and ‹ › say that there are more")

PAGES: dict[str, About] = {
    "ChooseScreen": About(
        "The start",
        "Settle what is argued, and begin. Every line has a value already: Enter at once begins.",
        (
            (
                "Case to Mode",
                "what is argued, for whom, before whom, against whom, how long, and how hard the bench presses",
            ),
            ("Learn first", "in a first run: a short case made up to learn the game on"),
            ("Go on with", "your newest records; one that is decided opens at its judgment"),
            ("last lines", "what the marked line means"),
        ),
    ),
    "DocketScreen": About(
        "The docket",
        "The cases, from the easiest to the hardest.",
        (
            ("●●○○", "how hard a case is: by how many issues a judge may have to decide"),
            ("best, last", "your best sitting in each seat, and your last"),
            ("last lines", "the question presented in the marked case, and what is argued in it"),
        ),
    ),
    "PathScreen": About(
        "The path",
        "From a first argument, by one skill after another, to a whole case.",
        (("✓ done", "seen from your records and your practice; nothing is ticked by hand"),),
    ),
    "RecordsScreen": About(
        "Records",
        "Every sitting that is kept, the newest first. One that is not decided goes on where you left it.",
        (("last lines", "whose it is, before whom, and the file it is kept in"),),
    ),
    "HistoryScreen": About("History", "Your sittings so far, and how each skill has grown.", (_TABS,)),
    "PracticeScreen": About(
        "Practice",
        "One question after another, each until it is answered right. No record is changed.",
        (
            ("top", "where you stand in the argument, what was said before, and the question"),
            ("below", "what you answer, why it is right or not yet, and the opinion that speaks of it"),
        ),
    ),
    "BriefScreen": About(
        "The brief",
        "All there is to know before you stand up. Looking things up costs no time at the lectern.",
        (
            _TABS,
            ("Case", "the facts, what was decided below, the question"),
            ("Bench", "who sits, and how each of them thinks"),
            ("Your points", "what you can say, under which head, and what it rests on"),
            ("Record, Authorities", "what you may rely on, by page"),
        ),
    ),
    "RoadmapScreen": About(
        "The roadmap",
        "The heads you announce, in the order you take them. The strongest comes first: time may run out.",
        (
            ("● first", "a head that is taken, and its place; ○ one that is not"),
            ("Kept for rebuttal", "the time you set aside to answer the other side; what is not used is lost"),
            ("Under this head", "the points of the marked head; “in your brief”: the judges have read it"),
            ("last lines", "your roadmap as you will say it"),
        ),
    ),
    "LecternScreen": About(
        "At the lectern",
        "You argue your heads one by one. After a point the bench may break in: half of the point is then said, and counts "
        "half, until you answer and go on with it.",
        (
            (
                "top",
                "who speaks, the head, the lights, the time that is left; in training, how many findings you have moved",
            ),
            ("bench", "the judges as they sit, the chief in the middle, and how each looks"),
            (
                "transcript",
                "what has been said; the question that stands is set off, with the face of the judge who asks it",
            ),
            ("roadmap", "beside it on a broad screen: ✓ said, ◐ half said, · open, × closed"),
            ("choices", "what you may say now, with what it rests on and what it costs"),
        ),
    ),
    "ConsultScreen": About(
        "Looked up",
        "What stands between you and the judgment. It costs no time.",
        (
            _TABS,
            ("Closed", "what you cannot take up now, and why"),
            ("Conceded", "what either side has given up, and what that took out of the case"),
            ("Decision tree", "the questions, the answers that lead on, and which of them the bench has asked about"),
            ("Your notes", "what you have marked as weak, and what you have written down"),
        ),
    ),
    "TranscriptScreen": About("The transcript", "Everything said so far, from its end."),
    "ConferenceScreen": About(
        "The conference",
        "The judges vote one by one, the chief first. You are not in the room.",
        (
            ("top", "how many have voted which way: ▲ against the judgment below, ▼ to affirm it"),
            ("table", "each judge, the vote, and the holding it rests on; at the end, what each of them writes"),
            ("below", "the judge who speaks: the vote first, what it rests on, and the steps to it"),
        ),
    ),
    "RulingScreen": About("The ruling", "What this court decides: the syllabus, then an opinion a page.", (_TABS,)),
    "WhyScreen": About(
        "Why they voted so",
        "The bench in words, the nearest to moving first; then a judge a page.",
        (
            _TABS,
            ("The numbers", "how well the answer found is supported, and the next"),
            (
                "All of it",
                "every argument that was weighed: its strength, times the judge's ear for its kind, times how much was heard",
            ),
        ),
    ),
    "PromptScreen": About("One question", "Asked before the debrief is shown: what you say first, you remember."),
    "DebriefScreen": About(
        "The debrief",
        "What a coach would say first, then the Court, your costliest answers, the bench, marks, ballot and every move.",
        (
            _TABS,
            ("Mistake", "the question, your words, better ones, and why in law; from here it can be tried again"),
            ("Marks", "what you said against the opinions of the case"),
            ("Ballot", "the advocacy out of a hundred, blind to who won, with every loss"),
        ),
    ),
    "ReaderScreen": About(
        "The opinions",
        "The opinions of the case, a page of the reports a page. What the debrief cites is lit.",
        (_TABS,),
    ),
    "HandOverScreen": About(
        "Hand over", "Two people at one keyboard: nothing of the sitting shows until the other has it."
    ),
    "SettingsScreen": About(
        "Settings",
        "What holds for every sitting. A change is used and kept at once.",
        (("last lines", "what the marked setting means"),),
    ),
    "StandsScreen": About(
        "Where the judges stand",
        "In training, on the issue at hand. It is a finding, never the vote.",
        (
            (
                "○──┼─●─",
                "○ where the briefs left the judge, ● where the judge is; those whom the argument has moved come first",
            ),
        ),
    ),
}
"""By the name of the class of a screen."""
