// The sheet: a dialog in which the brief, the record and the like are read. Escape closes it.

import { el, put, button, byId } from "./dom.js";

export function openSheet(title, content, extra) {
  const sheet = byId("sheet");
  sheet.className = "sheet";
  put(sheet, el("header", {}, el("h2", { id: "sheet-title", tabindex: "-1" }, title), button("Close", () => sheet.close(), { class: "quiet" })),
    el("div", { class: "sheet-body", tabindex: "0", role: "region", "aria-labelledby": "sheet-title" }, content),
    extra ? el("footer", {}, extra) : null);
  if (!sheet.open) sheet.showModal();
  byId("sheet-title").focus();
}

export function confirmIn(title, text, yes, no) {
  const sheet = byId("sheet");
  sheet.className = "sheet small";
  return new Promise((resolve) => {
    let answer = false;
    put(sheet, el("h2", { id: "sheet-title" }, title),
      el("p", {}, text),
      el("p", { class: "buttons" },
        button(yes, () => { answer = true; sheet.close(); }, { class: "strong", autofocus: true }),
        button(no, () => sheet.close())));
    sheet.addEventListener("close", () => resolve(answer), { once: true });
    sheet.showModal();
  });
}

// Sections of text (written.py says what a block is) as headings and paragraphs.
export function written(sections, level) {
  return sections.map((section) => el("section", { class: "written", id: section.id, "aria-labelledby": `${section.id}-title` },
    el(`h${level}`, { id: `${section.id}-title`, tabindex: "-1" }, section.title),
    ...blocks(section.blocks, level + 1)));
}

function blocks(list, level) {
  const out = [];
  let terms = null;
  for (const [kind, text, more] of list) {
    if (kind !== "item") terms = null;
    switch (kind) {
      case "h":
        out.push(el(`h${Math.min(level, 6)}`, {}, text));
        break;
      case "item":
        if (!terms) out.push(terms = el("dl", { class: "items" }));
        terms.append(el("div", {}, el("dt", {}, more || "\u2013"), el("dd", {}, text)));
        break;
      case "more":
        out.push(el("details", {}, el("summary", {}, text), ...blocks(more, level)));
        break;
      case "in":
      case "line":
        out.push(el("p", { class: `${kind} deep-${Math.min(6, more || 0)}` }, text));
        break;
      default:
        out.push(el("p", { class: kind }, text));
    }
  }
  return out;
}
