// The engine: Python in this page. Nothing is asked of any network; the parts come with the page.

import { part, partText, moduleOf } from "./parts.js";

let python = null;
let calls = null;

const SAVES = "/saves";

function answer(stream, type) {
  return new Response(stream, { headers: { "content-type": type } });
}

// Loads the interpreter and what it runs. `told` gets a share from 0 to 1 and what is being done.
export async function startEngine(told) {
  told(0.05, "Unpacking the interpreter");
  const asked = {
    "pyodide.asm.wasm": answer(part("pyodide.asm.wasm"), "application/wasm"),
    "python_stdlib.zip": answer(part("python_stdlib.zip"), "application/zip"),
  };
  const app = new Response(part("app.zip")).arrayBuffer();
  const library = new Response(part("library")).arrayBuffer();
  const info = JSON.parse(await partText("lock"));
  // From here until the interpreter has started it gets its two files, and nothing else can be asked for.
  const real = window.fetch;
  window.fetch = async (url) => {
    const name = String(url instanceof Request ? url.url : url).split("/").pop();
    if (asked[name]) return asked[name];
    throw new Error(`This page asks nothing of the network (${name}).`);
  };
  try {
    const { loadPyodide } = await moduleOf("pyodide.mjs");
    told(0.15, "Starting Python");
    const { default: createPyodideModule } = await moduleOf("pyodide.asm.mjs");
    python = await loadPyodide({
      indexURL: "https://moot.invalid/",
      lockFileContents: { info, packages: {} },
      packageBaseUrl: "https://moot.invalid/",
      createPyodideModule,
      enableRunUntilComplete: false,
      env: { HOME: "/home", MOOT_SAVES: SAVES, MOOT_CASES: "", PYTHONDONTWRITEBYTECODE: "1" },
      stdin: () => null,
      stdout: (line) => console.log(line),
      stderr: (line) => console.warn(line),
    });
    told(0.75, "Calling the judges");
    python.FS.mkdirTree(SAVES);
    python.FS.writeFile("/app.zip", new Uint8Array(await app));
    python.FS.writeFile("/library", new Uint8Array(await library));
    python.runPython("import sys; sys.path.insert(0, '/app.zip')");
    python.pyimport("moot.web.page.boot").start("/library");
    calls = python.pyimport("moot.web.page.calls");
    told(1, "Ready");
  } finally {
    window.fetch = real;
  }
}

export function ready() {
  return calls !== null;
}

// Asks the engine; throws an Error with the engine's own line where it refuses.
export function ask(name, ...words) {
  const told = JSON.parse(calls.call(name, JSON.stringify(words)));
  if (told.error !== undefined) throw new Error(told.error);
  return told;
}

export function putRecord(name, text) {
  python.FS.writeFile(`${SAVES}/${name}`, text);
}

export function dropRecord(name) {
  try { python.FS.unlink(`${SAVES}/${name}`); } catch { /* it was not there */ }
}
