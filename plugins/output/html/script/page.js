// The page: its parts, keys, and the start.
const nodes = Array.from(list.querySelectorAll('article, script'));
const total = nodes.length;
const PRINTED = 2000;

// One part of the page at a time.
function showPart() {
  const links = Array.from(document.querySelectorAll('nav a'));
  const wanted = links.find((link) => link.hash === location.hash) ?? links[0];
  for (const link of links) {
    byId(link.hash.slice(1)).hidden = link !== wanted;
    if (link === wanted) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  byId('about').hidden = wanted === links[1];
}

// Reads records until the time is over, lets the browser do its work, and goes on.  The status is
// read out by screen readers: it changes now and then only.
const SLICE = 30; // milliseconds
const QUIET = 3000;
let said = 0;

function readSome() {
  const start = performance.now();
  do readRecord(nodes[records.length]);
  while (records.length < total && performance.now() < start + SLICE);
  if (records.length === total) {
    finishReading();
    return;
  }
  if (start > said + QUIET) {
    showStatus();
    said = start;
  }
  setTimeout(readSome);
}

// What was asked while records were read is answered for all of them; the rows stay in their place.
function finishReading() {
  const rows = shown;
  const top = window.scrollY;
  update();
  showMore(Math.max(rows - shown, 0));
  window.scrollTo(0, top);
  document.documentElement.dataset.read = 'all';
}

document.documentElement.classList.add('script');
for (const id of ['tools', 'filters']) byId(id).hidden = false;
byId('filters').append(...facets.map((facet) => facet.group));
byId('search').addEventListener('input', update);
byId('order').addEventListener('change', update);
byId('more').firstChild.addEventListener('click', () => showMore()[0]?.querySelector('summary')?.focus());
new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) showMore();
}, { rootMargin: '1500px' }).observe(byId('more'));
window.addEventListener('beforeprint', () => showMore(Math.max(PRINTED - shown, 0)));
window.addEventListener('hashchange', () => {
  showPart();
  window.scrollTo(0, 0); // not to the heading: what stands above it belongs to the part
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey ||
    event.target.matches('input, select, textarea')) return;
  event.preventDefault();
  byId('search').focus();
});

showPart();
while (records.length < Math.min(total, STEP)) readRecord(nodes[records.length]);
update();
if (records.length < total) setTimeout(readSome);
else document.documentElement.dataset.read = 'all';
