# A feed of trending papers as JSON Lines, the way a Python user writes it.
import json
import sys

title = None
for number, line in enumerate(sys.stdin):
    line = line.rstrip("\n")
    if number < 10 or not line:
        continue
    if title is None:
        title = line
    else:
        print(json.dumps({"title": title, "abstract": line}, ensure_ascii=False))
        title = None
