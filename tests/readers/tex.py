"""Readers of the TeX world: bibtex, pdflatex, bibclean, pybtex, biber."""
import pathlib
import re
import tempfile

import letters
import readers

# ---- bibtex ------------------------------------------------------------------------------

# bibtex may print these warnings when a record lacks the part.
WARNINGS = (r"to sort, need author or key in (\S+)",)


def run_bibtex(folder, bibliography, style):
    """The exit status, the log, and the path of the .bbl file with all entries of BIBLIOGRAPHY."""
    (folder / "x.aux").write_text(
        f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{x}}\n"
    )
    (folder / "x.bib").write_bytes(bibliography.read_bytes())
    status = readers.run("bibtex", "-min-crossrefs=100", "x", cwd=folder).returncode
    return status, (folder / "x.blg").read_text(errors="replace"), folder / "x.bbl"


def bibtex(given):
    """No error, no warning except for what a record lacks, and every entry in the list."""
    result = readers.Result("bibtex", given)
    with tempfile.TemporaryDirectory() as name:
        status, log, listing = run_bibtex(pathlib.Path(name), given.path, "plain")
        result.understood = listing.read_bytes().count(b"\\bibitem") if listing.exists() else 0
    warnings = [line for line in log.splitlines() if line.startswith("Warning--")]
    for warning in warnings:
        if not any(re.fullmatch("Warning--" + pattern, warning) for pattern in WARNINGS):
            result.fail(f"{warning}")
    if status > 1:
        result.fail(f"status {status}", *log.splitlines()[4:20])
    if result.understood != len(given.records):
        result.fail(f"{len(given.records)} records became {result.understood} items")
    return result


# ---- typesetting -----------------------------------------------------------------------------

DOCUMENT = r"""\documentclass{article}
%s
\tracinglostchars=3 %% a character that the font lacks is an error
\newcommand\record[4]{\begingroup #2\par #3\par #4\par\endgroup}
\begin{document}
%s
\end{document}
"""
PREAMBLE = r"\usepackage{amsmath,amssymb,hyperref}"
MOST_ERRORS = 40  # then the rest of a file is not typeset


def typeset(preamble, entries):
    """(number, error) for the first entries that do not typeset; ENTRIES are (number, text)."""
    errors = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        while entries and len(errors) < MOST_ERRORS:
            body = "\n".join(
                f"\\typeout{{record {n}}}\n{text}" for n, (_, text) in enumerate(entries)
            )
            (folder / "x.tex").write_text(DOCUMENT % (preamble, body), encoding="utf-8")
            process = readers.run(
                "pdflatex",
                "-interaction=nonstopmode",
                "-halt-on-error",
                "-draftmode",
                "x.tex",
                cwd=folder,
            )
            if process.returncode == 0:
                break
            log = (folder / "x.log").read_text(errors="replace")
            at = int((re.findall(r"^record (\d+)$", log, re.M) or ["0"])[-1])
            errors.append((entries[at][0], re.search(r"^!(.*\n?){8}", log, re.M)[0]))
            entries = entries[at + 1 :]
    return errors


def raw_entries(given):
    """The numbers of the entries that need more than LaTeX's defaults: characters that are not
    ASCII in the ASCII file, and the ogonek, which old fonts lack."""
    ascii_file = next(readers.given_files(given.work, ("bibtex",), given.name))
    return {
        n
        for n, (_, entry) in enumerate(ascii_file.entries)
        if not entry.isascii() or "{\\k{" in entry
    }


