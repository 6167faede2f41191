// The page: wiring between its places, and the keys.

import { el, put, button, byId, say, focusOn, drawn } from "./dom.js";
import { store } from "./store.js";
import { startEngine, ready, ask, putRecord, dropRecord } from "./engine.js";
import { partText } from "./parts.js";
import { openStart, showProgress } from "./start.js";
import { openLectern, choose, undo, lecternState } from "./lectern.js";
import { openAfter, saveRecord, saveTranscript } from "./after.js";
import { openSheet, written } from "./sheet.js";
import { openReader } from "./reader.js";
import { openDrill, answerDrill } from "./drill.js";

const setup = JSON.parse(byId("setup").textContent);
const wanted = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const LOOKS = [["auto", "As the system is set"], ["dark", "Dark"], ["light", "Light"], ["contrast", "High contrast"]];
let starting = null;

function engine() {
  starting ??= startEngine((share, text) => showProgress(share, text)).then(async () => {
    await fetchKept();
    if (store.practice()) putRecord("practice.log", store.practice());
    document.documentElement.dataset.ready = "yes";
  });
  return starting;
}

// What this browser keeps, other tabs' sittings too, put where the engine looks for it.
async function fetchKept() {
  await store.refresh();
  for (const name of store.names()) {
    try { putRecord(name, store.text(name)); } catch { /* a name that the engine's disk cannot have; the rest is played */ }
  }
}

async function wait() {
  const begin = byId("begin");
  if (ready() || !begin) { await engine(); return; }
  begin.disabled = true;
  begin.textContent = "The court is about to sit \u2026";
  try { await engine(); } finally {
    begin.disabled = false;
    begin.textContent = "Take the lectern";
  }
}

async function enter(name, ...words) {
  try {
    await wait();
    await fetchKept();
    let state = ask(name, ...words);
    // A sitting begun in another tab at the same instant may have this name: then it takes another.
    while (name === "new" && !await store.claim(state.record, state.saved)) {
      await fetchKept();
      state = ask(name, ...words);
    }
    byId("caption").textContent = state.caption;
    document.title = `${state.caption} \u00b7 moot`;
    tools(state);
    await openLectern(state, (done) => { tools(done); openAfter(done, home, (ply) => enter("retry", ply), setup.readable.includes(done.case) ? (cited) => openReader(done.case, cited) : null).catch(failed); });
    performance.mark("moot-first-choice");
  } catch (error) {
    failed(error);
  }
}

function failed(error) {
  const text = String(error.message || error);
  const place = byId("problem") || el("p", { id: "problem", class: "problem", role: "alert" });
  place.textContent = text;
  if (!place.isConnected) byId("main").prepend(place);
}

// What went wrong before says nothing of what is tried now.
function afresh() {
  byId("problem")?.remove();
}

function begin(options) {
  afresh();
  return enter("new", options);
}

function resume(name) {
  afresh();
  return wait().then(async () => {
    await fetchKept();
    store.open(name);
    return enter("resume", name);
  }).catch(failed);
}

async function load(file, shown) {
  afresh();
  try {
    await wait();
    const text = await file.text();
    const found = ask("check", text, file.name);
    await fetchKept();
    const name = free(file.name, text);
    const problem = await store.write(name, text);
    putRecord(name, text);
    await shown();
    say(problem || `${name} is loaded: ${found.moves} moves.`);
    focusOn(byId("kept-title"));
  } catch (error) {
    failed(error);
  }
}

// A name under which nothing else is kept. Only what ends in .jsonl is listed as a record.
function free(name, text) {
  const stem = name.replace(/\.jsonl$/i, "");
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? `${stem}.jsonl` : `${stem}-${number}.jsonl`;
    if ((store.text(each) ?? text) === text) return each;
  }
}

function home() {
  document.title = "moot";
  put(byId("tools"), button("Settings", settings, { class: "quiet" }));
  openStart(setup, wanted, { begin, resume, load, history, drill });
  focusOn(byId("start-title"));
}

async function drill(id, judge) {
  try {
    await wait();
    document.title = "Practice \u00b7 moot";
    await openDrill(id, judge, home);
  } catch (error) {
    failed(error);
  }
}

