// The start: which case and side, and the sittings kept in this browser.

import { el, put, button, byId, say, focusOn, download } from "./dom.js";
import { store } from "./store.js";
import { confirmIn } from "./sheet.js";
import { benchList } from "./bench.js";

export function openStart(setup, wanted, does) {
  const { begin, resume, load, history } = does;
  const main = byId("main");
  main.className = "start";
  byId("caption").textContent = "";
  const form = el("form", { class: "settle", onchange: () => showBench(setup), onsubmit: (event) => { event.preventDefault(); begin(options(form, setup)); } },
    settled(setup, wanted),
    el("p", { class: "buttons" }, el("button", { type: "submit", class: "strong big", id: "begin" }, "Take the lectern")),
    el("div", { id: "progress", class: "progress" }));
  put(main, el("div", { class: "hero" },
      el("h1", { tabindex: "-1", id: "start-title" }, "Argue a case before a bench that thinks."),
      el("p", {}, "You stand at the lectern for one side of a case. Judges interrupt. The argument ends in a conference, a ruling with reasons, and a debrief.")),
    setup.assignment ? assigned(setup.assignment) : null,
    form,
    el("section", { class: "kept", id: "kept", "aria-labelledby": "kept-title" }));
  showBench(setup);
  showKept(setup, resume, load);
  byId("kept").after(setup.fixed.mode === "exam" ? el("div", {}) : practiceSection(setup), el("p", { class: "buttons" }, button("Your progress", history, { id: "history" })));
  byId("drill")?.addEventListener("click", () => does.drill(caseOf(setup).id, byId("who-asks").value));
}

// Single questions of the case that is chosen: what is due and what is new, or ten of one judge.
function practiceSection(setup) {
  return el("section", { class: "kept", id: "practice", "aria-labelledby": "practice-title" }, el("h2", { id: "practice-title" }, "Practice"),
    el("p", { class: "quiet" }, "Five minutes of single questions on this case. What you fumbled comes back after 1, 3, 7 and 21 days."),
    el("div", { class: "fields" }, el("label", { class: "field" }, el("span", {}, "Who asks"), el("select", { id: "who-asks" }, askers(setup))), button("Begin", null, { id: "drill" })));
}

function askers(setup) {
  return [el("option", { value: "" }, "anyone: what is due, then what is new"), ...caseOf(setup).judges.map((one) => el("option", { value: one.id }, `hot seat: ${one.title}`))];
}

function caseOf(setup) {
  const chosen = setup.fixed.case || new FormData(byId("main").querySelector("form")).get("case");
  return setup.cases.find((each) => each.id === chosen) || setup.cases[0];
}

function assigned(task) {
  const today = new Date().toISOString().slice(0, 10);
  const told = [task.title || task.id, task.due ? (today > task.due ? `It was due on ${task.due}; a sitting begun now is marked late.` : `Due on ${task.due}.`) : "",
    task.sittings ? `${task.sittings === 1 ? "One sitting is" : `${task.sittings} sittings are`} allowed; one that was begun counts.` : ""];
  return el("section", { class: "assigned", id: "assigned", "aria-label": "Assignment" }, el("h2", {}, `Assignment: ${told[0]}`), told.slice(1).filter(Boolean).map((line) => el("p", {}, line)));
}

// The bench before which it will be argued.
function showBench(setup) {
  const data = new FormData(byId("main").querySelector("form"));
  const one = setup.cases.find((each) => each.id === (setup.fixed.case || data.get("case"))) || setup.cases[0];
  const bench = setup.benches.find((each) => each.id === (setup.fixed.bench || data.get("bench") || one.bench));
  if (byId("who-asks")) put(byId("who-asks"), askers(setup));
  put(byId("before"), bench ? benchList(bench.seats.map((name) => ({ name, glyph: "", word: "", ink: "", now: false })), `Before: ${bench.title}`) : null);
}

function settled(setup, wanted) {
  const fixed = setup.fixed;
  const first = fixed.case || wanted.case || setup.cases[0].id;
  const parts = [];
  parts.push(el("fieldset", { class: "cards" }, el("legend", {}, setup.cases.length > 1 ? "The case" : "Your case"),
    setup.cases.map((one) => el("label", { class: "card" },
      el("input", { type: "radio", name: "case", value: one.id, checked: one.id === first, onchange: (event) => showSides(event.target.form, setup, "") }),
      el("span", { class: "card-title" }, one.caption),
      el("span", { class: "card-under" }, [one.court, one.argued].filter(Boolean).join(", ")),
      el("span", { class: "card-text" }, one.question)))));
  parts.push(el("fieldset", { class: "cards sides", id: "sides" }, sideCards(setup, first, wanted.side || "")));
  parts.push(el("div", { id: "before", class: "before" }));
  const more = [
    select("bench", "Bench", [["", "the case\u2019s own"], ...setup.benches.map((one) => [one.id, one.title])], fixed, wanted),
    select("format", "Format", [["", "the case\u2019s own"], ...setup.formats.map((one) => [one.id, one.title])], fixed, wanted),
    select("heat", "How often the bench asks", setup.heats.map((one) => [one, one]), fixed, wanted, "normal"),
    select("opponent", "Opponent", setup.opponents.map((one) => [one, one]), fixed, wanted, "scripted"),
    select("mode", "Mode", [["training", "training: a choice may be taken back"], ["exam", "exam: every choice stands"]], fixed, wanted, "training"),
    fixed.seed === undefined ? el("label", { class: "field" }, el("span", {}, "Seed (the same number, the same bench)"), el("input", { name: "seed", inputmode: "numeric", pattern: "[0-9]{1,15}", value: wanted.seed || "", autocomplete: "off" })) : null,
  ].filter(Boolean);
  const given = Object.entries(fixed).filter(([name, value]) => name !== "case" && value !== null);
  if (given.length) parts.push(el("p", { class: "quiet", id: "fixed" }, `Set for you: ${given.map(([name, value]) => `${name} ${value}`).join(", ")}.`));
  if (more.length) parts.push(el("details", { class: "more" }, el("summary", {}, "Bench, format and more"), el("div", { class: "fields" }, more)));
  return parts;
}

