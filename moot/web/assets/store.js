// Records in this browser's storage: the same files as in a folder of saves, by the same names.

const RECORD = "moot/record/";
const RESULT = "moot/result/";
const SETTING = "moot/setting/";
const PRACTICE = "moot/practice";

const kept = new Map();
const memory = new Map();

function box() {
  try {
    const storage = window.localStorage;
    storage.setItem("moot/try", "1");
    storage.removeItem("moot/try");
    return storage;
  } catch {
    return null;
  }
}

const storage = box();

function get(key) {
  return storage ? storage.getItem(key) : memory.get(key) ?? null;
}

function set(key, text) {
  if (storage) storage.setItem(key, text);
  else memory.set(key, text);
}

function drop(key) {
  if (storage) storage.removeItem(key);
  else memory.delete(key);
}

function keys(prefix) {
  const all = storage ? Object.keys(storage) : [...memory.keys()];
  return all.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

export const store = {
  lasting: storage !== null,

  records() {
    const found = keys(RECORD).map((name) => summary(name, get(RECORD + name)));
    return found.sort((one, other) => (one.started < other.started ? 1 : one.started > other.started ? -1 : 0));
  },

  read(name) {
    const text = get(RECORD + name);
    kept.set(name, text);
    return text;
  },

  has(name) {
    return get(RECORD + name) !== null;
  },

  // A line that says why the record could not be kept; empty when it is kept.
  write(name, text) {
    const there = get(RECORD + name);
    if (kept.has(name) && there !== kept.get(name) && there !== text) {
      return `${name} was changed in another tab; open it again to go on.`;
    }
    try {
      if (there !== text) set(RECORD + name, text);
      kept.set(name, text);
      return storage ? "" : "This browser keeps nothing for this page: save the record before you close it.";
    } catch {
      return "This browser's storage is full: save the record as a file, and delete old sittings.";
    }
  },

  remove(name) {
    drop(RECORD + name);
    drop(RESULT + name);
    kept.delete(name);
  },

  result(name) {
    return get(RESULT + name) || "";
  },

  setResult(name, text) {
    try { set(RESULT + name, text); } catch { /* only the list of sittings is poorer */ }
  },

  // The log of practice, as the file beside the records of a terminal.
  practice() {
    return get(PRACTICE) || "";
  },

  setPractice(text) {
    try { set(PRACTICE, text); } catch { /* practice goes on, and is not kept */ }
  },

  setting(name, other) {
    return get(SETTING + name) ?? other;
  },

  setSetting(name, value) {
    try { set(SETTING + name, value); } catch { /* it lasts as long as the page */ }
  },
};

function summary(name, text) {
  let header = {};
  try { header = JSON.parse(text.slice(0, text.indexOf("\n"))); } catch { /* shown by its name alone */ }
  const moves = Math.max(0, text.split("\n").filter((line) => line.startsWith('{"n"')).length);
  return {
    name,
    moves,
    case: typeof header.case === "string" ? header.case : "",
    side: typeof header.side === "string" ? header.side : "",
    mode: typeof header.mode === "string" ? header.mode : "",
    started: typeof header.started === "string" ? header.started : "",
    result: get(RESULT + name) || "",
  };
}
