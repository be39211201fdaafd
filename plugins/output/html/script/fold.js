// Texts are compared without case and accents.
const fold = (text) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();

const byId = (id) => document.getElementById(id);

function make(name, text, properties) {
  const element = Object.assign(document.createElement(name), properties);
  element.textContent = text;
  return element;
}