function sideCards(setup, id, wanted) {
  const one = setup.cases.find((each) => each.id === id) || setup.cases[0];
  const sides = setup.fixed.side ? [setup.fixed.side] : ["petitioner", "respondent", "both"];
  const first = sides.includes(wanted) ? wanted : sides[0];
  return [el("legend", {}, "You argue"), ...sides.map((side) => el("label", { class: `card side-${side}` },
    el("input", { type: "radio", name: "side", value: side, checked: side === first }),
    el("span", { class: "card-title" }, side === "both" ? "Both sides" : `For ${one[side].called}`),
    el("span", { class: "card-under" }, side === "both" ? "in turn" : one[side].counsel),
    side === "both" ? null : el("span", { class: "card-text" }, one[side].name)))];
}

function showSides(form, setup) {
  const side = new FormData(form).get("side") || "";
  put(byId("sides"), ...sideCards(setup, new FormData(form).get("case"), side));
}

function select(name, label, choices, fixed, wanted, usual) {
  if (fixed[name] !== undefined) return null;
  const first = wanted[name] || usual || "";
  return el("label", { class: "field" }, el("span", {}, label),
    el("select", { name }, choices.map(([value, text]) => el("option", { value, selected: value === first }, text))));
}

function options(form, setup) {
  const data = new FormData(form);
  const out = {};
  for (const name of ["case", "side", "bench", "format", "heat", "opponent", "mode"]) {
    const value = setup.fixed[name] === undefined ? data.get(name) : setup.fixed[name];
    if (value) out[name] = value;
  }
  if (setup.assignment) {
    out.assignment = setup.assignment.id;
    out.due = setup.assignment.due;
    if (setup.assignment.sittings) out.sittings = setup.assignment.sittings;
  }
  const seed = setup.fixed.seed === undefined ? data.get("seed") : setup.fixed.seed;
  if (seed !== undefined && seed !== null && seed !== "") out.seed = Number(seed);
  return out;
}

export function showProgress(share, text) {
  const place = byId("progress");
  if (!place) return;
  if (share >= 1) {
    put(place);
    return;
  }
  if (!place.querySelector("progress")) {
    put(place, el("label", { for: "bar", id: "bar-label" }, text), el("progress", { id: "bar", max: "1", value: String(share) }));
  }
  byId("bar").value = share;
  byId("bar-label").textContent = `${text} \u2026`;
}

// -- sittings kept here -----------------------------------------------------------------------------------------

async function showKept(setup, resume, load) {
  const place = byId("kept");
  await store.refresh();
  if (!place.isConnected) return;
  const found = store.records();
  const captions = Object.fromEntries(setup.cases.map((one) => [one.id, one.caption]));
  put(place, el("h2", { id: "kept-title", tabindex: "-1" }, "Your sittings"),
    found.length
      ? el("ul", { class: "records" }, found.map((one) => el("li", {},
        el("div", {}, el("b", {}, captions[one.case] || one.case || one.name),
          el("span", { class: "quiet" }, ` ${[one.side && `for ${one.side}`, one.mode, day(one.started), one.moves === 1 ? "1 move" : `${one.moves} moves`].filter(Boolean).join(" \u00b7 ")}`),
          one.result ? el("span", { class: "result" }, one.result) : null,
          captions[one.case] ? null : el("span", { class: "quiet" }, "Its case is not in this page.")),
        el("div", { class: "buttons" },
          captions[one.case] ? button(one.result ? "Open" : "Go on", () => resume(one.name), { "aria-label": `${one.result ? "Open" : "Go on with"} ${one.name}` }) : null,
          button("Save", () => download(one.name, store.text(one.name), "application/x-ndjson"), { "aria-label": `Save ${one.name} as a file`, class: "quiet" }),
          button("Delete", async () => {
            if (!await confirmIn("Delete this sitting?", `${one.name} is removed from this browser for good.`, "Delete", "Keep")) return;
            await store.remove(one.name);
            await showKept(setup, resume, load);
            say("Deleted.");
            focusOn(byId("kept-title"));
          }, { "aria-label": `Delete ${one.name}`, class: "quiet" })))))
      : el("p", { class: "quiet" }, store.lasting ? "None yet. Every move is kept in this browser before you see the next choice." : "None yet."),
    store.lasting ? null : el("p", { class: "problem" }, "This browser keeps nothing for this page. Save a sitting as a file before you close it."),
    el("p", {}, el("label", { class: "file" }, "Load a record from a file ",
      el("input", { type: "file", accept: ".jsonl", id: "load", onchange: (event) => { const [file] = event.target.files; if (file) load(file, () => showKept(setup, resume, load)); } }))));
}

function day(text) {
  const date = new Date(text);
  return Number.isNaN(date.valueOf()) ? "" : date.toLocaleDateString("en-US", { year: "numeric", month: "short", day: "numeric" });
}
