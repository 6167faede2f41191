// After the argument: the conference, the ruling, the debrief, on one page with a list of its parts.

import { el, put, button, byId, say, focusOn, drawn, download } from "./dom.js";
import { ask } from "./engine.js";
import { store } from "./store.js";
import { written } from "./sheet.js";

export async function openAfter(state, again, retry, reader) {
  const main = byId("main");
  const log = byId("log");
  const spoken = log ? [...log.childNodes] : [];
  main.className = "after";
  put(main, el("h2", { tabindex: "-1", id: "wait" }, "The case is submitted. The judges are in conference \u2026"));
  focusOn(byId("wait"));
  await drawn();
  const told = ask("conference");
  put(main, el("h1", { class: "case-title" }, state.caption), el("nav", { class: "parts", "aria-label": "Parts of the result", id: "parts" }),
    conference(told),
    el("section", { id: "ruling", class: "ruling", "aria-labelledby": "ruling-title" },
      el("h2", { id: "ruling-title", tabindex: "-1" }, "The ruling"), written(told.ruling, 3)),
    el("div", { id: "debrief", class: "debrief" }, el("h2", { id: "debrief-title", tabindex: "-1" }, "What to take from it")),
    el("section", { id: "spoken", class: "spoken", "aria-labelledby": "spoken-title" },
      el("h2", { id: "spoken-title", tabindex: "-1" }, "The argument"), el("details", {}, el("summary", {}, "Everything that was said"), el("div", { class: "log" }, spoken))),
    el("p", { class: "buttons" }, button("Another sitting", again, { class: "strong" })));
  parts([]);
  focusOn(byId("conference-title"));
  if (told.asked) askFirst(told.asked, (number) => debrief(state, number, retry, reader));
  else await debrief(state, 0, retry, reader);
}

// One question before it is told: who has answered it remembers what is told.
function askFirst(asked, go) {
  byId("debrief").append(
    el("div", { class: "choices", id: "asked", role: "group", "aria-labelledby": "asked-title" },
      el("p", { id: "asked-title" }, `Before the debrief, one question. ${asked.question}`),
      el("ol", { class: "options" }, asked.options.map((text, index) => el("li", {},
        el("button", { type: "button", class: "option kind-asked", onclick: () => go(index + 1) },
          el("span", { class: "number" }, `${index + 1}`), el("span", { class: "what" }, ` ${text}`))))),
      el("p", {}, button("Skip the question", () => go(0), { class: "quiet", id: "skip-asked" }))));
}

async function debrief(state, number, retry, reader) {
  const place = byId("debrief");
  const heading = el("h2", { id: "debrief-title", tabindex: "-1" }, "What to take from it");
  put(place, heading, el("p", { class: "quiet" }, "Your choices are being measured against the opinions written in this case \u2026"));
  await drawn();
  const told = ask("debrief", number);
  store.setResult(state.record, [told.result, ...Object.values(told.ballots)].join("; "));
  put(place, heading, told.reply ? el("p", { class: "reply" }, told.reply) : null, written(told.sections, 3),
    reader ? el("p", { class: "buttons" }, button("Read the opinions", () => reader(told.cited), { id: "opinions" })) : null,
    state.assignment ? handIn(state) : null,
    told.retries.length ? el("section", { class: "retries", "aria-labelledby": "retries-title" },
      el("h3", { id: "retries-title", tabindex: "-1" }, "Try it again from there"),
      el("p", { class: "quiet" }, "The same argument up to that question, as a sitting of its own; this one is kept as it is."),
      el("ul", {}, told.retries.map((each) => el("li", {}, button(`Move ${each.ply}. ${each.judge}: ${each.question}`, () => retry(each.ply), { class: "retry" }))))) : null);
  place.dataset.told = "yes";
  parts(told.sections);
  if (state.fresh) return;
  focusOn(heading);
  say("The debrief is ready.");
}

function handIn(state) {
  return el("section", { class: "hand-in", id: "hand-in", "aria-labelledby": "hand-in-title" }, el("h3", { id: "hand-in-title" }, "Hand it in"),
    el("p", {}, `This sitting answers the assignment ${state.assignment}. Save its record and give that file to your teacher.`),
    el("p", { class: "buttons" }, button("Save the record", () => saveRecord(state), { class: "strong" })));
}

function parts(sections) {
  const links = [["conference-title", "Conference"], ["ruling-title", "Ruling"], ...sections.map((section) => [`${section.id}-title`, section.title]), ["spoken-title", "The argument"]];
  put(byId("parts"), el("ul", {}, links.map(([id, text]) => el("li", {}, button(text, () => focusOn(byId(id)), { class: "quiet" })))));
}

function conference(told) {
  const [most, least] = told.votes;
  return el("section", { id: "conference", class: "conference", "aria-labelledby": "conference-title" },
    el("h2", { id: "conference-title", tabindex: "-1" }, "The conference"),
    el("p", { class: "judgment" }, el("b", {}, told.disposition), `, ${most} to ${least}, ${told.carried}.`),
    el("ol", { class: "votes" }, told.judges.map((judge, index) => el("li", { class: judge.with ? "with" : "apart", style: { "--place": index } },
      el("b", { class: "who" }, judge.title), el("span", { class: "vote" }, judge.vote),
      el("span", { class: "role" }, judge.role), el("span", { class: "ground" }, judge.ground)))),
    el("p", { class: "line-up" }, told.line_up));
}

export function saveRecord(state) {
  download(state.record, state.saved, "application/x-ndjson");
}

export function saveTranscript() {
  const told = ask("transcript");
  download(told.name, told.text, "text/plain");
}
