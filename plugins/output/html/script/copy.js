// Copying entries of BibTeX.
const bibtexOf = (element) => element.querySelector('.bibtex pre').textContent;

function copyOldWay(text) {
  const area = make('textarea', text, { readOnly: true });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

async function copyText(text, what) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = copyOldWay(text);
  }
  byId('status').textContent = done ? `BibTeX of ${what} copied` : 'The browser does not allow copying';
}

function withCopyButton(element) {
  if (!element.querySelector(':scope > .copy')) {
    const button = make('button', 'Copy BibTeX', { type: 'button', className: 'copy' });
    button.setAttribute('aria-label', `Copy BibTeX: ${element.querySelector('h3').textContent.slice(0, 200)}`);
    element.append(button);
  }
  return element;
}

list.addEventListener('click', (event) => {
  const button = event.target.closest('.copy');
  if (button) copyText(bibtexOf(button.parentElement), amount(1));
});

byId('copy-all').addEventListener('click', () => {
  const entries = Array.from(matching, (number) => bibtexOf(elementOf(records[number])));
  copyText(entries.join('\n'), amount(entries.length));
});

