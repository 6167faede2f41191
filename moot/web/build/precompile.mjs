// Run by node while a page is built: starts the page's interpreter in a folder and has it compile what the page loads at its start.
// Usage: node precompile.mjs FOLDER. There are the interpreter, app.zip, std.zip, library, bytecode.py; app.out and std.out are written.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const python = await loadPyodide({
  indexURL: folder,
  stdLibURL: join(folder, "std.zip"), // the part of the standard library that the page will have
  env: { HOME: "/home", MOOT_SAVES: "/saves", MOOT_CASES: "", PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
});
python.FS.mkdirTree("/saves");
for (const name of ["app.zip", "std.zip", "library"]) python.FS.writeFile(`/${name}`, readFileSync(join(folder, name)));
python.runPython(readFileSync(join(folder, "bytecode.py"), "utf8"));
python.globals.get("run")();
for (const name of ["app.out", "std.out"]) writeFileSync(join(folder, name), python.FS.readFile(`/${name}`));
