/**
 * What the page does: fills a scenario when it is opened (a thousand open fast that way), searches, filters, and obeys
 * keys: / to search, j and k to go up and down, Enter to open, Escape to clear.
 */
export const SCRIPT = `
'use strict';
const all = [...document.querySelectorAll('.scenario')];
const search = document.querySelector('#search');
const buttons = [...document.querySelectorAll('button[data-status]')];
const note = document.querySelector('.hidden-note');
let status = 'all';

function show() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let hidden = 0;
  for (const one of all) {
    const fits = (status === 'all' || one.dataset.status === status) && words.every((word) => one.dataset.text.includes(word));
    one.hidden = !fits;
    if (!fits) hidden++;
  }
  for (const suite of document.querySelectorAll('section.suite')) {
    suite.hidden = !suite.querySelector('.scenario:not([hidden])');
  }
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.status === status));
  note.textContent = hidden === 0 ? '' : hidden + ' of ' + all.length + ' scenarios hidden';
}

function fill(one) {
  const body = one.querySelector('.body');
  if (body.childElementCount === 0) body.innerHTML = document.getElementById(one.id + '-body').textContent;
}

function move(step) {
  const shown = all.filter((one) => !one.hidden);
  const at = shown.findIndex((one) => one.contains(document.activeElement));
  const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
  next?.querySelector('summary').focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function reveal() {
  const one = document.getElementById(location.hash.slice(1));
  if (one?.classList.contains('scenario')) { one.open = true; one.scrollIntoView(); }
}

for (const one of all) one.addEventListener('toggle', () => one.open && fill(one));
for (const button of buttons) button.addEventListener('click', () => { status = button.dataset.status; show(); });
search.addEventListener('input', show);
document.querySelector('#theme').addEventListener('click', () => {
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { search.value = ''; status = 'all'; show(); search.blur(); return; }
  if (event.target === search) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  else if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
});
addEventListener('hashchange', reveal);
show();
if (location.hash) reveal();
else { const bad = all.find((one) => one.dataset.status === 'error' || one.dataset.status === 'failed'); if (bad) bad.open = true; }
`;
