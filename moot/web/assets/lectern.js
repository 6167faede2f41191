// The lectern: bench, clock and lights, the transcript, the choices, counsel's plan.

import { el, put, button, byId, say, focusOn, drawn } from "./dom.js";
import { ask } from "./engine.js";
import { store } from "./store.js";
import { benchList } from "./bench.js";
import { confirmIn } from "./sheet.js";

const MANY = 8;
const shown = { state: null, onDecided: null, busy: false };

export function openLectern(state, onDecided) {
  shown.onDecided = onDecided;
  const main = byId("main");
  main.className = "lectern";
  put(main, el("div", { class: "court", id: "court" },
      el("div", { class: "clockbar", id: "clockbar" }),
      el("div", { id: "bench" })),
    el("div", { class: "floor" },
      el("div", { class: "column" },
        el("section", { class: "opening", id: "opening", "aria-label": "The case" }),
        el("section", { "aria-labelledby": "log-title" },
          el("h2", { id: "log-title", class: "hidden" }, "Transcript"),
          el("div", { id: "log", class: "log", role: "log", "aria-live": "polite", "aria-labelledby": "log-title", tabindex: "-1" })),
        el("section", { id: "choices", class: "choices", "aria-labelledby": "choice-title" })),
      el("aside", { id: "plan", class: "plan", "aria-labelledby": "plan-title" })));
  showOpening(state.opening);
  return take(state);
}

function showOpening(lines) {
  const [title, ...rest] = lines;
  put(byId("opening"), el("h1", {}, title), rest.map((line) => el("p", {}, line)));
}

// Shows what has come of a choice, once it is kept.
export async function take(state, told) {
  shown.state = state;
  const warning = await store.write(state.record, state.saved);
  const log = byId("log");
  if (!log || shown.state !== state) return;
  if (state.fresh) put(log);
  for (const old of log.querySelectorAll(".pending")) {
    old.classList.remove("pending");
    old.removeAttribute("tabindex");
  }
  const fresh = entryNodes(state);
  log.append(...fresh);
  showTop(state.view);
  showPlan(state.view);
  showChoices(state);
  const words = [warning, ...state.notes, told].filter(Boolean).join(" ");
  if (words) say(words);
  if (state.decided && (state.fresh || !fresh.length)) {
    shown.onDecided(state);
    return;
  }
  const pending = log.querySelector(".pending");
  const turn = fresh.find((node) => node.matches(".turn"));
  // After much that is new, reading begins where it begins; else at the question, or at what may be said next.
  if (!state.fresh && turn && fresh.length > MANY) focusOn(turn);
  else if (pending) focusOn(pending, "center");
  else focusOn(byId("choice-title"), "center");
}

// -- the transcript ---------------------------------------------------------------------------------------------

function entryNodes(state) {
  const nodes = state.entries.map((entry) => entryNode(entry, state.human));
  const last = lastQuestion(state.entries);
  if (state.menu && state.menu.answering && last >= 0) {
    const node = nodes[last];
    node.classList.add("pending");
    node.setAttribute("tabindex", "-1");
    // It is read because it has the focus; a live region would read it a second time.
    node.setAttribute("aria-live", "off");
  }
  return nodes;
}

function lastQuestion(entries) {
  for (let at = entries.length - 1; at >= 0; at -= 1) if (entries[at].kind === "question") return at;
  return -1;
}

function entryNode(entry, human) {
  switch (entry.kind) {
    case "turn":
      return el("div", { class: `turn side-${entry.side}`, tabindex: "-1" }, el("h3", {}, entry.title), el("p", { class: "quiet" }, entry.text));
    case "speech": {
      const mine = human === "both" || human === entry.side ? "mine" : "theirs";
      return el("p", { class: `speech side-${entry.side} ${mine} ${entry.broken ? "broken" : ""}` },
        el("b", { class: "who" }, entry.who), entry.clock ? el("span", { class: "when" }, ` ${entry.clock}`) : null, ": ", el("span", { class: "words" }, entry.text));
    }
    case "question":
      return el("p", { class: `question ${entry.broke_in ? "broke-in" : ""}` },
        el("b", { class: "who" }, entry.who), entry.broke_in ? el("span", { class: "tag" }, " breaks in") : null, ": ", el("span", { class: "words" }, entry.text));
    case "look":
      return el("p", { class: `look ink-${entry.ink}` },
        el("span", { class: "glyph", "aria-hidden": "true" }, entry.glyph), el("b", { class: "who" }, entry.who), el("span", { class: "quiet" }, ` ${entry.said}`), ": ", entry.text);
    case "light":
      return el("p", { class: `light light-${entry.color}` }, entry.text);
    case "hint":
      return el("p", { class: "hint" }, entry.text);
    default:
      return el("p", { class: entry.kind }, entry.text);
  }
}

