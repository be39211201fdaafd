"""documents.py - pathological documents, through every input and every output."""
import json
import pathlib
import random

import promises
import target
from random_archives import TEXTS

ESCAPES = (b"\x1b[31m", b"\x1b]0;title\x07", b"\x1b]52;c;cm0gLXJm\x07", b"\x1b[2J", b"\xc2\x9b31m", b"\x7f", b"\x08\x08",
           b"\r", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xe2\x80\xa8", b"\xd8\x9c", b"\x07", b"\x0c", b"\0",
           b"\xef\xbb\xbf")
COMMANDS = (b"::stop-commands::x", b"::error::x", b" ::add-mask::x", b"##[error]x", b"##[group]",
            b"\t::set-output name=a::b")
BAD_UTF8 = (b"\x80", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\xf0\x9f")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff")
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "latin-1", "utf-8-sig", "cp500")
PLUGINS = pathlib.Path(__file__).parents[2] / "plugins/input"


def cases(plugin, pattern):
    """The inputs of the golden cases of a plugin, as one document."""
    return b"".join(path.read_bytes() for path in sorted((PLUGINS / plugin / "cases").glob(pattern)))


SAMPLES = [  # an input, and a document for it
    *zip(("abstracts", "profile", "profile", "trending"), TEXTS),
    ("arxiv", cases("arxiv", "*/page.txt")),
    ("arxiv-snapshot", cases("arxiv-snapshot", "*/*.json")),
    ("arxiv-xml", cases("xml", "oai-*/*.xml") + cases("xml", "atom*/feed.*")),
    ("bibtex", cases("bibtex", "*/*.bib")),
    ("csl", cases("csl", "*/*.json")),
    ("csv", cases("csv", "*/*.csv")),
    ("dblp", cases("xml", "dblp*/*.xml")),
    ("jsonl", cases("jsonl", "own-lines/*.jsonl")),
    ("nbib", cases("ris", "*/*.nbib")),
    ("openalex", cases("openalex", "*/works.jsonl")),
    ("ris", cases("ris", "*/*.ris")),
]
INPUTS = sorted({plugin for plugin, _ in SAMPLES})
NAMES = ("in/a.txt", "in/::stop-commands::x", "in/a\nb", "in/\x1b[31m", "in/ ", "in/##[error]", "in/\u202etxt.a",
         "in/a:1:2: error", "in/" + "n" * 255, "in/a%0A", "in/\udcff.txt", "in/'$(x)'")


def part(rng, text):
    """Some lines of TEXT, so that a document has few records or many."""
    lines = text.splitlines(keepends=True)
    start = rng.randrange(len(lines))
    return b"".join(lines[start:start + rng.choice((10, 100, 10_000))])


def sprinkled(rng, text, pieces):
    """TEXT with PIECES at random places."""
    text = bytearray(text)
    for _ in range(rng.choice((1, 10, 200))):
        at = rng.randrange(len(text) + 1)
        text[at:at] = rng.choice(pieces)
    return bytes(text)


def with_lines(rng, text, pieces):
    lines = text.split(b"\n")
    for _ in range(rng.choice((1, 10, 100))):
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(pieces))
    return b"\n".join(lines)


def nested(rng):
    """Brackets of TeX and JSON within each other."""
    first, last = rng.choice(((b"{", b"}"), (b"$", b"$"), (b"\\frac{", b"}"), (b"[", b"]"), (b'{"a":', b"}"),
                              (b"(", b")")))
    depth = rng.choice((100, 10_000, 200_000))
    return first * depth + b"x" + last * rng.choice((0, depth - 1, depth))


