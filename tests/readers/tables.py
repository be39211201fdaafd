"""Readers of JSON Lines and CSV, which must understand every byte of every field."""
import csv
import io
import json

import readers

FIELDS = readers.FOLDER.parent.parent / "sdk/fields.tsv"
with FIELDS.open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
SINGLE = {row["key"] for row in ROWS if row["times"] == "one"}
LISTS = {row["key"]: row["member"] for row in ROWS if row["times"] == "many"}
COLUMNS = (
    "title,authors,authors_truncated,affiliations,date,listed,year,month,day,category,"
    "arxiv_category,score,has_code,arxiv_id,doi,urls,keywords,abstract,markup,document,member,"
    "line"
).split(",")


def corpus_records(path):
    """The records of the corpus as make-corpus wrote them, in the form of JSON Lines."""
    escapes = {"n": "\n", "r": "\r", "\\": "\\"}
    for block in readers.read_text(path).split("\n\n"):
        record = {}
        for line in block.strip("\n").split("\n"):
            key, value = line.split(": ", 1)
            parts = value.replace("\0", "\ufffd").split("\\\\")
            value = "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)
            if key in LISTS:
                record.setdefault(LISTS[key], []).append(value)
            elif key in SINGLE:
                record[key] = {"true": True}.get(value, float(value) if key == "score" else value)
            else:
                record.setdefault("extra", {}).setdefault(key, []).append(value)
        if record.get("date", "XXXX")[:4] != "XXXX":
            record["year"] = int(record["date"][:4])
        yield record


def compare_objects(result, ours, theirs, stops=None):
    """OURS and THEIRS are lists of dictionaries that must be equal; STOPS is the (index, reason) at
    which the reader is known to stop."""
    if stops and len(theirs) == stops[0]:
        for _ in ours[stops[0] :]:
            result.differ("record", stops[1])
    elif len(ours) != len(theirs):
        result.fail(f"{len(ours)} records became {len(theirs)}")
    for index, (one, other) in enumerate(zip(ours, theirs)):
        result.understood += 1
        for field in one.keys() | other.keys():
            if one.get(field) != other.get(field):
                result.differ_in(field, index, one.get(field), other.get(field))


def json_lines(text):
    """Parses what a reader printed; Miller does not escape control characters in strings."""
    return [json.loads(line, strict=False) for line in text.rstrip("\n").split("\n")]


# ---- JSON Lines ------------------------------------------------------------------------------


def python_json(given):
    """Compares with the records of make-corpus; other tests check the samples."""
    result = readers.Result("python json", given)
    source = given.work / "corpus" / f"{given.name}.records"
    if source.exists():
        written = [
            {key: value for key, value in record.items() if key != "source"}
            for record in given.records
        ]
        compare_objects(result, list(corpus_records(source)), written)
    else:
        result.understood = len(given.records)
    return result


def command_json(reader, *command):
    def read(given):
        result = readers.Result(reader, given)
        process = readers.run(*command, given.path)
        if process.returncode != 0:
            result.fail(f"status {process.returncode}: {process.stderr}")
        else:
            compare_objects(result, given.records, json_lines(process.stdout))
        return result

    return read


jq = command_json("jq", "jq", "-c", ".")
mlr_json = command_json("mlr", "mlr", "--ijsonl", "--ojsonl", "cat")


def schema_of(given):
    return given.work / "schema.json"


def jsonschema(given):
    from jsonschema import Draft202012Validator

    result = readers.Result("jsonschema", given)
    validator = Draft202012Validator(json.loads(schema_of(given).read_text()))
    for index, record in enumerate(given.records):
        error = next(validator.iter_errors(record), None)
        if error is None:
            result.understood += 1
        else:
            result.reject(index, f"{error.json_path}: {error.message}")
    return result


def ajv(given):
    result = readers.Result("ajv", given)
    process = readers.run_node("ajv", schema_of(given).resolve(), given.path.resolve())
    if process.returncode != 0:
        result.fail(f"status {process.returncode}: {process.stderr}")
        return result
    errors = json.loads(process.stdout)
    result.understood = len(given.records) - len(errors)
    for error in errors:
        result.reject(error["line"] - 1, json.dumps(error))
    return result


# ---- CSV ---------------------------------------------------------------------------------------


def row_of(record, prefix):
    """The cells that the documentation and RFC 4180 require; PREFIX precedes a formula."""
    date = (record.get("date", "") + "--").split("-")
    source = record["source"]
    made = {
        "month": date[1].lstrip("0"),
        "day": date[2].lstrip("0"),
        "line": source["line"],
        "document": source["document"],
        "member": source.get("member", ""),
    }
    for column in COLUMNS:
        value = made.get(column, record.get(column, ""))
        if isinstance(value, list):
            value = "; ".join(each.replace("\\", "\\\\").replace(";", "\\;") for each in value)
        value = "true" if value is True else str(value)
        yield column, prefix + value if value[:1] and value[0] in "=+-@\t\r\n" else value


def rows_of(given):
    prefix = "'" if given.output == "excel" else ""
    return [dict(row_of(record, prefix)) for record in given.records]


def python_csv(given):
    result = readers.Result("python csv", given)
    text = given.path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    compare_objects(result, rows_of(given), rows)
    return result


def mlr_csv(given):
    result = readers.Result("mlr", given)
    is_csv = given.path.suffix == ".csv"
    process = readers.run(
        "mlr", "-S", "--icsv" if is_csv else "--itsv", "--ojsonl", "cat", given.path
    )
    if process.returncode != 0:
        result.fail(f"status {process.returncode}: {process.stderr}")
        return result
    long = (n - 1 for n, line in enumerate(given.path.open("rb")) if len(line) > 0xFFFF)
    first = None if is_csv else next(long, None)
    compare_objects(
        result,
        rows_of(given),
        json_lines(process.stdout),
        first is not None
        and (first, "Miller 6.6 stops, and says nothing, at a TSV line of 64 KiB"),
    )
    return result
