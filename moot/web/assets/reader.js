// The opinions written in a case, page by page, with the quoted passages marked. No engine is needed: they are data of the page.

import { el, put, button, byId, say, focusOn } from "./dom.js";
import { partText } from "./parts.js";
import { openSheet } from "./sheet.js";

let texts = null;

async function opinionsOf(id) {
  texts ??= JSON.parse(await partText("opinions"));
  return texts[id] || [];
}

// `cited` are passages to go through: {opinion, holding, told}.
export async function openReader(id, cited) {
  const found = await opinionsOf(id);
  const body = el("div", { id: "reader", class: "reader" });
  openSheet("The opinions", body);
  if (!found.length) {
    put(body, el("p", {}, "This case has no opinion to read."));
    return;
  }
  const list = cited.filter((each) => found.some((one) => one.id === each.opinion && one.passages.some((passage) => passage.holding === each.holding)));
  put(body,
    el("div", { class: "fields" },
      el("label", { class: "field" }, el("span", {}, "Opinion"),
        el("select", { id: "reader-opinion", onchange: (event) => showOpinion(found[Number(event.target.value)], "") }, found.map((one, index) => el("option", { value: index }, capital(one.title))))),
      el("label", { class: "field" }, el("span", {}, "Find words"),
        el("input", { id: "reader-find", type: "search", autocomplete: "off", onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); findWords(found, event.target.value); } } })),
      button("Find", () => findWords(found, byId("reader-find").value), { class: "quiet", id: "reader-next" })),
    list.length ? el("details", { class: "cited", open: true }, el("summary", {}, "What your debrief cites"),
      el("ul", {}, list.map((each) => el("li", {}, button(each.told, () => showOpinion(found.find((one) => one.id === each.opinion), each.holding, found), { class: "quiet" }))))) : null,
    el("div", { id: "reader-text" }));
  showOpinion(found[0], "");
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function showOpinion(opinion, lit, found) {
  if (found) byId("reader-opinion").value = String(found.indexOf(opinion));
  const title = el("h3", { id: "reader-title", tabindex: "-1" }, capital(opinion.title));
  put(byId("reader-text"), title,
    opinion.pages.length ? opinion.pages.map((page) => el("section", { class: "reported", "aria-label": `Page ${page.label}` },
      el("h4", {}, `Page ${page.label}`), page.paragraphs.map((paragraph) => el("p", {}, paragraph.map(([text, passages]) => (passages.length
        ? el("mark", { "data-holding": passages[0], "data-lit": passages.includes(lit) }, text) : text))))))
      : el("p", { class: "quiet" }, "The text of this opinion does not come with the case; this is what is quoted."),
    opinion.pages.length ? null : opinion.passages.map((each) => el("section", { class: "reported" },
      el("h4", {}, each.pin), el("p", {}, el("mark", { "data-holding": each.holding, "data-lit": each.holding === lit }, each.quote ? `\u201c${each.quote}\u201d` : each.gist)), ...(each.quote ? [el("p", { class: "quiet" }, each.gist)] : []))));
  const there = lit ? byId("reader-text").querySelector("mark[data-lit]") : null;
  if (!there) return;
  there.setAttribute("tabindex", "-1");
  focusOn(there, "center");
}

// From one place to the next where the words stand, and round again.
let lastFound = { words: "", at: -1 };

function findWords(found, text) {
  const words = text.trim().replace(/\s+/g, " ").toLowerCase();
  if (!words) return;
  const places = found.flatMap((opinion) => opinion.pages.flatMap((page, number) => page.paragraphs.flatMap((paragraph, place) => (
    paragraph.map((span) => span[0]).join("").toLowerCase().includes(words) ? [{ opinion, number, place }] : []))));
  if (!places.length) {
    say(`Nothing found for ${text}.`);
    return;
  }
  lastFound = { words, at: lastFound.words === words ? (lastFound.at + 1) % places.length : 0 };
  const { opinion, number, place } = places[lastFound.at];
  showOpinion(opinion, "", found);
  const page = byId("reader-text").querySelectorAll(".reported")[number];
  const paragraph = page.querySelectorAll("p")[place];
  paragraph.setAttribute("tabindex", "-1");
  focusOn(paragraph, "center");
  say(`${lastFound.at + 1} of ${places.length}, page ${opinion.pages[number].label}.`);
}
