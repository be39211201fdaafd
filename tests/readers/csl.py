"""Readers of CSL-JSON: its schema, and processors that print a bibliography from it."""
import json

import letters
import readers



def schema(given):
    """Debian's python3-jsonschema with what the data schema of CSL accepts."""
    import jsonschema

    result = readers.Result("csl-schema", given)
    validator = jsonschema.Draft7Validator(
        json.loads((readers.FOLDER / "csl.schema.json").read_text(encoding="utf-8"))
    )
    for error in validator.iter_errors(json.loads(readers.read_text(given.path))):
        result.fail(error.json_path, error.message)
    result.understood = len(given.records)
    return result

MOST = 200  # items of a file: a processor compares each of them with all others


def first_items(given):
    """The file with the first items only."""
    items = json.loads(readers.read_text(given.path))[:MOST]
    folder = given.work / "csl-items"
    folder.mkdir(exist_ok=True)
    path = folder / given.path.name
    path.write_text(json.dumps(items), encoding="utf-8")
    return path.resolve()


def compare(result, bibliography):
    """BIBLIOGRAPHY is {key: what is printed}: each title must be in its entry, or a dash for a title
    without an author that is repeated."""
    for index, (key, line) in enumerate(result.given.entries[:MOST]):
        title = json.loads(line.rstrip(",")).get("title", "")
        if key not in bibliography:
            result.reject(index, "it is not in the bibliography")
        elif not contains(bibliography[key], title) and not bibliography[key].startswith("———"):
            result.differ("title", "", result.given.where(index), title, bibliography[key])
        else:
            result.understood += 1

def contains(entry, title):
    return letters.letters(without_tags(title)) in letters.letters(without_tags(entry))

def without_tags(text):
    for tag in ("i", "b", "sub", "sup", "span"):
        text = text.replace(f"</{tag}>", "").replace(f"<{tag}>", "")
    for start in ('<span class="nocase">', '<span style="font-variant:small-caps;">'):
        text = text.replace(start, "")
    return text

def pandoc(given):
    """The entries of `pandoc --citeproc` in the style of the Chicago manual."""
    result = readers.Result("pandoc-citeproc", given)
    process = readers.run(
        "pandoc", "--citeproc", "-f", "markdown", "-t", "json", "--bibliography",
        first_items(given), stdin=b"---\nnocite: '@*'\n---\n",
    )
    if process.returncode != 0:
        result.fail(f"status {process.returncode}", process.stderr)
        return result
    references = [block for block in json.loads(process.stdout)["blocks"] if block["t"] == "Div"]
    entries = references[0]["c"][1] if references else []
    compare(result, {entry["c"][0][0].removeprefix("ref-"): text_of(entry) for entry in entries})
    return result

def text_of(node):
    if isinstance(node, dict):
        if node.get("t") in ("Space", "SoftBreak"):
            return " "
        if node.get("t") == "Str":
            return node["c"]
        return text_of(node.get("c", ""))
    if isinstance(node, list):
        return "".join(text_of(item) for item in node if not isinstance(item, str))
    return ""

def citeproc_js(given):
    result = readers.Result("citeproc-js", given)
    process = readers.run_node("citeproc-js", "csl", first_items(given))
    if process.returncode != 0:
        result.fail(f"status {process.returncode}", process.stderr)
        return result
    compare(result, {entry["key"]: entry["entry"] for entry in json.loads(process.stdout)})
    return result
