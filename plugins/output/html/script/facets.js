// Facets: what records have in common, with counts.  A facet's own choice does not change its
// counts, because its values are alternatives.
class Facet {
  constructor(name, valuesOf, compare) {
    Object.assign(this, { name, valuesOf, compare });
    this.values = [];
    this.numbers = new Map(); // of the values
    this.used = []; // the numbers of the values of each record, one record behind the other
    this.ends = [0];
    this.labels = [];
    this.chosen = new Set();
    this.most = 8;
    this.group = make('fieldset', '');
    this.rows = make('div', '');
    this.more = make('button', 'More', { type: 'button' });
    this.more.setAttribute('aria-label', `More: ${name}`);
    this.more.addEventListener('click', () => {
      this.most += 24;
      this.show();
    });
    this.group.append(make('legend', name), this.rows, this.more);
    this.group.addEventListener('change', (event) => {
      const number = Number(event.target.value);
      if (event.target.checked) this.chosen.add(number);
      else this.chosen.delete(number);
      update();
    });
  }

  // Adds the next record.
  add(element, authors) {
    for (const value of this.valuesOf(element, authors)) {
      let number = this.numbers.get(value);
      if (number === undefined) {
        number = this.values.push(value) - 1;
        this.numbers.set(value, number);
      }
      this.used.push(number);
    }
    this.ends.push(this.used.length);
  }

  allows(record) {
    for (let i = this.ends[record]; i < this.ends[record + 1]; i++) {
      if (this.chosen.has(this.used[i])) return true;
    }
    return false;
  }

  reset() {
    this.counts = new Uint32Array(this.values.length);
  }

  count(records) {
    const { counts, used, ends } = this;
    for (const record of records) {
      for (let i = ends[record]; i < ends[record + 1]; i++) counts[used[i]]++;
    }
  }

  // The first values in the order of the facet, one more than are shown.
  first() {
    const { counts, values, most } = this;
    const first = [];
    const isBefore = (a, b) =>
      (this.compare ? this.compare(values[a], values[b]) : counts[b] - counts[a] || (values[a] < values[b] ? -1 : 1)) < 0;
    let least = 1;
    for (let number = 0; number < counts.length; number++) {
      let at = first.length;
      if (counts[number] < least || (at > most && !isBefore(number, first[at - 1]))) continue;
      while (at > 0 && isBefore(number, first[at - 1])) at--;
      first.splice(at, 0, number);
      if (first.length > most + 1) first.pop();
      if (first.length > most && !this.compare) least = counts[first[most]];
    }
    return first;
  }

  label(number) {
    if (!this.labels[number]) {
      const label = make('label', '');
      const box = make('input', '', { type: 'checkbox', value: number });
      label.append(box, make('span', this.values[number], { className: 'name' }),
        make('span', '', { className: 'count' }));
      this.labels[number] = label;
    }
    this.labels[number].lastChild.textContent = this.counts[number].toLocaleString('en');
    return this.labels[number];
  }

  // Chosen values are always shown.
  show() {
    const first = this.first();
    const shown = new Set([...first.slice(0, this.most), ...this.chosen]);
    const focused = document.activeElement;
    this.group.hidden = shown.size === 0;
    this.more.hidden = first.length <= this.most;
    this.rows.replaceChildren(...Array.from(shown, (number) => this.label(number)));
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }
}

const attribute = (name) => (element) => (element.dataset[name] ? element.dataset[name].split('\n') : []);
const facets = [
  new Facet('Year', attribute('year'), (a, b) => b - a),
  new Facet('Category', attribute('category')),
  new Facet('Type', attribute('type')),
  new Facet('Document', attribute('document')),
  new Facet('Author', (element, authors) => authors),
];

