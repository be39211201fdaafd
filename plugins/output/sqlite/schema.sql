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
    type TEXT, -- kind of work, a type of CSL 1.0.2
    type_raw TEXT, -- kind of work as the source spells it
    citation_key TEXT, -- key that the source gives
    title TEXT, -- as printed, markup untouched
    subtitle TEXT, -- stands below the title
    title_addon TEXT, -- printed after the title in another font
    short_title TEXT, -- title for short citations
    original_title TEXT, -- title before translation
    authors_truncated INTEGER, -- 1: the source cut the list of authors ("et al.")
    date TEXT, -- of publication
    date_text TEXT, -- a date that is no EDTF date
    original_date TEXT, -- of the first publication
    event_date TEXT, -- of the conference or performance
    accessed TEXT, -- when the address was visited
    status TEXT, -- in press, submitted, forthcoming
    container_title TEXT, -- journal, book, proceedings or site that contains the work
    container_short TEXT, -- the same, abbreviated
    main_title TEXT, -- title of the work in several volumes
    issue_title TEXT, -- title of a special issue
    series TEXT, -- series of books
    series_number TEXT, -- number in the series
    volume TEXT, -- as printed: 12, 12A, XI
    volumes TEXT, -- how many volumes the work has
    issue TEXT, -- of a journal
    number TEXT, -- of a report, patent or standard
    pages TEXT, -- as printed: 123-145
    article_number TEXT, -- in a journal without pages
    page_count TEXT, -- number of pages of the whole work
    chapter TEXT, -- number of the chapter
    section TEXT, -- of a newspaper
    part TEXT, -- number of the part
    edition TEXT, -- as printed: 2, second
    version TEXT, -- of software or data
    genre TEXT, -- kind of the work in words: PhD thesis, Preprint
    howpublished TEXT, -- how it was published when no publisher did
    event_title TEXT, -- name of the conference
    event_place TEXT, -- where the conference was
    original_publisher TEXT, -- of the first publication
    listed TEXT, -- date of the page or mail that lists the paper
    announced TEXT, -- month in which arXiv first announced the paper
    announcement TEXT, -- how an arXiv listing announces the paper
    updated TEXT, -- date of the printed version, when date is that of the first
    score ANY, -- of the page, as printed: 44.0
    votes ANY, -- of the page
    stars ANY, -- of the code repository
    comment_count ANY, -- number of comments on the page
    has_code INTEGER, -- 1: the page shows a code badge
    author_count ANY, -- number of authors, when only that is printed
    submitted_by TEXT, -- who brought the paper to the page
    arxiv_version ANY, -- version of the paper on arXiv: 2
    eprint TEXT, -- identifier in another archive
    eprint_type TEXT, -- that archive: jstor, hdl
    eprint_class TEXT, -- section of that archive
    call_number TEXT, -- of a library
    database TEXT, -- where the reference was found
    archive TEXT, -- where the work is kept
    archive_location TEXT, -- place in that archive
    journal_ref TEXT, -- arXiv's journal reference, free text
    report_number TEXT, -- arXiv's report number
    annote TEXT, -- annotation for an annotated bibliography
    rights TEXT, -- copyright
    crossref TEXT, -- key of the parent record
    sort_key TEXT, -- what the record is sorted by
    options TEXT, -- options of biblatex for this record
    created TEXT, -- when the record was made
    modified TEXT, -- when the record was last changed
    markup TEXT, -- of the texts: tex, stripped (TeX without its backslashes and dollars), html or plain
    summary TEXT, -- a summary that the page marks as made by it
    abstract TEXT, -- paragraphs separated by a blank line
    abstract_truncated INTEGER, -- 1: the page cuts the abstract
    completed_by TEXT, -- catalogue from which fields were filled in: its file, source and date
    completed_id TEXT, -- identifier of the record in that catalogue that was found
    completed_rule TEXT, -- rule by which it was found, see docs/completing.md
    completed_similarity ANY, -- share of the abstract in common, else of the title: 0 to 1
    completed_days ANY, -- days between the dates of both
    completed_rival TEXT -- identifier of the record that came second
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
