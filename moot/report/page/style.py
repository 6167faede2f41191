"""The one style sheet of every report: it reads without color, prints, and follows a dark screen."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fdfcf9; --quiet: #55524b; --line: #b9b4a8; --key: #1d4f7c;
  --good: #22603a; --bad: #96261c; --shade: #f1eee6; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e2; --paper: #191816; --quiet: #b9b4a8; --line: #5a574f;
  --key: #9cc7ee; --good: #93d2a8; --bad: #f2a79f; --shade: #26241f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Georgia, "Times New Roman", serif; }
header, main, footer, nav { max-width: 46rem; margin: 0 auto; padding: 0 1.2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2rem 0 .3rem; }
h2 { font-size: 1.35rem; margin: 2.4rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
p { margin: .45rem 0; }
a { color: var(--key); }
nav ul { list-style: none; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.quiet { color: var(--quiet); }
.label { font-weight: bold; }
.good { color: var(--good); } .bad { color: var(--bad); }
.card { background: var(--shade); border-left: 4px solid var(--line); padding: .5rem 1rem; margin: .8rem 0; break-inside: avoid; }
.card.good-card { border-left: 4px double var(--good); } .card.bad-card { border-left: 4px solid var(--bad); }
blockquote { margin: .5rem 0 .5rem 1.2rem; font-style: italic; }
ol.court > li, ul > li { margin: .35rem 0; }
.wide { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wide { position: relative; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
svg { width: 100%; height: auto; display: block; margin: .8rem 0; }
svg text { fill: var(--ink); font: 12px Georgia, serif; }
svg .axis { stroke: var(--line); } svg .lean { fill: none; stroke: var(--ink); stroke-width: 1.8; }
svg .area { fill: var(--ink); fill-opacity: .12; } svg .spell { fill: var(--ink); } svg .turn { stroke: var(--line); stroke-dasharray: 4 3; }
mark { background: #ffe9a8; color: #1c1b19; padding: 0 .1em; }
.opinion h3 { border-bottom: 1px solid var(--line); }
@media print { body { font-size: 11pt; background: #fff; color: #000; } nav { display: none; } .wide { overflow: visible; }
  .wide table { font-size: 8.5pt; } .wide th, .wide td { padding: .2rem .3rem; }
  .wide tbody th, .wide tbody td { overflow-wrap: anywhere; }
  h2 { break-after: avoid; } a { color: inherit; text-decoration: none; } }
""".strip()
