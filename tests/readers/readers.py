"""Shared by the checks: the files that readers get, how readers are run, the comparison with the
records that the files were made from, and the results that `summary` prints."""
import dataclasses
import json
import pathlib
import re
import shutil
import subprocess

import faults
import letters

FOLDER = pathlib.Path(__file__).resolve().parent
SETUP = FOLDER.parent.parent / "tools/setup-readers"

# ---- the files that `prepare` made -----------------------------------------------------------

ENTRIES = {  # the text of an entry, and its key
    ".bib": re.compile(r"^@\w+\{([^,]*),(?:.*\n)*?\}$", re.M),
    ".ris": re.compile(r"^TY  - (?:.*\n)*?ID  - (.*)\r\nER  - \r$", re.M),
    ".json": re.compile(r'^\{"id":"([^"]*)".*$', re.M),
}
FIELDS = {  # the name of a field, and its value
    ".bib": re.compile(r"^  ([-a-z]+) = (.*(?:\n(?!  [-a-z]+ = |\}$).*)*)", re.M),
    ".ris": re.compile(r"^([A-Z][A-Z0-9])  - (.*)\r$", re.M),
}
NAMES = {".bib": {"title": "title", "authors": "author"}, ".ris": {"title": "TI", "authors": "AU"}}


@dataclasses.dataclass
class Given:
    """One file that a reader gets, and the records that it was made from."""

    output: str
    path: pathlib.Path
    records: list
    entries: list  # (key, text) of each record

    @property
    def name(self):
        return self.path.stem

    @property
    def work(self):
        return self.path.parent.parent

    @property
    def report(self):
        return json.loads(self.path.with_suffix(".report").read_text(encoding="utf-8"))

    def written(self, field, index):
        """The text of the file for the FIELD of a record; several values as one text."""
        suffix = self.path.suffix
        if field not in NAMES.get(suffix, {}):
            return ""
        return " ".join(
            value
            for name, value in FIELDS[suffix].findall(self.entries[index][1])
            if name == NAMES[suffix][field]
        )

    def where(self, index):
        """The entry of a record, the record's line and, in the corpus, its name."""
        record = self.records[index]
        case = record.get("extra", {}).get("case", [""])[0]
        return (
            f"{self.path.name}: {self.entries[index][0]} (line {record['source']['line']}) {case}"
        )


def read_text(path):
    return path.read_bytes().decode("utf-8")


def given_files(work, outputs, name="*"):
    for output in outputs:
        for path in sorted((work / output).glob(f"{name}.*")):
            if path.suffix == ".report":
                continue
            source = work / "jsonl" / f"{path.stem}.jsonl"
            records = [json.loads(line) for line in source.open(encoding="utf-8")]
            entries = [(number, "") for number in range(1, len(records) + 1)]
            if path.suffix in ENTRIES:
                entries = [
                    (match[1], match[0]) for match in ENTRIES[path.suffix].finditer(read_text(path))
                ]
            if len(entries) != len(records):
                raise ValueError(f"{path}: {len(records)} records became {len(entries)} entries")
            yield Given(output, path, records, entries)


# ---- running readers ---------------------------------------------------------------------------


class Missing(Exception):
    """A reader is not installed."""


def run(*command, stdin=None, cwd=None):
    """The finished process; its output is decoded leniently."""
    if shutil.which(command[0]) is None:
        raise Missing(command[0])
    process = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    process.stdout = process.stdout.decode("utf-8", "replace")
    process.stderr = process.stderr.decode("utf-8", "replace")
    return process


def run_node(*arguments):
    """read.mjs, with the packages of the lock file beside it."""
    folder = run(SETUP, "--node-folder").stdout.strip()
    if not pathlib.Path(folder).exists():
        raise Missing(folder)
    return run(
        "node",
        "--input-type=module",
        "-",
        *arguments,
        cwd=folder,
        stdin=(FOLDER / "node/read.mjs").read_bytes(),
    )


# ---- results -------------------------------------------------------------------------------------