def mutated(rng, text):
    """What a fuzzer does, on whole lines and on bytes."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.choice((1, 5, 50))):
        a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
        way = rng.randrange(4)
        if way == 0:
            lines[a], lines[b] = lines[b], lines[a]
        elif way == 1:
            lines.insert(a, lines[b])
        elif way == 2:
            lines[a] = lines[a][:rng.randrange(len(lines[a]) + 1)]
        else:
            lines[a] = bytes(byte ^ (rng.random() < 0.05) << rng.randrange(8) for byte in lines[a])
    return b"".join(lines)


def json_lines(rng):
    """Records for the input exec."""
    odd = ("", "\x1b[31m\u202e", "::stop-commands::x", "{" * 500, "=1+1", "a\n\nb", "\ud800", "\0", "x" * 100_000, None,
           True, -1, 1e308, 10 ** 30, [], [[]], {}, ["a"] * 1000, "2023-02-30")
    keys = ("title", "authors", "abstract", "date", "url", "notes", "categories", "\x1b[31mkey\u202e", "", "::x::")
    lines = [json.dumps({rng.choice(keys): rng.choice(odd) for _ in range(rng.randrange(12))}) for _ in range(50)]
    lines += rng.choice(([], ["{"], ["[" * 5000], ["null"], ["{} {}"], ['{"title": "x"'], ["\xff"]))
    return "\n".join(lines).encode("latin-1", "ignore")


def without_line_breaks(rng, text):
    return text.replace(b"\n", b"") * rng.choice((1, 30))


def records_in(rng, text):
    """Records with characters that outputs must escape, or that join the ones before."""
    piece = rng.choice((b"^", b"\\", b"{}", b'"', b"&", b"=1;", b"\xcc\x81", b"\xf0\x9d\x95\x8f", b"\xc3\x89", b" and "))
    return (b"On a Title\n\n" + piece * rng.choice((10, 5000, 60_000)) + b"\n\n") * rng.choice((1, 5)) + text


MAKERS = {  # each takes the random numbers and a sample
    "empty": lambda rng, text: b"",
    "a few bytes": lambda rng, text: rng.randbytes(rng.randrange(1, 9)),
    "a mark alone": lambda rng, text: rng.choice(MARKS),
    "truncated": lambda rng, text: text[:rng.randrange(len(text))],
    "one line": without_line_breaks,
    "a long line": lambda rng, text: text + b"x" * rng.choice((99_999, 1_048_575, 1_048_577, 3_000_000)) + b"\n" + text,
    "a long record": lambda rng, text: text + b"A line of an abstract.\n" * rng.choice((3000, 200_000)) + text,
    "spaces": lambda rng, text: rng.choice((b" ", b"\n", b"\t\n", b"\r\n", b"\xc2\xa0", b"\xe2\x80\x8b")) * 100_000,
    "NUL bytes": lambda rng, text: sprinkled(rng, part(rng, text), (b"\0", b"\0" * 999)),
    "not UTF-8": lambda rng, text: sprinkled(rng, part(rng, text), BAD_UTF8),
    "another encoding": lambda rng, text: text.decode(errors="replace").encode(rng.choice(ENCODINGS), "replace")[rng.randrange(2):],
    "a mark of another encoding": lambda rng, text: rng.choice(MARKS) + text,
    "escape sequences": lambda rng, text: sprinkled(rng, part(rng, text), ESCAPES),
    "control characters": lambda rng, text: sprinkled(rng, part(rng, text), [bytes([i]) for i in range(32)]),
    "commands to a workflow": lambda rng, text: with_lines(rng, part(rng, text), COMMANDS),
    "nested": lambda rng, text: b"On a Title\n\n" + nested(rng) + b"\n\n" + text,
    "other line breaks": lambda rng, text: text.replace(b"\n", rng.choice((b"\r", b"\r\n", b"\n\r", b"\x0b"))),
    "much to escape": lambda rng, text: records_in(rng, text),
    "random bytes": lambda rng, text: rng.randbytes(rng.choice((100, 10_000, 500_000))),
    "two samples": lambda rng, text: part(rng, text) + part(rng, rng.choice(SAMPLES)[1]),
    "mutated": mutated,
    "mutated again": mutated,
    "JSON Lines": lambda rng, text: json_lines(rng),
}


def options(rng, name, plugin):
    chosen = ["--report", "out/report", "-w", "out/result", "-v"]
    if name == "JSON Lines":
        chosen += ["-i", "exec", "-s", "command=cat"]
    elif rng.random() < 0.7:  # mostly the input that the document was made for
        chosen += ["-i", plugin if rng.random() < 0.6 else rng.choice(INPUTS)]
    for plugin in rng.choice(([], [], ["dedupe"], ["sort"], ["sort", "dedupe"])):
        chosen += ["-f", plugin]
    chosen += rng.choice((["-o", "jsonl"], ["-o", "csv"], ["-o", "csv", "-s", "dialect=excel"], ["-o", "bibtex"],
                          ["-o", "biblatex"], ["-o", "ris"], ["-o", "csl"], ["-o", "sqlite"], ["-o", "html"],
                          ["-o", "exec", "-s", "command=cat"]))
    chosen += ["--diagnostics", rng.choice(("text", "text", "json", "github"))]
    chosen += rng.choice(([], [], ["--on-error", "stop"], ["--on-error", "quarantine=out/bad"], ["--keep-partial"],
                          ["--strict"]))
    if rng.random() < 0.2:
        chosen += ["--encoding", rng.choice(("UTF-16", "ISO-8859-1", "UTF-32LE", "SHIFT_JIS", "UTF-7"))]
    if rng.random() < 0.2:
        chosen += ["--limit", rng.choice(("line=4K", "record=8K", "diagnostics=2", "diagnostics=none", "line=none"))]
    return chosen


def attack(attacked, room, number):
    item, rng = f"documents {number}", random.Random(f"documents {number}")
    name = list(MAKERS)[number % len(MAKERS)]
    plugin, sample = SAMPLES[(number // len(MAKERS) + number) % len(SAMPLES)]
    path = rng.choice(NAMES) if rng.random() < 0.3 else "in/a.txt"
    way = rng.choice(("file", "file", "folder", "stdin", "pipe"))
    room.write(path, MAKERS[name], rng, sample)
    stdin = path if way in ("stdin", "pipe") else ""
    chosen = [*options(rng, name, plugin), {"file": path, "folder": "in"}.get(way, "-")]
    environment = {"GITHUB_ACTIONS": "true"} if rng.random() < 0.4 else {}
    memory = target.MEMORY * (3 if "sort" in chosen else 1)  # it keeps all records, with their bytes for the quarantine
    promises.check(attacked, room, item, target.Conversion(chosen, stdin, way == "pipe", environment, memory))