// -- the top ----------------------------------------------------------------------------------------------------

function showTop(view) {
  const bar = byId("clockbar");
  bar.className = `clockbar ${view.red ? "is-red" : view.white ? "is-white" : ""}`;
  put(bar, el("p", { class: `counsel side-${view.side}` }, el("b", {}, view.counsel), view.role ? el("span", { class: "quiet" }, ` ${view.role}`) : null,
      view.head ? el("span", { class: "head" }, `${view.place}/${view.heads} ${view.head}`) : null),
    el("p", { class: "lights" },
      el("span", { class: `lamp white ${view.white ? "on" : ""}` }, view.white ? "White light on" : "White light off"),
      el("span", { class: `lamp red ${view.red ? "on" : ""}` }, view.red ? "Red light on" : "Red light off")),
    el("p", { class: "clock" }, el("span", { class: "hidden" }, "Time left: "), view.clock || "\u2013"),
    el("div", { class: "run", "aria-hidden": "true" }, el("div", { style: { inlineSize: `${Math.max(0, Math.min(1, view.share)) * 100}%` } })));
  put(byId("bench"), benchList(view.seats));
}

const POINT_STATES = { full: ["\u2713", "said"], half: ["\u25d0", "half said"], open: ["\u00b7", "not yet said"], gone: ["\u00d7", "conceded away"] };
const HEAD_STATES = { now: ["\u25b8", "now"], later: ["", "later"], left: ["\u00d7", "left"] };

function showPlan(view) {
  const plan = byId("plan");
  plan.hidden = !view.plan.length;
  if (!view.plan.length) return;
  put(plan, el("h2", { id: "plan-title" }, view.reply ? `In ${view.role}` : `${view.counsel}\u2019s roadmap`),
    el("ul", {}, view.plan.map((row) => {
      const [glyph, words] = (row.point ? POINT_STATES : HEAD_STATES)[row.state];
      return el("li", { class: `${row.point ? "plan-point" : "plan-head"} is-${row.state}` },
        el("span", { class: "glyph", "aria-hidden": "true" }, glyph), el("span", {}, row.title), el("span", { class: "hidden" }, ` (${words})`));
    })),
    view.reserve ? el("p", { class: "quiet" }, `Kept for the reply: ${view.reserve}`) : null);
}

// -- the choices ------------------------------------------------------------------------------------------------

function showChoices(state) {
  const place = byId("choices");
  const menu = state.menu;
  if (!menu) {
    put(place, el("h2", { id: "choice-title", tabindex: "-1" }, state.decided ? "The case is submitted." : "\u2026"),
      state.decided ? button("Hear the judgment", () => shown.onDecided(state), { class: "strong big", id: "judgment" }) : null);
    return;
  }
  put(place, el("h2", { id: "choice-title", tabindex: "-1" }, menu.heading),
    menu.facts.map((fact) => el("p", { class: "quiet" }, fact)),
    el("ol", { class: "options" }, menu.options.map((option, index) => el("li", {}, optionButton(option, index + 1)))),
    el("p", { class: "under" },
      state.can_undo ? button("Take back the last choice", undo, { class: "quiet", id: "undo" }) : null));
}

function optionButton(option, number) {
  return el("button", { type: "button", class: `option kind-${option.kind}`, onclick: () => choose(number) },
    el("span", { class: "number" }, `${number}`),
    el("span", { class: "what" }, ` ${option.text}`, option.note ? el("span", { class: "under-what" }, ` ${option.note}`) : null),
    option.cost ? el("span", { class: "cost" }, ` ${option.cost}`) : null);
}

export async function choose(number) {
  const state = shown.state;
  if (state && state.decided && number === 1 && byId("judgment")) {
    shown.onDecided(state);
    return;
  }
  const option = state && state.menu && state.menu.options[number - 1];
  if (!option || shown.busy) return;
  if (option.kind === "sit" && state.menu.options.length > 1) {
    const sure = await confirmIn("Sit down?", option.note ? `${option.note}: that time is given up.` : "Your turn ends.", "Sit down", "Stay");
    if (!sure) return;
  }
  await doing(() => ask("choose", number));
}

export async function undo() {
  if (!shown.state || !shown.state.can_undo || shown.busy) return;
  await doing(() => ask("undo"), "Taken back.");
}

async function doing(work, told) {
  shown.busy = true;
  const place = byId("choices");
  place.setAttribute("aria-busy", "true");
  try {
    await drawn();
    await take(work(), told);
  } catch (error) {
    say(String(error.message || error));
  } finally {
    shown.busy = false;
    place.removeAttribute("aria-busy");
  }
}

export function lecternState() {
  return shown.state;
}
