// The records.  NODE is the element of a record, or a script element with its HTML as JSON: few of
// many records are ever seen, so these become elements only to be read once, and to be shown.
const records = [];

function elementOf(record) {
  if (record.node.localName === 'article') return record.node;
  const template = document.createElement('template');
  template.innerHTML = JSON.parse(record.node.textContent);
  return template.content.firstElementChild;
}

const textsOf = (element, selector) =>
  Array.from(element.querySelectorAll(selector), (found) => found.textContent);

const sortKeys = {
  newest: (record) => record.date,
  oldest: (record) => record.date,
  title: (record) => record.title,
  author: (record) => record.family,
};

// Reads what search, facets and order need of a record.
function readRecord(node) {
  const record = { node };
  const element = elementOf(record);
  const title = element.querySelector('h3:not(.none)')?.textContent ?? '';
  const authors = textsOf(element, '.authors span');
  record.title = fold(title);
  words.add(fold([title, ...authors, ...textsOf(element, '.abstract p')].join('\n')));
  record.date = element.dataset.year ? element.dataset.date : '';
  record.family = fold(element.dataset.family ?? '');
  facets.forEach((facet) => facet.add(element, authors));
  records.push(record);
}

// Numbers of records in an order; those without the key come last.
const orders = new Map();

function numbersInOrder(name) {
  const known = orders.get(name);
  if (known?.length === records.length) return known;
  const numbers = Uint32Array.from(records.keys());
  if (name in sortKeys) {
    const keys = records.map(sortKeys[name]);
    const sign = name === 'newest' ? -1 : 1;
    numbers.sort((a, b) => {
      if (keys[a] === keys[b]) return a - b;
      if (keys[a] === '' || keys[b] === '') return keys[a] === '' ? 1 : -1;
      return keys[a] < keys[b] ? -sign : sign;
    });
  }
  orders.set(name, numbers);
  return numbers;
}

