/** The look of the page. Colours come in pairs, for light and for dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #373e47); --soft: light-dark(#f6f8fa, #1c2128);
  --dim: light-dark(#59636e, #9198a1); --good: light-dark(#1a7f37, #3fb950); --bad: light-dark(#cf222e, #f85149);
  --odd: light-dark(#9a6700, #d29922); --link: light-dark(#0969da, #4493f8); }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 1rem 1.5rem 4rem; font: 15px/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--dim); }
h3 { font-size: .95rem; margin: 1rem 0 .3rem; }
.facts, .place, .dim, .hidden-note { color: var(--dim); }
header { border-left: 6px solid var(--good); padding-left: 1rem; }
header.failed, header.error { border-color: var(--bad); }
header.cancelled { border-color: var(--odd); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem 0;
  background: light-dark(#fff, #0d1117); }
.bar input { flex: 1 1 14rem; }
input, button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line);
  border-radius: 6px; padding: .3rem .7rem; }
button { cursor: pointer; }
button[aria-pressed=true] { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.scenario { border: 1px solid var(--line); border-radius: 6px; margin: .35rem 0; scroll-margin: 4.5rem 0 1rem; }
.scenario > summary { display: flex; gap: .75rem; align-items: baseline; padding: .45rem .75rem; cursor: pointer; list-style: none; border-radius: 6px; }
.scenario > summary:hover { background: var(--soft); }
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary .name { font-weight: 600; }
.scenario > summary .why { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--dim); }
.scenario[open] > summary { border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; }
.body { padding: .25rem .9rem 1rem; }
.wide { overflow-x: auto; }
.badge { display: inline-block; min-width: 4.6rem; text-align: center; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; white-space: nowrap;
  color: light-dark(#fff, #0d1117); background: var(--dim); }
.badge.passed { background: var(--good); }
.badge.failed, .badge.error, .badge.notEvaluated { background: var(--bad); }
.badge.flaky, .badge.cancelled { background: var(--odd); }
table { border-collapse: collapse; width: 100%; min-width: 44rem; margin: .4rem 0; font-size: .88rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .35rem .5rem; overflow-wrap: anywhere; min-width: 4.5rem; }
tr:last-child > td { border-bottom: 0; }
td:first-child { white-space: nowrap; width: 1%; }
td > pre { margin: 0; }
th { color: var(--dim); font-weight: 500; white-space: nowrap; }
pre, code { font: .85rem/1.45 ui-monospace, SFMono-Regular, Menlo, monospace; }
pre { background: var(--soft); border-radius: 6px; padding: .6rem .8rem; margin: .4rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.cause { border-left: 4px solid var(--bad); padding-left: .75rem; margin: .75rem 0; }
.cause > h3 { margin-top: 0; }
.cause > p { margin: .3rem 0; }
ul.items, ul.differences { margin: .3rem 0; padding-left: 1.2rem; }
svg { display: block; width: 100%; min-width: 44rem; margin: .5rem 0 0; font: 12px system-ui, sans-serif; fill: currentColor; }
.legend { margin: 0 0 .75rem; font-size: .8rem; color: var(--dim); }
svg .lane { fill: var(--soft); }
svg .name, svg .kind { fill: var(--dim); }
svg .kind { font-weight: 600; }
svg .latency { paint-order: stroke; stroke: light-dark(#fff, #0d1117); stroke-width: 3px; }
svg .span { fill: var(--dim); opacity: .55; }
svg .span.passed { fill: var(--good); }
svg .span.failed, svg .span.error { fill: var(--bad); }
svg .dot { fill: var(--link); }
svg .tick { fill: var(--dim); }
svg .deadline { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3; }
svg .arrow { stroke: var(--link); stroke-width: 1.5; fill: none; }
svg .axis { stroke: var(--line); }
@media (max-width: 45rem) {
  body { padding: 1rem .75rem 3rem; }
  .scenario > summary { flex-wrap: wrap; gap: .2rem .6rem; }
  .scenario > summary .name { flex: 1 1 60%; }
  .scenario > summary .why { flex: 1 1 100%; white-space: normal; order: 1; }
  .scenario > summary .place { order: 2; overflow-wrap: anywhere; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11px; }
  .bar, .scenario:not([open]) .body { display: none; }
  .badge { print-color-adjust: exact; }
  svg { print-color-adjust: exact; min-width: 0; }
  table { min-width: 0; }
  .wide { overflow: visible; }
  tr, svg, .cause { break-inside: avoid; }
}
`;
