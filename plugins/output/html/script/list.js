// The list: the records that match, in the order asked for, of which some are shown.  More are
// shown when the end of the list comes near.
const list = byId('list');
const STEP = 50;
let matching = new Uint32Array(0);
let shown = 0;

// Which records match the text: kept, because facets change while the text stays.
const found = { query: '', flags: new Uint8Array(0) };

function matchTexts() {
  const query = fold(byId('search').value);
  if (query !== found.query || found.flags.length < records.length) {
    Object.assign(found, { query, flags: words.match(query) });
  }
  return found.flags;
}

// A facet counts the records that all others allow.
function match() {
  const flags = matchTexts();
  const chosen = facets.filter((facet) => facet.chosen.size > 0);
  const refused = new Map(chosen.map((facet) => [facet, []]));
  let count = 0;
  matching = new Uint32Array(records.length);
  for (const number of numbersInOrder(byId('order').value)) {
    if (flags[number] === 0) continue;
    const refusing = chosen.filter((facet) => !facet.allows(number));
    if (refusing.length === 0) matching[count++] = number;
    else if (refusing.length === 1) refused.get(refusing[0]).push(number);
  }
  matching = matching.subarray(0, count);
  for (const facet of facets) {
    facet.reset();
    facet.count(matching);
    facet.count(refused.get(facet) ?? []);
  }
}

function showMore(most = STEP) {
  const next = Array.from(matching.subarray(shown, shown + most),
    (number) => withCopyButton(elementOf(records[number])));
  list.append(...next);
  shown += next.length;
  byId('more').hidden = shown >= matching.length;
  return next;
}

const amount = (count) => `${count.toLocaleString('en')} ${count === 1 ? 'paper' : 'papers'}`;

function showStatus() {
  const reading = records.length < total ? `; ${amount(total - records.length)} still to be read` : '';
  const all = matching.length === records.length;
  byId('status').textContent =
    (all ? amount(matching.length) : `${matching.length.toLocaleString('en')} of ${amount(records.length)}`) + reading;
}

function update() {
  match();
  shown = 0;
  list.replaceChildren();
  showMore();
  facets.forEach((facet) => facet.show());
  showStatus();
}

