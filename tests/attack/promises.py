"""promises.py - finds what docs/security.md promises and a conversion did not keep."""
import hashlib
import json
import re
import signal

import target

SANITIZER_REPORT = re.compile(r"ERROR: \w+Sanitizer|WARNING: \w+Sanitizer|: runtime error: ")
# C0 but for the line break, DEL, C1, separators of lines, and what changes the direction of text.
NOT_PRINTABLE = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
SUMMARY = re.compile(r"[0-9]+ documents? converted[^;]*; (?:at most )?([0-9]+) records? written(?:, ([0-9]+) discarded)?"
                     r"(?:, ([0-9]+) rejected)?(?:, ([0-9]+) filtered)?(?:, ([0-9]+) added)?(?=$|\"})")
ANNOTATION = re.compile(r"::(?:error|warning|notice|debug)(?: [^:]*)?::")


def summary_of(line):
    return SUMMARY.search(line.decode(errors="replace"))


def of_end(outcome):
    if outcome.status < 0:
        yield f"ended by {signal.Signals(-outcome.status).name}"
    elif outcome.status > 3:
        yield f"ended with status {outcome.status}"
    elif outcome.status > 1 and all(map(summary_of, outcome.stderr.splitlines())):
        yield f"ended with status {outcome.status} without a diagnostic"


def of_diagnostics(conversion, outcome):
    text = outcome.stderr.decode(errors="surrogateescape")
    if match := SANITIZER_REPORT.search(text):
        yield f"a sanitizer's report: {text[match.start():][:200]}"
        return
    if NOT_PRINTABLE.search(text) or re.search("[\ud800-\udfff]", text):
        yield "an unprintable character in the diagnostics"
    form = next((word for word in conversion.arguments if word in ("json", "github")), "text")
    if form == "json":
        for line in text.splitlines():
            try:
                json.loads(line)
            except ValueError:
                yield f"a diagnostic is no JSON: {line[:100]}"
    if "GITHUB_ACTIONS" in conversion.environment:
        # In a workflow "::" at the beginning of a line makes a command, and "##[" anywhere in
        # another line, as the runner reads them.
        for line in text.splitlines():
            if not ANNOTATION.match(line) if form == "github" else line.strip().startswith("::") or "##[" in line:
                yield f"a line of the diagnostics is a command to the workflow: {line[:100]}"


def read_report(room):
    return json.loads((room.work / "out/report").read_bytes())


def has_output(room, outcome):
    """The old output stays unless everything was converted, or at least one record, and when there was
    nothing to convert."""
    try:
        report = read_report(room)
        return (outcome.status == 0 and "output-kept" not in report["diagnostics"]
                or outcome.status == 1 and report["written"] > 0)
    except (OSError, ValueError, KeyError):
        return outcome.status == 0


def of_summary(outcome, report):
    """The last line has the counts of the report."""
    last = (outcome.stderr.splitlines() or [b""])[-1]
    if not (match := summary_of(last)):
        yield "the last line is no summary"
        return
    written, discarded, *others = (int(n or 0) for n in match.groups())
    if [written + discarded, *others] != [report[key] for key in ("written", "rejected", "filtered", "added")]:
        yield f"the summary differs from the report: {match[0]}"


def of_accounts(room, outcome):
    """The report: records read + added = written + rejected + filtered, in all and document by document."""
    if outcome.status not in (0, 1, 3):
        return
    try:
        report = read_report(room)
    except (OSError, ValueError) as error:
        yield f"no report: {error}"
        return
    count, documents = report["records"], report["documents"]
    if count + report["added"] != report["written"] + report["rejected"] + report["filtered"]:
        yield "the accounts do not balance"
    if count != sum(d["records"] for d in documents) or report["rejected"] != sum(d["rejected"] for d in documents):
        yield "the accounts of the documents do not add up"
    if report["status"] != outcome.status:
        yield f"status {outcome.status}, but the report says {report['status']}"
    yield from of_summary(outcome, report)
    if has_output(room, outcome) and report["output"]["plugin"] == "jsonl":
        yield from of_records(room.work / "out/result", report["written"])


def is_record(line):
    try:
        return line.endswith(b"\n") and isinstance(json.loads(line), dict)
    except ValueError:
        return False


def of_records(path, written):
    count = 0
    with path.open("rb") as file:
        for count, line in enumerate(file, 1):
            if len(line) < target.MIB and not is_record(line):
                yield f"line {count} of the output is no record"
    if count != written:
        yield f"{count} records in the output, but {written} in the report"


def of_files(room, outcome, before):
    old = hashlib.sha256(target.OLD).hexdigest()
    allowed = target.OUTPUTS | {"standard output"} | ({"result.partial"} if outcome.status == 3 else set())
    if strange := set(outcome.files) - allowed:
        yield f"left behind: {' '.join(map(repr, sorted(strange)))}"
    if not has_output(room, outcome) and outcome.files.get("result") != old:
        yield "nothing was converted, and the old output is not there any more"
    if room.surroundings() != before:
        yield "a file outside of the output directory was made or changed"


def of_secret(room, outcome):
    if target.SECRET.encode() in outcome.stderr:
        yield "a file that nobody named was read; see the diagnostics"
    for path in (room.work / "out").iterdir():
        with path.open("rb") as file:
            if any(target.SECRET.encode() in line for line in file):
                yield f"a file that nobody named was read; see {path.name}"


def of_memory(attacked, conversion, outcome):
    if not attacked.sanitized and outcome.peak > conversion.memory:
        yield f"took {outcome.peak // target.MIB} MiB of memory"


def broken(attacked, room, conversion, outcome, before):
    yield from of_end(outcome)
    yield from of_diagnostics(conversion, outcome)
    yield from of_accounts(room, outcome)
    yield from of_files(room, outcome, before)
    yield from of_secret(room, outcome)
    yield from of_memory(attacked, conversion, outcome)


def check(attacked, room, item, conversion):
    """Converts with one thread and with three, and reports each promise that is broken."""
    before, first = room.surroundings(), None
    for jobs in ("1", "3"):
        outcome = attacked.convert(room, conversion, jobs)
        problems = list(broken(attacked, room, conversion, outcome, before))
        first = first or outcome
        if outcome[:3] != first[:3]:
            names = [name for name in sorted(outcome.files.keys() | first.files)
                     if outcome.files.get(name) != first.files.get(name)]
            names += ["status"] * (outcome.status != first.status)
            names += ["diagnostics"] * (outcome.stderr != first.stderr)
            problems.append(f"differs from -j 1: {', '.join(names)}")
        for problem in problems:
            attacked.finding(room, item, problem, attacked.command(conversion, jobs))
