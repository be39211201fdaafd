// read.mjs READER FORMAT FILE - prints what a reader from npm understood of FILE: a JSON
// array of {key, title, authors: [[part, ...], ...], year, fields}, or of {error}.  Given to node on
// standard input in the folder that has the node_modules.
import { readFileSync } from 'node:fs'
import process from 'node:process'

const HTML = /<\/?(a|b|em|i|span|strong|sub|sup)\b[^>]*>/g

async function citationJs(format) {
  const { Cite } = await import('@citation-js/core')
  await import(`@citation-js/plugin-${format === 'ris' ? 'ris' : 'bibtex'}`)
  const forceType = format === 'ris' ? '@ris/file' : `@${format}/text`
  const person = name => [name.given, name['dropping-particle'], name['non-dropping-particle'],
    name.family, name.suffix, name.literal].filter(Boolean)
  return text => new Cite(text, { forceType, generateGraph: false }).data.map(entry => ({
    key: entry['citation-key'] ?? entry.id,
    title: format === 'ris' ? entry.title : entry.title?.replace(HTML, ''),
    authors: (entry.author ?? risAuthors(entry) ?? []).map(person),
    year: entry.issued?.['date-parts']?.[0]?.[0],
    fields: format === 'ris' ? risFields(entry) : {}
  }))
}

// What AU is for newspapers, films and music.
const risAuthors = entry => entry.reporter ?? entry.director ?? entry.composer

// JSON leaves out what is undefined.
const risFields = entry => ({
  volume: entry.volume,
  pages: entry.page,
  doi: entry.DOI,
  short_title: entry['title-short'],
  container_title: entry['container-title']
})

async function bibtexParser() {
  const { parse } = await import('@retorquere/bibtex-parser')
  const person = name => [name.firstName, name.prefix, name.lastName, name.suffix, name.name]
    .filter(Boolean)
  return text => {
    const { entries, errors } = parse(text, { english: false, sentenceCase: false })
    return entries.map(({ key, fields }) => ({
      key,
      title: fields.title?.replace(HTML, ''),
      authors: (fields.author ?? []).map(person),
      year: Number((fields.year ?? fields.date ?? '').slice(0, 4)) || undefined
    })).concat(errors)
  }
}

// Lines that do not satisfy the schema.
async function ajv(schema) {
  const { default: Ajv } = await import('ajv/dist/2020.js')
  const { default: addFormats } = await import('ajv-formats')
  const validator = new Ajv({ allErrors: true })
  addFormats(validator)
  const validate = validator.compile(JSON.parse(readFileSync(schema, 'utf8')))
  return text => text.trimEnd().split('\n').flatMap((line, index) =>
    validate(JSON.parse(line)) ? [] : [{ line: index + 1, errors: validate.errors }])
}

// The bibliography that citeproc-js prints, in APA's style.
async function citeprocJs() {
  const { Cite } = await import('@citation-js/core')
  await import('@citation-js/plugin-csl')
  return text => new Cite(JSON.parse(text), { generateGraph: false })
    .format('bibliography', { format: 'text', template: 'apa', asEntryArray: true })
    .map(([key, entry]) => ({ key, entry }))
}

const readers = { 'citeproc-js': citeprocJs, 'citation-js': citationJs, 'bibtex-parser': bibtexParser, ajv }
const [name, format, file] = process.argv.slice(2)
const read = await readers[name](format)
console.log(JSON.stringify(read(readFileSync(file, 'utf8'))))