async function history() {
  try {
    await wait();
    await fetchKept();
    openSheet("Your progress", written(ask("history").sections, 3));
  } catch (error) {
    say(String(error.message || error));
  }
}

// -- tools ------------------------------------------------------------------------------------------------------

function read(title, name, extra) {
  return async () => {
    try {
      await drawn();
      openSheet(title, written(ask(name).sections, 3), extra);
    } catch (error) {
      say(String(error.message || error));
      openSheet(title, el("p", {}, String(error.message || error)));
    }
  };
}

const brief = read("The brief", "brief");
const record = read("The record and the authorities", "record");
const why = read("Why they vote so", "why");

function tools(state) {
  put(byId("tools"), el("ul", {}, [
    button("Brief", brief), button("Record", record),
    state.training || state.decided ? button("Why", why) : null,
    button("Save", save), button("Settings", settings),
  ].filter(Boolean).map((each) => el("li", {}, each))));
}

function save() {
  const state = lecternState();
  openSheet("Save this sitting", [
    el("p", {}, `${store.lasting ? `Every move is kept in this browser as ${state.record}.` : "This browser keeps nothing for this page."} The file is the record that a terminal writes: \u201cmoot play --resume ${state.record}\u201d goes on with it, and a teacher can read it.`),
    el("p", { class: "buttons" }, button("Save the record", () => saveRecord(lecternState()), { class: "strong" }), button("Save the transcript", saveTranscript), button("Print", () => { byId("sheet").close(); window.print(); })),
  ]);
}

function settings() {
  const look = store.setting("look", "auto");
  openSheet("Settings", [
    el("fieldset", {}, el("legend", {}, "Colors"), LOOKS.map(([value, text]) => el("label", { class: "line-choice" },
      el("input", { type: "radio", name: "look", value, checked: value === look, onchange: () => { store.setSetting("look", value); dress(); } }), ` ${text}`))),
    el("label", { class: "line-choice" }, el("input", { type: "checkbox", checked: keysOn(), onchange: (event) => store.setSetting("keys", event.target.checked ? "on" : "off") }), " Single keys: 1 to 9 choose, u takes back, b brief, r record, w why, t transcript, c choices"),
  ]);
}

function dress() {
  const look = store.setting("look", "auto");
  if (look === "auto") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
}

async function about() {
  openSheet("About and licenses", [
    el("p", {}, `moot ${setup.version}: an oral-argument simulator for appellate cases. The engine in this page is the one that the command line runs.`),
    el("p", {}, "Only the pin-cited quotations are real; every ruling composed here is simulated."),
    el("h3", {}, "What is bundled"),
    el("ul", {}, setup.licenses.map((one) => el("li", {}, `${one.name} ${one.version}: ${one.license}. ${one.source}`))),
    el("h3", {}, "License texts"),
    setup.licenses.filter((one) => one.text).map((one) => el("details", {}, el("summary", {}, one.name), el("pre", {}, one.text))),
  ]);
}

// -- keys -------------------------------------------------------------------------------------------------------

function keysOn() {
  return store.setting("keys", "on") === "on";
}

const KEYS = {
  u: undo, b: brief, r: record,
  w: () => { const state = lecternState(); if (state.training || state.decided) why(); },
  t: () => byId("log") && focusOn(byId("log"), "end"),
  c: () => byId("choice-title") && focusOn(byId("choice-title"), "center"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || byId("sheet").open || !keysOn()) return;
  if (document.querySelector("main.drill") && /^[1-9]$/.test(event.key)) { event.preventDefault(); answerDrill(Number(event.key)); return; }
  if (!lecternState()) return;
  if (!document.querySelector("main.lectern, main.after") || event.target.closest("input, select, textarea")) return;
  if (/^[1-9]$/.test(event.key) && byId("choices")) { event.preventDefault(); choose(Number(event.key)); return; }
  const act = KEYS[event.key.toLowerCase()];
  if (act && !event.shiftKey) { event.preventDefault(); act(); }
});

byId("home").addEventListener("click", home);
byId("about").addEventListener("click", about);
dress();
home();
performance.mark("moot-start-screen");
engine().catch(failed);
if (wanted.go !== undefined) byId("main").querySelector("form").requestSubmit();
