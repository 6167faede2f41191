// The browser's disk: IndexedDB, where a write that is done survives the browser's end; else localStorage; else nothing.
//
// localStorage is written seconds or minutes after it is set, and what is not written yet goes with a browser that is killed.
// A transaction of IndexedDB says when it is done, so that nothing is shown before it is kept.

const BASE = "moot";
const FILES = "files";
const SLOW = 5000;

let base = null;
let box = null;
const memory = new Map();

function local() {
  try {
    const found = window.localStorage;
    found.setItem("moot/try", "1");
    found.removeItem("moot/try");
    return found;
  } catch {
    return null;
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = window.indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(FILES);
    asked.onsuccess = () => {
      const db = asked.result;
      db.onversionchange = () => db.close();
      db.onclose = () => { if (base === db) base = null; };
      resolve(db);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
}

// What takes longer than this is taken for failed: a page that waits forever is worse.
function inTime(work) {
  return Promise.race([work, new Promise((_, reject) => { setTimeout(() => reject(new Error("slow")), SLOW); })]);
}

// Does `work` with the files in one transaction; answers with what `work` gave to its third argument, once that is on the disk.
async function transaction(mode, work) {
  base ??= await opened();
  let under;
  try {
    under = base.transaction(FILES, mode, { durability: "strict" });
  } catch {
    // The browser closed it, as it may at any time.
    base = await opened();
    under = base.transaction(FILES, mode, { durability: "strict" });
  }
  return new Promise((resolve, reject) => {
    let found;
    under.oncomplete = () => resolve(found);
    under.onabort = () => reject(under.error || new Error("aborted"));
    work(under.objectStore(FILES), under, (value) => { found = value; });
  });
}

function all() {
  return transaction("readonly", (files, _, give) => {
    const keys = files.getAllKeys();
    const texts = files.getAll();
    texts.onsuccess = () => give(keys.result.map((key, at) => [key, texts.result[at]]));
  });
}

export const disk = {
  // How long what is written lasts: "disk", "storage" (kept, a little late) or "" (nothing is kept).
  kind: "",

  // Everything kept, by its key. Storage of an earlier page is read as well: what it has more of is taken from it.
  async read() {
    box ??= local();
    const found = new Map();
    if (box) for (const key of Object.keys(box)) if (key.startsWith("moot/")) found.set(key, box.getItem(key));
    try {
      for (const [key, text] of await inTime(all())) {
        const old = found.get(key);
        if (typeof text === "string" && !(old !== undefined && old.startsWith(text))) found.set(key, text);
      }
      disk.kind = "disk";
    } catch {
      disk.kind = box ? "storage" : "";
    }
    for (const [key, text] of memory) if (!disk.kind) found.set(key, text);
    return found;
  },

  // Puts what `made` makes of what is there (null for nothing) in its place; null from `made` leaves it as it is.
  // Both happen in one transaction, so no other tab comes between. Answers with what is there after it.
  async change(key, made) {
    if (disk.kind === "disk") {
      return inTime(transaction("readwrite", (files, under, give) => {
        const asked = files.get(key);
        asked.onsuccess = () => {
          const there = typeof asked.result === "string" ? asked.result : null;
          const old = box?.getItem(key) ?? null;
          const text = made(there === null || (old !== null && old.startsWith(there)) ? old : there);
          if (text === null) {
            give(there ?? old);
            return;
          }
          give(text);
          files.put(text, key);
          under.commit?.();
        };
      }));
    }
    const there = box ? box.getItem(key) : memory.get(key) ?? null;
    const text = made(there);
    if (text === null) return there;
    if (box) box.setItem(key, text);
    else memory.set(key, text);
    return text;
  },

  async drop(key) {
    box?.removeItem(key);
    memory.delete(key);
    if (disk.kind === "disk") await inTime(transaction("readwrite", (files) => { files.delete(key); }));
  },

  // Settings are few and are wanted before anything is drawn.
  setting(key) {
    box ??= local();
    return box?.getItem(key) ?? memory.get(key) ?? null;
  },

  setSetting(key, value) {
    memory.set(key, value);
    try { box?.setItem(key, value); } catch { /* it lasts as long as the page */ }
  },
};
