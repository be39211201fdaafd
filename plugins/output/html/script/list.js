// The list: the records that match, in the order asked for, of which some are shown.  More are
// shown when the end of the list comes near.
const list = byId('list');
const STEP = 50;
let matching = [];
let shown = 0;

// Which records match the text: kept, because the next query is often a longer one, and because
// facets change while the text stays.
const texts = { query: '', flags: new Uint8Array(0), count: 0 };

function matchTexts(query) {
  const terms = query.split(/\s+/).filter(Boolean);
  const narrower = query.startsWith(texts.query);
  const same = query === texts.query;
  if (texts.flags.length < records.length) {
    const flags = new Uint8Array(records.length * 2);
    flags.set(texts.flags);
    texts.flags = flags;
  }
  for (let i = same ? texts.count : 0; i < records.length; i++) {
    if (narrower && i < texts.count && texts.flags[i] === 0) continue;
    texts.flags[i] = terms.every((term) => records[i].text.includes(term)) ? 1 : 0;
  }
  Object.assign(texts, { query, count: records.length });
}

// The facet that alone refuses the record; null when all allow it, undefined when several refuse.
function refusing(record) {
  let found = null;
  for (let i = 0; i < facets.length; i++) {
    if (facets[i].allows(record.values[i])) continue;
    if (found !== null) return undefined;
    found = i;
  }
  return found;
}

function match() {
  matchTexts(fold(byId('search').value).trim());
  facets.forEach((facet) => facet.reset());
  matching = [];
  for (const number of numbersInOrder(byId('order').value)) {
    if (texts.flags[number] === 0) continue;
    const record = records[number];
    const facet = refusing(record);
    if (facet === null) {
      matching.push(record);
      facets.forEach((each, i) => each.count(record.values[i]));
    } else if (facet !== undefined) {
      facets[facet].count(record.values[facet]);
    }
  }
}

function showMore(most = STEP) {
  const next = matching.slice(shown, shown + most).map((record) => withCopyButton(elementOf(record)));
  list.append(...next);
  shown += next.length;
  byId('more').hidden = shown >= matching.length;
  return next;
}

const amount = (count) => `${count.toLocaleString('en')} ${count === 1 ? 'paper' : 'papers'}`;

function showStatus(total) {
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
  showStatus(total);
}

