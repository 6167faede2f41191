"""One sitting as one HTML file: self-contained, readable without color and without a mouse, and made to print."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from moot.case import Treatment
from moot.opinion.prose.grammar import cap
from moot.report.labels import really_label, written_label
from moot.report.page import debriefed
from moot.report.page.chart import leaning_chart, speaking_chart
from moot.report.page.html import Html, HtmlPart, document, el, join, table
from moot.report.page.sitting import SittingPage
from moot.report.page.style import STYLE
from moot.report.quoting import quoted_once
from moot.report.reader import ReadOpinion, Span
from moot.round.clock import clock_face
from moot.sitting.words.spoken import plural

__all__ = ["sitting_html"]


def sitting_html(told: SittingPage) -> str:
    """The report as a page."""
    return _Page(told).made()


class _Page:
    """Makes the page; keeps the numbers by which a citation and its passage find each other."""

    def __init__(self, told: SittingPage) -> None:
        self.told = told
        self.places = {
            (opinion.id, passage.holding): number
            for number, (opinion, passage) in enumerate(
                ((opinion, passage) for opinion in told.opinions for passage in opinion.passages), start=1
            )
            if opinion.page_of(passage.holding) is not None
        }
        self.cited: dict[int, int] = {}

    def made(self) -> str:
        sitting = self.told.sitting
        title = f"{sitting.caption}: report of an argument"
        parts = [(id, name, body) for id, name, body in self._parts() if body]
        links = (el("li", el("a", name, href=f"#{id}")) for id, name, _ in parts)
        return document(
            title,
            STYLE,
            el(
                "header",
                el("h1", sitting.caption),
                el("p", self.told.result, class_="label"),
                el("p", "A simulated argument. The judges are styles of judging, not the persons.", class_="quiet"),
                table("This sitting", ("What", "Value"), self.told.facts),
            ),
            el("nav", el("ul", *links), aria_label="Parts of this report"),
            el("main", *(el("section", el("h2", name), body, id=id) for id, name, body in parts)),
            el("footer", el("p", "Made by moot.", class_="quiet")),
        )

    def _parts(self) -> Iterator[tuple[str, str, Html]]:
        """The parts in the order of the debrief: id, heading, body."""
        told, sitting = self.told, self.told.sitting
        for each in told.debriefs:
            whose = "" if told.human is not None else f", for {each.counsel}"
            yield f"first-{each.side}", f"In brief{whose}", join(debriefed.first(each, self._cite))
        if told.debriefs and told.debriefs[0].court.lines:
            lead = told.debriefs[0]
            name = f"What the Court decided{f', {lead.court.citation}' if lead.court.citation else ''}"
            yield "court", name, debriefed.court(lead.court)
        for each in told.debriefs:
            whose = "" if told.human is not None else f", for {each.counsel}"
            body = join((*debriefed.mistakes(each, self._cite), *debriefed.bench(each)))
            yield f"lessons-{each.side}", f"What to learn from it{whose}", body
        if told.debriefs:
            yield "issues", "Your line beside the Court's", debriefed.issues(told.debriefs[0])
        yield "leaning", "How each judge leaned", self._leaning()
        yield "rulings", "The rulings side by side", join(self._rulings())
        yield "marks", f"Marks: what was said, against {written_label(real=sitting.real)}", join(self._marks())
        yield "ballot", "Ballot: the advocacy, blind to who won", join(self._ballots())
        yield "spoke", "Who spoke when", self._spoke()
        yield "transcript", "Transcript", join(self._transcript())
        rows = ((str(each.ply), clock_face(each.clock), each.name, each.words) for each in sitting.line)
        yield "moves", "Every move", table("Every move", ("Move", "Clock", "Who", "What"), rows)
        if sitting.aftermath:
            yield "after", "What came after", el("ul", *(el("li", each) for each in sitting.aftermath))
        # Last, when every citation of it has been made.
        yield "opinions", cap(written_label(real=sitting.real)), join(_opinion(self, each) for each in told.opinions)

    def _cite(self, opinion: str, holding: str, pin: str) -> HtmlPart:
        """A page; a link to the passage where the report holds it."""
        place = self.places.get((opinion, holding))
        if place is None:
            return pin
        again = place in self.cited
        self.cited[place] = self.cited.get(place, 0) + 1
        return el("a", pin, href=f"#passage-{place}", id=None if again else f"cite-{place}")

    def _leaning(self) -> Html:
        told = self.told
        if not told.leanings:
            return Html("")
        ends = [(f"after {turn.name}", turn.last) for turn in told.turns]
        names = {side: party.called for side, party in ((card.side, card) for card in told.sitting.ballots)}
        rows = []
        for each in told.leanings:
            at = (each.at(0), *(each.at(ply) for _, ply in ends))
            cells = [f"{names[lean.side]}, by {lean.margin}" for lean in at]
            went = "; ".join(f"to {names[lean.side]} at move {lean.ply}" for lean in each.changes)
            rows.append((each.title, *cells, went or "never"))
        head = ("Judge", "At the call", *(name[:1].upper() + name[1:] for name, _ in ends), "Went over")
        return join(
            (
                el(
                    "p",
                    "Above the line toward petitioner, below it toward respondent; the number is what the other side would have to make up.",
                    class_="quiet",
                ),
                leaning_chart(told.leanings, told.turns, len(told.sitting.line)),
                table("How each judge leaned", head, rows),
            )
        )

    def _rulings(self) -> Iterator[Html]:
        ruling, actual = self.told.sitting.ruling, self.told.sitting.actual
        if ruling is None:
            return
        yield el("p", ruling.line_up)
        beside = really_label(real=self.told.sitting.real)
        really = {role.judge: role.really for role in actual.roles} if actual else {}
        if actual is not None and actual.really is not None:
            yield el("p", f"Here {actual.here.value}; {beside.lower()} {actual.really.value}.")
        rows = [
            (judge.title, f"{judge.vote.value}: {judge.role.value}", really.get(judge.id, "–"), judge.ground)
            for judge in ruling.judges
        ]
        yield table("Judge by judge", ("Judge", "Here", beside, "The holding the vote rests on"), rows)
        for lines in self.told.sway:
            yield el("h3", "What the argument moved")
            yield el("ul", *(el("li", line) for line in lines))

    def _marks(self) -> Iterator[Html]:
        mine = quoted_once(mark for mark in self.told.sitting.marks if self.told.human in (None, mark.side))
        for _, group in itertools.groupby(mine, key=lambda mark: (mark.ply, mark.said)):
            marks = list(group)
            speaking = [mark for mark in marks if mark.treatment is not Treatment.NOT_REACHED]
            yield el("h3", marks[0].words)
            yield el(
                "ul",
                *(
                    el(
                        "li",
                        el("span", f"{mark.title}: {mark.treatment.value}. ", class_="label"),
                        f"{mark.told} (",
                        self._cite(mark.opinion, mark.holding, mark.pin),
                        ")",
                    )
                    for mark in speaking
                ),
                el("li", f"Not reached by {plural(len(marks) - len(speaking), 'opinion')}.", class_="quiet")
                if len(marks) > len(speaking)
                else None,
            )

    def _ballots(self) -> Iterator[Html]:
        for card in self.told.sitting.ballots:
            yield el("h3", f"{card.counsel}, for {card.called}: {card.told}")
            rows: list[tuple[HtmlPart, ...]] = []
            for item in card.items:
                if not item.opportunities:
                    rows.append((item.label, "no occasion", "shared out over the others", ""))
                    continue
                lost = el(
                    "ul",
                    *(
                        el("li", f"−{float(loss.points):.1f} at move {loss.ply}, {loss.words}: {loss.why}")
                        for loss in item.losses
                    ),
                )
                points = f"{float(item.earned):.1f} of {float(item.out_of):.1f}"
                rows.append((item.label, points, str(item.opportunities), lost if item.losses else "nothing"))
            yield table(f"Ballot of {card.counsel}", ("Item", "Points", "Occasions", "Lost"), rows)

    def _spoke(self) -> Html:
        found = self.told.speakers
        rows = [(each.name, str(each.times), clock_face(each.ticks)) for each in found]
        return join((speaking_chart(found), table("Who spoke", ("Speaker", "Times", "Minutes"), rows)))

    def _transcript(self) -> Iterator[Html]:
        for each in self.told.transcript:
            if each.heading:
                yield el("h3", each.text)
            elif each.speaker:
                yield el("p", el("span", f"{each.speaker}: ", class_="label"), each.text)
            else:
                yield el("p", f"({each.text.rstrip('.')}.)", class_="quiet")


def _opinion(page: _Page, opinion: ReadOpinion) -> Html:
    """One opinion: its text by page, with passages that are cited above marked; where no text ships, the quotations."""
    whose = f"{opinion.title[:1].upper()}{opinion.title[1:]}"
    if not opinion.pages:
        rows = ((each.pin, each.gist, each.words) for each in opinion.passages)
        note = el(
            "p", "The text of this opinion does not come with the case: only what is quoted from it.", class_="quiet"
        )
        made = join((note, table(f"Quoted from {opinion.title}", ("Page", "What it says", "Words"), rows)))
    else:
        seen: set[int] = set()
        parts = []
        for each in opinion.pages:
            parts.append(el("h3", f"Page {each.label}"))
            parts += [el("p", *_spans(page, opinion, spans, seen)) for spans in each.paragraphs]
        made = join(parts)
    return el("details", el("summary", whose), made, class_="opinion", open="")


def _spans(page: _Page, opinion: ReadOpinion, spans: tuple[Span, ...], seen: set[int]) -> Iterator[HtmlPart]:
    for span in spans:
        places = [page.places[opinion.id, id] for id in span.passages if (opinion.id, id) in page.places]
        cited = [place for place in places if place in page.cited]
        fresh = [place for place in cited if place not in seen]
        seen.update(fresh)
        targets = [el("span", id=f"passage-{place}") for place in fresh]
        backs = [el("a", "↩", href=f"#cite-{place}", aria_label="back to where this is cited") for place in fresh]
        yield from targets
        yield el("mark", span.text) if cited else span.text
        yield from backs