@dataclasses.dataclass
class Difference:
    """A field that a reader understood differently."""

    record: dict
    ours: object
    theirs: object
    written: str


class Result:
    """What one reader understood of one file."""

    def __init__(self, reader, given):
        self.reader, self.given = reader, given
        self.understood = 0
        self.differences = {}  # field: {reason: records}; "" is no reason
        self.messages = []

    def differ(self, field, reason, *lines):
        reasons = self.differences.setdefault(field, {})
        reasons[reason] = reasons.get(reason, 0) + 1
        if not reason:
            self.messages.append("\n    ".join(line[:600] for line in lines))

    def fail(self, *lines):
        """The file as a whole is wrong."""
        self.differ("file", "", f"{self.given.path.name}: {lines[0]}", *lines[1:])

    def reject(self, index, *lines):
        """The reader cannot read the entry of a record."""
        self.differ("record", "", self.given.where(index), *lines)

    def note(self, message):
        """The reader prints a message about the file: a failure unless it is a known fault."""
        self.explain("message", Difference({}, None, message, ""), self.given.path.name, message)

    def differ_in(self, field, index, ours, theirs):
        difference = Difference(
            self.given.records[index], ours, theirs, self.given.written(field, index)
        )
        self.explain(
            field,
            difference,
            self.given.where(index),
            f"{field}: ours    {ours!r}",
            f"{field}: theirs  {theirs!r}",
            f"{field}: written {difference.written}",
        )

    def explain(self, field, difference, *lines):
        reasons = (
            fault.reason
            for fault in faults.FAULTS
            if fault.concerns(self.reader, self.given.output, field) and fault.explains(difference)
        )
        self.differ(field, next(reasons, ""), *lines)

    def compare(self, entries):
        """ENTRIES are dictionaries with the key, title, authors and year that the reader found, and
        with further `fields`, of which only those that it found are compared."""
        found = {entry["key"]: entry for entry in entries}
        for index, ((key, _), record) in enumerate(zip(self.given.entries, self.given.records)):
            if key not in found:
                self.differ_in("record", index, key, None)
                continue
            self.understood += 1
            is_tex = record.get("markup") == "tex"
            theirs = found.pop(key)
            if not letters.same_text(record.get("title"), theirs.get("title"), is_tex):
                self.differ_in("title", index, record.get("title"), theirs.get("title"))
            if not letters.same_names(record.get("authors"), theirs.get("authors"), is_tex):
                self.differ_in("authors", index, record.get("authors"), theirs.get("authors"))
            if record.get("year") != theirs.get("year"):
                self.differ_in("year", index, record.get("year"), theirs.get("year"))
            for field, value in theirs.get("fields", {}).items():
                if not letters.same_text(record.get(field), value, is_tex):
                    self.differ_in(field, index, record.get(field), value)
        for key, entry in found.items():
            self.fail(f"entry {key!r} was not given", repr(entry))

    def show(self, most):
        for message in self.messages[:most]:
            print(f"{self.reader}: {self.given.output}: {message}")
        if len(self.messages) > most:
            print(f"{self.reader}: {self.given.output}: {len(self.messages) - most} more",
                  f"in {self.given.path.name}")

    def as_json(self):
        return {
            "reader": self.reader,
            "output": self.given.output,
            "input": self.given.name,
            "given": len(self.given.records),
            "understood": self.understood,
            "differences": self.differences,
        }


def finish(work, check, results, shown):
    """Keeps the RESULTS for `summary`; returns the exit status of the check."""
    folder = work / "results"
    folder.mkdir(exist_ok=True)
    lines = [json.dumps(result.as_json(), ensure_ascii=False) + "\n" for result in results]
    (folder / f"{check}.jsonl").write_text("".join(lines), encoding="utf-8")
    for result in results:
        result.show(shown)
    records = sum(len(result.given.records) for result in results)
    wrong = sum(len(result.messages) for result in results)
    print(f"{check}: {len(results)} files, {records} records, {wrong} unexplained differences")
    return 1 if wrong or not records else 0
