// Practice: one question after another, with hints, and why an answer is right or not yet.

import { el, put, button, byId, say, focusOn, drawn } from "./dom.js";
import { ask } from "./engine.js";
import { store } from "./store.js";

const drilling = { busy: false, back: null };

export async function openDrill(id, judge, back) {
  drilling.back = back;
  await drawn();
  const told = ask("practice", id, judge);
  const main = byId("main");
  main.className = "drill";
  put(main, el("h1", { id: "drill-title", tabindex: "-1" }, told.title), el("p", { class: "quiet" }, told.about),
    el("div", { id: "graded", class: "log", role: "log", "aria-live": "polite", "aria-label": "What was said of your answers" }),
    el("div", { id: "posed" }), el("section", { class: "choices", id: "answers", "aria-labelledby": "answers-title" }),
    el("p", { class: "buttons", id: "drill-tools" }));
  await takePractice(told);
}

async function takePractice(told) {
  const words = [await store.setPractice(told.log), ...told.notes].filter(Boolean).join(" ");
  if (words) say(words);
  if (!byId("graded")) return;
  const graded = byId("graded");
  if (told.again) {
    graded.append(...told.told.map((line) => el("p", {}, line)));
    graded.lastElementChild?.scrollIntoView({ block: "center", behavior: "auto" });
    return;
  }
  // What was said of the last answer stands above the new question until that is answered.
  put(graded, told.told.map((line) => el("p", {}, line)));
  if (told.question) {
    poseQuestion(told.question);
    return;
  }
  put(byId("posed"), el("h2", { id: "drill-over", tabindex: "-1" }, "Done"), told.done ? el("p", {}, told.done) : null);
  put(byId("answers"));
  put(byId("drill-tools"), button("Back", drilling.back, { class: "strong", id: "drill-back" }));
  focusOn(byId("drill-over"));
}

function poseQuestion(question) {
  const asked = el("p", { class: "question pending", id: "asked-now", tabindex: "-1" }, question.asked);
  put(byId("posed"), el("h2", {}, question.count, question.origin ? el("span", { class: "quiet" }, ` (${question.origin})`) : null),
    question.before.map((line) => el("p", { class: "quiet" }, line)), asked,
    question.given ? el("p", { class: "quiet" }, `You said: ${question.given}`) : null);
  put(byId("answers"), el("h3", { id: "answers-title" }, "Your answer"),
    el("ol", { class: "options" }, question.options.map((option, index) => el("li", {},
      el("button", { type: "button", class: "option kind-answer", onclick: () => answerDrill(index + 1) },
        el("span", { class: "number" }, `${index + 1}`),
        el("span", { class: "what" }, ` ${option.text}`, option.note ? el("span", { class: "under-what" }, ` ${option.note}`) : null))))));
  put(byId("drill-tools"), button("A hint", () => doPractice("practice-hint"), { id: "hint" }), button("See the answers", () => doPractice("practice-view"), { id: "view" }),
    button("Skip", () => doPractice("practice-skip"), { id: "skip" }), button("Stop", drilling.back, { class: "quiet", id: "drill-back" }));
  focusOn(asked, "center");
}

export function answerDrill(number) {
  if (byId("answers").querySelectorAll(".option").length >= number) doPractice("practice-answer", number);
}

async function doPractice(name, ...words) {
  if (drilling.busy) return;
  drilling.busy = true;
  try {
    await drawn();
    await takePractice(ask(name, ...words));
  } catch (error) {
    say(String(error.message || error));
  } finally {
    drilling.busy = false;
  }
}
