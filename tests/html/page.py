"""What a browser sees of a page, as far as Python's html.parser tells it."""
import base64
import hashlib
import html.parser
import json
import re

VOID = {"meta", "input", "rect"}
TAGS = {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "nav", "main", "section", "div",
        "label", "input", "select", "option", "button", "p", "span", "cite", "details", "summary", "dl", "dt", "dd", "pre",
        "code", "i", "b", "sup", "sub", "article", "figure", "figcaption", "svg", "rect", "text", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "noscript", "script"}
MATH = {"math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup", "munder", "mover", "munderover",
        "mfrac", "msqrt", "mroot"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "aria-label", "aria-labelledby",
              "role", "hidden", "type", "autocomplete", "spellcheck", "placeholder", "value", "rel", "open", "scope",
              "viewbox", "x", "y", "width", "height", "text-anchor", "tabindex", "data-date", "data-year", "data-type",
              "data-category", "data-document", "data-family"}
MATH_ATTRIBUTES = {"display", "alttext", "mathvariant", "stretchy", "linethickness", "accent", "width",
                   "lspace", "rspace"}


class Element:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def __getitem__(self, name):
        return self.attributes.get(name)

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def all(self, tag, **attributes):
        """The elements below with this tag and these attributes, in order."""
        found, wait = [], [self]
        while wait:
            element = wait.pop()
            if element.tag == tag and all(element[name.rstrip("_")] == value for name, value in attributes.items()):
                found.append(element)
            wait += [child for child in reversed(element.children) if isinstance(child, Element)]
        return found


class Parser(html.parser.HTMLParser):
    """Accepts only what the plugin writes on purpose: balanced tags of the lists above."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS or tag in MATH, f"a tag <{tag}>"
        for name, value in attrs:
            assert name in ATTRIBUTES or (tag in MATH and name in MATH_ATTRIBUTES), f"an attribute {name} of <{tag}>"
            assert name != "href" or re.match(r"https?://|#", value, re.I), f"a link to {value}"
        element = Element(tag, attrs)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> inside <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data[:60]}")

    def unknown_decl(self, data):
        raise AssertionError(f"a declaration: {data[:60]}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data[:60]}")


def parse(text):
    parser = Parser()
    parser.feed(text)
    parser.close()
    assert len(parser.open) == 1, f"<{parser.open[-1].tag}> has no end"
    return parser.root


def hash_of(element):
    digest = hashlib.sha256(element.text().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def check_policy(root):
    (policy,) = [meta["content"] for meta in root.all("meta") if meta["http-equiv"] == "Content-Security-Policy"]
    (script,), (style,) = [[e for e in root.all(tag) if e["type"] is None] for tag in ("script", "style")]
    assert policy == (f"default-src 'none'; script-src {hash_of(script)}; style-src {hash_of(style)}; "
                      "base-uri 'none'; form-action 'none'"), policy


def records_of(root):
    """The elements of the records: those of the page, then those in JSON."""
    records = root.all("article")
    for script in root.all("script", type="application/json"):
        assert "<" not in script.text(), "a tag in JSON"
        (element,) = [e for e in parse(json.loads(script.text())).children if isinstance(e, Element)]
        records.append(element)
    return records


def read(text):
    """Checks the page, and returns its tree and its records."""
    root = parse(text)
    check_policy(root)
    records = records_of(root)
    ids = [e["id"] for tag in ("section", "div", "input", "select", "button", "p", "h2", "figcaption")
           for e in root.all(tag) if e["id"]] + [e["id"] for e in records]
    assert len(ids) == len(set(ids)), "an id occurs twice"
    for svg in root.all("svg"):
        assert svg["role"] == "img" and svg["aria-labelledby"] in ids, "a picture without a name"
    return root, records
