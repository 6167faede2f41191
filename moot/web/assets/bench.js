// The bench as it sits: a figure for each judge, whose face shows the last thing seen there. The words say the same.

import { el, svg } from "./dom.js";

const MOUTHS = {
  "": "M8.5 13.500h7",
  key: "M9.500 13a2.500 1.800 0 1 0 5 0a2.500 1.800 0 1 0 -5 0",
  good: "M8.300 12.600q3.700 3.400 7.400 0",
  warn: "M8.500 14.200l7-1.600",
  bad: "M8.300 14.600q3.700-3 7.400 0",
};

const BROWS = {
  "": "",
  key: "M7.600 6.600l2.800-.6M13.600 6l2.800 .6",
  good: "",
  warn: "M7.600 7l2.800-.8M13.600 6.800h2.800",
  bad: "M7.600 6.200l2.800 1M13.600 7.200l2.800-1",
};

function figure(ink) {
  return svg("svg", { viewBox: "0 0 24 26", "aria-hidden": "true", focusable: "false", class: "figure" },
    svg("path", { class: "robe", d: "M1 26q0-8 7.500-9.500h7q7.500 1.500 7.500 9.500z" }),
    svg("path", { class: "collar", d: "M9.500 16.500l2.500 3.500 2.500-3.500z" }),
    svg("circle", { class: "head", cx: 12, cy: 10, r: 7.2 }),
    svg("circle", { class: "eye", cx: 9.200, cy: 9.300, r: .9 }),
    svg("circle", { class: "eye", cx: 14.800, cy: 9.300, r: .9 }),
    svg("path", { class: "mouth", d: MOUTHS[ink] ?? MOUTHS[""] }),
    BROWS[ink] ? svg("path", { class: "mouth", d: BROWS[ink] }) : null);
}

export function benchList(seats, label) {
  return el("ol", { class: `bench seats-${seats.length}`, "aria-label": label || "The bench, as it sits" },
    seats.map((seat) => el("li", { class: `seat ${seat.now ? "now" : ""} ${seat.ink ? `ink-${seat.ink}` : ""}` },
      figure(seat.ink),
      el("span", { class: "seat-name" }, seat.name),
      el("span", { class: "seat-look" }, seat.word ? `${seat.glyph} ${seat.word}` : "\u00a0"))));
}
