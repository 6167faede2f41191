// Records in this browser's storage: the same files as in a folder of saves, by the same names.

import { disk } from "./disk.js";

const RECORD = "moot/record/";
const RESULT = "moot/result/";
const SETTING = "moot/setting/";
const PRACTICE = "moot/practice";
const FULL = "This browser's storage is full: save the record as a file, and delete old sittings.";
const NOTHING = "This browser keeps nothing for this page: save the record before you close it.";
const UNSURE = "This browser does not say whether it kept this move: save the record as a file.";

// What is kept, as this tab read it last; and each record as this tab wrote or opened it.
let files = new Map();
const mine = new Map();
let logged = "";

// Also what a write that failed, or seemed to, may have left there after all.
const attempted = new Map();

function isFull(error) {
  return Boolean(error) && error.name === "QuotaExceededError";
}

function ours(name, old) {
  return old === (mine.get(name) ?? null) || (attempted.get(name) || []).includes(old);
}

export const store = {
  // Reads everything again; other tabs write too.
  async refresh() {
    files = await disk.read();
    // What could not be written yet is still this tab's to go on with.
    for (const [name, texts] of attempted) if (ours(name, store.text(name))) files.set(RECORD + name, texts.at(-1));
  },

  get lasting() {
    return disk.kind !== "";
  },

  names() {
    const found = [...files.keys()].filter((key) => key.startsWith(RECORD)).map((key) => key.slice(RECORD.length));
    return found.filter((name) => !/^\.*$|[/\0]|^practice\.log$/.test(name));
  },

  records() {
    const found = store.names().map((name) => summary(name, files.get(RECORD + name)));
    return found.sort((one, other) => (one.started < other.started ? 1 : one.started > other.started ? -1 : 0));
  },

  text(name) {
    return files.get(RECORD + name) ?? null;
  },

  // The record, to go on with: from here on no other tab's moves are written over.
  open(name) {
    mine.set(name, store.text(name));
  },

  // A new record under this name, unless another tab has one by it.
  async claim(name, text) {
    try {
      const there = await disk.change(RECORD + name, (old) => (old === null ? text : null));
      files.set(RECORD + name, there);
      if (there !== text) return false;
      mine.set(name, text);
    } catch { /* it is told with the first choices */ }
    return true;
  },

  // A line that says why the record could not be kept; empty when it is on the disk.
  async write(name, text) {
    let other = false, gone = false;
    try {
      const there = await disk.change(RECORD + name, (old) => {
        gone = old === null && Boolean(mine.get(name)) && mine.get(name) !== text;
        other = old !== null && old !== text && !ours(name, old);
        return other || old === text ? null : text;
      });
      files.set(RECORD + name, there);
      if (other) return `${name} was changed in another tab; open it again to go on.`;
      mine.set(name, text);
      attempted.delete(name);
      if (!store.lasting) return NOTHING;
      return gone ? `${name} was deleted elsewhere; it is kept again.` : "";
    } catch (error) {
      attempted.set(name, [...(attempted.get(name) || []), text]);
      return isFull(error) ? FULL : UNSURE;
    }
  },

  async remove(name) {
    for (const key of [RECORD + name, RESULT + name]) {
      files.delete(key);
      await disk.drop(key);
    }
    mine.delete(name);
  },

  async setResult(name, text) {
    files.set(RESULT + name, text);
    try { await disk.change(RESULT + name, () => text); } catch { /* only the list of sittings is poorer */ }
  },

  // The log of practice, as the file beside the records of a terminal.
  practice() {
    logged = files.get(PRACTICE) ?? "";
    return logged;
  },

  // What was added to the log is added to what is kept, which another tab may have added to. A line where that fails.
  async setPractice(text) {
    const added = text.startsWith(logged) ? text.slice(logged.length) : text;
    if (!added) return "";
    try {
      files.set(PRACTICE, await disk.change(PRACTICE, (old) => (old ?? "") + added));
      logged = text;
      return "";
    } catch (error) {
      return isFull(error) ? "This browser's storage is full: this practice is not kept." : "This browser does not say whether it kept this answer.";
    }
  },

  setting(name, other) {
    return disk.setting(SETTING + name) ?? other;
  },

  setSetting(name, value) {
    disk.setSetting(SETTING + name, value);
  },
};

function summary(name, text) {
  let header = {};
  try { header = JSON.parse(text.slice(0, text.indexOf("\n"))) || {}; } catch { /* shown by its name alone */ }
  const moves = Math.max(0, text.split("\n").filter((line) => line.startsWith('{"n"')).length);
  return {
    name,
    moves,
    case: typeof header.case === "string" ? header.case : "",
    side: typeof header.side === "string" ? header.side : "",
    mode: typeof header.mode === "string" ? header.mode : "",
    started: typeof header.started === "string" ? header.started : "",
    result: files.get(RESULT + name) || "",
  };
}
