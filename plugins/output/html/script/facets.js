// Facets: what records have in common, with counts.  A facet's own choice does not change its
// counts, because its values are alternatives.
class Facet {
  constructor(name, valuesOf, compare) {
    Object.assign(this, { name, valuesOf, compare, values: [], numbers: new Map(), labels: [] });
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

  // The numbers of the values that a record has.
  read(element, authors) {
    return this.valuesOf(element, authors).map((value) => {
      if (!this.numbers.has(value)) {
        this.numbers.set(value, this.values.length);
        this.values.push(value);
      }
      return this.numbers.get(value);
    });
  }

  allows(numbers) {
    return this.chosen.size === 0 || numbers.some((number) => this.chosen.has(number));
  }

  reset() {
    this.counts = new Uint32Array(this.values.length);
  }

  count(numbers) {
    for (const number of numbers) this.counts[number]++;
  }

  // The first values in the order of the facet, one more than are shown.
  first() {
    const first = [];
    const isBefore = (a, b) =>
      (this.compare(a, b) || this.counts[b] - this.counts[a] || (this.values[a] < this.values[b] ? -1 : 1)) < 0;
    this.counts.forEach((count, number) => {
      let at = first.length;
      if (count === 0 || (at > this.most && !isBefore(number, first[at - 1]))) return;
      while (at > 0 && isBefore(number, first[at - 1])) at--;
      first.splice(at, 0, number);
      if (first.length > this.most + 1) first.pop();
    });
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
const byCount = () => 0;
const facets = [
  new Facet('Year', attribute('year'), (a, b) => facets[0].values[b] - facets[0].values[a]),
  new Facet('Category', attribute('category'), byCount),
  new Facet('Type', attribute('type'), byCount),
  new Facet('Document', attribute('document'), byCount),
  new Facet('Author', (element, authors) => authors, byCount),
];