def pdflatex(given):
    """Every title, name and abstract typesets as a BibTeX style writes it, with the preamble that
    the plugin prints if a diagnostic says that the record needs it."""
    result = readers.Result("pdflatex", given)
    with tempfile.TemporaryDirectory() as name:
        _, _, listing = run_bibtex(pathlib.Path(name), given.path, readers.FOLDER / "typeset")
        text = listing.read_text(encoding="utf-8", errors="replace")
    entries = re.split(r"^(?=\\record\{)", text, flags=re.M)[1:]
    if len(entries) != len(given.records):
        result.fail(f"{len(given.records)} records became {len(entries)} entries")
        return result
    raw = raw_entries(given)
    reported = given.report["diagnostics"].get("latex-raw", 0)
    if reported < len(raw):
        result.fail(f"{len(raw)} entries need the preamble, {reported} were reported")
    preamble = (given.work / "preamble.tex").read_text()
    default = [n for n in range(len(entries)) if n not in raw]
    for preamble, numbers in ((PREAMBLE, default), (preamble, sorted(raw))):
        errors = typeset(preamble, [(n, entries[n]) for n in numbers])
        result.understood += len(numbers) - len(errors)
        for n, error in errors:
            result.reject(n, *error.splitlines())
    return result


# ---- bibclean, pybtex, biber ------------------------------------------------------------------


def bibclean(given):
    """No error (??); its warnings (%%) are about style."""
    result = readers.Result("bibclean", given)
    process = readers.run("bibclean", given.path)
    result.understood = len(re.findall(r"^@", process.stdout, re.M))
    errors = [line for line in process.stderr.splitlines() if line.startswith("??")]
    for error in errors:
        result.note(error)
    if result.understood != len(given.records) or (process.returncode != 0 and not errors):
        result.fail(f"status {process.returncode}, {result.understood} entries", process.stderr)
    return result


def pybtex_entries(path):
    from pybtex.database import parse_string

    def person(name):
        return [
            " ".join(part)
            for part in (
                name.first_names,
                name.middle_names,
                name.prelast_names,
                name.last_names,
                name.lineage_names,
            )
            if part
        ]

    for key, entry in parse_string(readers.read_text(path), "bibtex").entries.items():
        date = entry.fields.get("year") or entry.fields.get("date", "")
        yield {
            "key": key,
            "title": entry.fields.get("title"),
            "authors": [person(name) for name in entry.persons.get("author", [])],
            "year": int(date[:4]) if date[:4].isdigit() else None,
        }


def pybtex(given):
    result = readers.Result("pybtex", given)
    result.compare(list(pybtex_entries(given.path)))
    return result


VOLUME = re.compile(r"Entry '([^']+)' .*Invalid value of field 'volume' must be datatype 'integer'")
MISSING = re.compile(r"WARN - Datamodel: Entry '(.*)' \(.*\): Missing mandatory field (.*)")


def lacks(record, field):
    return (
        "title" in field
        and not letters.is_visible(record.get("title"), record.get("markup") == "tex")
        or "date" in field
        and "year" not in record
    )


def is_odd_volume(line, records):
    """A volume such as 12A is no integer; biber keeps it without --validate-datamodel."""
    volume = VOLUME.search(line)
    value = records.get(volume[1], {}).get("volume") if volume else None
    return value is not None and not value.strip().isdigit()


def biber(given):
    """No warning except for a title, author or date that the record lacks; the file that biber
    writes has the same entries."""
    result = readers.Result("biber", given)
    records = dict(zip([key for key, _ in given.entries], given.records))
    lacking = []
    with tempfile.TemporaryDirectory() as name:
        again = pathlib.Path(name) / "again.bib"
        process = readers.run(
            "biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", again, given.path
        )
        if process.returncode != 0:
            result.fail(f"status {process.returncode}", process.stdout)
        elif again.exists():
            result.compare(list(pybtex_entries(again)))
    for line in process.stdout.splitlines():
        missing = MISSING.match(line)
        record = records.get(missing[1], {}) if missing else {}
        if missing and lacks(record, missing[2]):
            lacking.append(f"{missing[1]}: {missing[2]}")
        elif is_odd_volume(line, records):
            pass
        elif line.startswith(("WARN", "ERROR")):
            result.note(line)
    print(f"biber: {given.path.name}: {len(lacking)} entries lack a title or a date:", *lacking[:5])
    return result
