"""The names of fields in BibTeX and biblatex, for make-fields."""
import csv
import re

FORMS = {"person": "NAMES", "date": "DATE"}


def read_columns(fields):
    """{name of a field in BibTeX or biblatex: the keys that it may be}"""
    names = {}
    for field in fields:
        if field.key not in ("type", "citation_key", "markup"): # are no fields of an entry
            for name in f"{field.row['bibtex']}, {field.row['biblatex']}".split(", "):
                keys = names.setdefault(name, [])
                keys += [] if field.key in keys else [field.key]
    del names["-"]
    return names


def check_output(top, fields):
    """The table of the output must say the same."""
    text = (top / "sdk/support/bibtex/entry_publication.c").read_text()
    rows = re.findall(r'\{ PC_LIST_(\w+), [A-Z_]+, (F\("[^"]+"\)|NULL), (F\("[^"]+"\)|NULL),', text)
    by_list = {field.list: field.row for field in fields}
    assert rows
    for to, *written in rows:
        for form, text in zip(("bibtex", "biblatex"), written):
            for name in re.findall(r'"(.+)"', text):
                assert name in by_list[to][form].split(", "), f"the output {form} writes {to} as {name}"


def read(top, fields):
    """[(constant, name, list, how it is read)], in the order of the names."""
    check_output(top, fields)
    columns, holds = read_columns(fields), {field.key: field.holds for field in fields}
    names = {name: (keys[0], FORMS.get(holds[keys[0]], "TEXT")) for name, keys in columns.items() if len(keys) == 1}
    with open(top / "plugins/input/bibtex/names.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, key = row["name"], row["field"]
            of = columns.get(name, [])
            assert key in (of or holds) or (key == "-" and len(of) != 1), f"names.tsv: {name} is not {key}"
            assert len(of) == 1 or row["why"] != "-", f"names.tsv: why is {name} {key}?"
            names[name] = ("others" if key == "-" else key, row["how"].upper())
    assert not columns.keys() - names.keys(), f"names.tsv: which field is {columns.keys() - names.keys()}?"
    return [(re.sub("[^A-Z]", "", name.upper()), name, key.upper(), how) for name, (key, how) in sorted(names.items())]
