"""Readers that accept nearly any input: the test compares what they understood."""
import json
import xml.etree.ElementTree as ElementTree

import letters
import readers

OTHER_ROLES = ("editor", "translator")
MODS = "{http://www.loc.gov/mods/v3}"


def year_of(date):
    return int(date[:4]) if date and date[:4].isdigit() else None


def mods_fields(mods):
    """What else the reader found in a file of RIS, by our names."""
    titles = mods.findall(f"{MODS}relatedItem[@type='host']/{MODS}titleInfo")
    whole = [title for title in titles if title.get("type") != "abbreviated"]
    fields = {
        "volume": mods.findtext(f".//{MODS}detail[@type='volume']/{MODS}number"),
        "container_title": whole[0].findtext(f"{MODS}title") if whole else None,
        "doi": mods.findtext(f"{MODS}identifier[@type='doi']"),
        "pages": "-".join(
            part.text for end in ("start", "end", "list") for part in mods.iter(f"{MODS}{end}")
        ),
    }
    return {field: value for field, value in fields.items() if value}


def mods_entry(mods):
    titles = [mods.find(f"{MODS}titleInfo/{MODS}{part}") for part in ("title", "subTitle")]
    authors = [
        [part.text or "" for part in name.iter(f"{MODS}namePart")]
        for name in mods.findall(f"{MODS}name")
        if name.findtext(f"{MODS}role/{MODS}roleTerm") not in OTHER_ROLES
    ]
    date = mods.find(f".//{MODS}dateIssued")
    return {
        "key": mods.get("ID"),
        "title": " ".join(title.text or "" for title in titles if title is not None),
        "authors": authors,
        "year": year_of(date.text) if date is not None else None,
    }


def read_mods(program, texts):
    """What PROGRAM makes of TEXTS, except those at which it crashes or writes no XML."""
    process = readers.run(program, "-un", stdin=("\n\n".join(texts) + "\n").encode())
    try:
        if process.returncode == 0:
            return list(ElementTree.fromstring(process.stdout))
    except ElementTree.ParseError:
        pass
    half = len(texts) // 2
    return read_mods(program, texts[:half]) + read_mods(program, texts[half:]) if half else []


def bibutils(given):
    programs = {"bibtex": "bib2xml", "biblatex": "biblatex2xml", "ris": "ris2xml"}
    result = readers.Result("bibutils", given)
    elements = read_mods(programs[given.output.split("-")[0]], [text for _, text in given.entries])
    entries = [mods_entry(mods) for mods in elements]
    if given.output == "ris":
        for entry, mods in zip(entries, elements):
            entry["fields"] = mods_fields(mods)
    result.compare(entries)
    return result


def ast_text(node):
    """The text of a node of pandoc's document; mathematics as letters, like the text."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(map(ast_text, node))
    kind, content = node["t"], node.get("c")
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Math", "RawInline"):
        return letters.tex_letters(content[1])
    if kind in ("Span", "Link", "Quoted"):
        return ast_text(content[1])
    return ast_text(content)


def ast_entry(reference):
    fields = reference["c"]
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    authors = [author["c"] for author in fields["author"]["c"]] if "author" in fields else []
    return {
        "key": ast_text(fields["id"]),
        "title": ast_text(fields["title"]) if "title" in fields else None,
        "authors": [[ast_text(name[part]) for part in parts if part in name] for name in authors],
        "year": year_of(ast_text(fields["issued"])) if "issued" in fields else None,
    }


def pandoc(given):
    result = readers.Result("pandoc", given)
    process = readers.run("pandoc", "-f", given.output.split("-")[0], "-t", "json", given.path)
    if process.returncode != 0:
        result.fail(f"status {process.returncode}", process.stderr)
    else:
        references = json.loads(process.stdout)["meta"]["references"]["c"]
        result.compare([ast_entry(reference) for reference in references])
    return result


def from_npm(reader, given):
    result = readers.Result(reader, given)
    process = readers.run_node(reader, given.output.split("-")[0], given.path.resolve())
    if process.returncode != 0:
        result.fail(f"status {process.returncode}", process.stderr)
        return result
    entries = json.loads(process.stdout)
    for error in entries:
        if "error" in error:
            result.note(error["error"])
    result.compare([entry for entry in entries if "error" not in entry])
    return result


def citation_js(given):
    return from_npm("citation-js", given)


def bibtex_parser(given):
    return from_npm("bibtex-parser", given)
