# A bibliography in BibTeX as CSL-JSON with pybtex, the way a Python user writes it.
import json
import sys

from pybtex.database import parse_file

FIELDS = {"title": "title", "journal": "container-title", "volume": "volume", "number": "issue",
          "pages": "page", "doi": "DOI", "abstract": "abstract"}


def item(key, entry):
    value = {"id": key, "type": "article-journal"}
    value.update((FIELDS[name], text) for name, text in entry.fields.items() if name in FIELDS)
    if "year" in entry.fields:
        value["issued"] = {"date-parts": [[int(entry.fields["year"])]]}
    value["author"] = [{"family": " ".join(person.prelast_names + person.last_names),
                        "given": " ".join(person.first_names + person.middle_names)}
                       for person in entry.persons.get("author", [])]
    return value


entries = parse_file(sys.argv[1], "bibtex").entries
json.dump([item(key, entry) for key, entry in entries.items()], sys.stdout, ensure_ascii=False)
