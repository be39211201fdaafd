// The words of all records.  A text is searched for terms without white space, so a term is in the
// text when it is in one of its words; and there are far fewer different words than words.
const words = {
  numbers: new Map(),
  joined: '\n', // each word once, with a line end behind it
  starts: [], // where each begins in it
  lastSeen: [], // the record that had the word last
  used: new Uint32Array(1 << 16), // the different words of each record, one record behind the other
  ends: [0],

  add(text) {
    const record = this.ends.length;
    let end = this.ends[record - 1];
    for (const word of text.split(/\s+/)) {
      let number = this.numbers.get(word);
      if (number === undefined) {
        number = this.starts.length;
        this.numbers.set(word, number);
        this.starts.push(this.joined.length);
        this.joined += `${word}\n`;
      }
      if (this.lastSeen[number] === record) continue;
      this.lastSeen[number] = record;
      if (end === this.used.length) {
        const grown = new Uint32Array(end * 2);
        grown.set(this.used);
        this.used = grown;
      }
      this.used[end++] = number;
    }
    this.ends.push(end);
  },

  // A flag for each word: whether it has TERM in it.
  having(term) {
    const flags = new Uint8Array(this.starts.length);
    let number = 0;
    let at = this.joined.indexOf(term);
    while (at >= 0) {
      while (number + 1 < this.starts.length && this.starts[number + 1] <= at) number++;
      flags[number] = 1;
      at = this.joined.indexOf(term, this.starts[number + 1] ?? this.joined.length);
    }
    return flags;
  },

  // A flag for each record: whether it has all terms of QUERY.
  match(query) {
    const count = this.ends.length - 1;
    const flags = new Uint8Array(count).fill(1);
    for (const term of query.split(/\s+/).filter(Boolean)) {
      const having = this.having(term);
      for (let record = 0; record < count; record++) {
        if (flags[record] === 0) continue;
        const end = this.ends[record + 1];
        let i = this.ends[record];
        while (i < end && having[this.used[i]] === 0) i++;
        if (i === end) flags[record] = 0;
      }
    }
    return flags;
  },
};

