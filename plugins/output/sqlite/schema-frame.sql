-- The database that `paperconv -o sqlite` writes.  Columns and tables are only added from one
-- version to the next, and PRAGMA user_version counts the versions.

-- What was converted.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    member TEXT NOT NULL DEFAULT '', -- of an archive
    plugin TEXT NOT NULL,            -- the input
    UNIQUE (document, member, plugin)
) STRICT;

-- A record: a column for each field that has one value.  Dates are EDTF, as in 2024-05.
CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    document INTEGER REFERENCES documents,
    line INTEGER, -- of the document, where the record begins
    year INTEGER, -- of date
@columns@
) STRICT;

-- Names, each once: two people of one name are one row, unless an ORCID tells them apart.
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL, -- as printed
    family TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '',
    dropping_prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    literal INTEGER NOT NULL DEFAULT 0, -- 1: a group, whose name has no parts
    orcid TEXT NOT NULL DEFAULT '',
    UNIQUE (name, family, given, prefix, dropping_prefix, suffix, literal, orcid)
) STRICT;

CREATE TABLE authorships (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    role TEXT NOT NULL, -- author, editor, translator ... or what the source calls a contributor
    position INTEGER NOT NULL, -- among the people of this role, from 1
    person INTEGER NOT NULL REFERENCES people,
    affiliation TEXT, -- several are joined by "; "
    PRIMARY KEY (paper, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifiers (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    scheme TEXT NOT NULL, -- doi, arxiv_id, isbn, issn, pmid, pmcid
    position INTEGER NOT NULL,
    identifier TEXT NOT NULL,
    PRIMARY KEY (paper, scheme, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    scheme TEXT NOT NULL, -- category (as printed), arxiv_category, cross_category ...
    position INTEGER NOT NULL,
    category TEXT NOT NULL,
    PRIMARY KEY (paper, scheme, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE keywords (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    position INTEGER NOT NULL,
    keyword TEXT NOT NULL,
    scheme TEXT, -- such as MeSH
    PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID;

-- Other fields that may have several values (url, note ...), and what is said about a value
-- (url.role, at the position of its url).
CREATE TABLE repeated_fields (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper, field, position)
) STRICT, WITHOUT ROWID;

-- Fields that are not in paperconv's table of fields, in the order of the source.
CREATE TABLE custom_fields (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID;

-- What papers_search finds: SELECT ... WHERE papers_search MATCH 'graph neural'.
CREATE VIEW papers_text AS
SELECT id, title, abstract,
    (SELECT group_concat(name, '; ') FROM
        (SELECT name FROM authorships JOIN people ON people.id = person
         WHERE paper = papers.id AND role = 'author' ORDER BY position)) AS authors
FROM papers;

CREATE VIRTUAL TABLE papers_search USING fts5(
    title, abstract, authors,
    content = 'papers_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- The columns that `paperconv -o csv` writes.
CREATE VIEW papers_table AS
SELECT papers.id, papers.title, papers_text.authors, iif(authors_truncated, 'true', NULL) AS authors_truncated,
    (SELECT group_concat(value, '; ') FROM
        (SELECT value FROM repeated_fields
         WHERE paper = papers.id AND field = 'affiliation' ORDER BY position)) AS affiliations,
    date, listed, year,
    CASE WHEN date GLOB '[0-9X][0-9X][0-9X][0-9X]-[01][0-9]*' THEN CAST(substr(date, 6, 2) AS INTEGER) END AS month,
    CASE WHEN date GLOB '[0-9X][0-9X][0-9X][0-9X]-[01][0-9]-[0-3][0-9]' THEN CAST(substr(date, 9, 2) AS INTEGER) END AS day,
    (SELECT category FROM categories
     WHERE paper = papers.id AND scheme = 'category' AND position = 1) AS category,
    (SELECT category FROM categories
     WHERE paper = papers.id AND scheme = 'arxiv_category' AND position = 1) AS arxiv_category,
    score, iif(has_code, 'true', NULL) AS has_code,
    (SELECT identifier FROM identifiers
     WHERE paper = papers.id AND scheme = 'arxiv_id' AND position = 1) AS arxiv_id,
    (SELECT identifier FROM identifiers
     WHERE paper = papers.id AND scheme = 'doi' AND position = 1) AS doi,
    (SELECT group_concat(value, '; ') FROM
        (SELECT value FROM repeated_fields
         WHERE paper = papers.id AND field = 'url' ORDER BY position)) AS urls,
    (SELECT group_concat(keyword, '; ') FROM
        (SELECT keyword FROM keywords WHERE paper = papers.id ORDER BY position)) AS keywords,
    papers.abstract, markup, documents.document, nullif(documents.member, '') AS member, line
FROM papers
JOIN papers_text ON papers_text.id = papers.id
LEFT JOIN documents ON documents.id = papers.document;

PRAGMA application_id = 1346458979;
PRAGMA user_version = 1;
