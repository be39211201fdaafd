"""A title, its authors and its date a line, with bars between them."""
import json
import sys

for number, line in enumerate(sys.stdin, 1):
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3:
        print(f"error: line {number} has no bars", file=sys.stderr)
        continue
    title, authors, date = parts
    print(json.dumps({"title": title, "authors": authors.split("; "), "date": date, "score": 44.0,
                      "has_code": True, "extra": {"line": [str(number)]}, "year": 1}))
