"""Known faults of readers: how they misread a correct output, and why.  Every fault says which
differences it explains; a difference that no fault explains fails the check."""
import dataclasses
import re
import typing

import letters

BIB = ("bibtex", "bibtex-utf8", "biblatex", "biblatex-ascii")
RIS = ("ris",)
CSV = ("csv",)


@dataclasses.dataclass
class Fault:
    """Why a READER misunderstands FIELDS of OUTPUTS where EXPLAINS(readers.Difference)."""

    reader: str
    outputs: tuple
    fields: str
    explains: typing.Callable
    reason: str

    def concerns(self, reader, output, field):
        return reader == self.reader and output in self.outputs and field in self.fields.split()


# ---- what explains a difference -----------------------------------------------------------


def has(pattern):
    """Our value matches PATTERN; authors are joined by "; "."""

    def explains(difference):
        ours = difference.ours
        return re.search(pattern, ours if isinstance(ours, str) else "; ".join(ours or []))

    return explains


def wrote(pattern):
    return lambda difference: re.search(pattern, difference.written)


def says(pattern):
    return lambda difference: re.search(pattern, difference.theirs)


def is_others(difference):
    return difference.record.get("authors_truncated") and difference.theirs[-1:] == [["others"]]


def has_no_year(difference):
    return difference.record.get("date", "").startswith("XXXX")


def institution_is_author(difference):
    return "institutions" in difference.record and len(difference.theirs) == len(difference.ours) + 1


def has_type(*types):
    return lambda difference: difference.record.get("type") in types


def is_short_title(difference):
    short = difference.record.get("container_short", "")
    return letters.letters(difference.theirs) == letters.letters(short)


def is_no_xml(difference):
    return "\ufffe" in difference.record["title"] + "".join(difference.record["authors"])


def is_repeated(difference):
    names = [letters.letters(name) for name in difference.ours]
    return len(set(names)) < len(names)


def is_one_sign(difference):
    return difference.record.get("authors", [""])[0] in ("$", "|")


def line_ends(difference):
    return difference.theirs == difference.ours.replace("\r\n", "\n")


def leaves_commands(difference, decode=lambda text: text):
    """The letters are equal once the commands that the reader left are decoded."""
    is_tex = difference.record.get("markup") == "tex"
    if isinstance(difference.theirs, str):
        theirs = letters.with_letters(decode(difference.theirs), difference.written)
        return letters.same_text(difference.ours, theirs, is_tex)
    theirs = [
        [letters.with_letters(decode(part), difference.written) for part in name]
        for name in difference.theirs or []
    ]
    if theirs[-1:] == [["others"]]:
        theirs.pop()
    return letters.same_names(difference.ours, theirs, is_tex)


def leaves_commands_decoded(difference):
    """The same, when the reader took the first letters of a command for another command."""
    letter = {"ı": r"\i", "ł": r"\l", "Ł": r"\L", "ŉ": r"\n", "ø": r"\o", "Ø": r"\O"}
    return leaves_commands(
        difference, lambda text: re.sub("|".join(letter), lambda match: letter[match[0]], text)
    )


# ---- the faults ------------------------------------------------------------------------------

NO_ZERO = "drops the name 0 (it is false in Perl)"
OTHERS = "reads the 'and others' of a truncated list as an author"
BRACED_OTHERS = "reads the name {others} as 'and others', in spite of its braces"
LEFT = "keeps an unknown command as it is, without its braces"
EXTENDED = "reads a name with = in biblatex's extended notation"
HTML = "writes titles as HTML and does not escape a < of the text"

FAULTS = (
    Fault("biber", BIB, "authors", is_others, OTHERS),
    Fault("biber", BIB, "record", has("^020240"), NO_ZERO),
    Fault("biber", BIB, "message", says("Name in key '020240.?' is empty"), NO_ZERO),
    Fault("biber", BIB, "authors", has("^others$"), BRACED_OTHERS),
    Fault("biber", BIB, "message", says("'others2019.*Missing mandatory field 'author'"),
          BRACED_OTHERS),

    Fault("pybtex", BIB, "authors", is_others, OTHERS),

    Fault("bibclean", BIB, "message", says("BibTeX string too long"),
          "limits the length of a field"),

    Fault("bibutils", BIB, "authors", is_others, OTHERS),
    Fault("bibutils", BIB, "title authors", leaves_commands, LEFT),
    Fault("bibutils", BIB, "title authors", leaves_commands_decoded,
          r"takes the start of a command for a shorter one: \in for \i and n, \OE for \O and E"),
    Fault("bibutils", BIB, "title authors", wrote(r"\\(cdots|kappa|vee|var[a-z]+)"),
          r"takes the start of a command for an accent: \kappa for \k on a"),
    Fault("bibutils", BIB, "title", has(r"\\href"), r"leaves \href in the text, with its address"),
    Fault("bibutils", BIB, "authors", institution_is_author, "makes an organisation an author"),
    Fault("bibutils", BIB, "authors", wrote(r"\{And\}"), "splits names at 'and' in braces too"),
    Fault("bibutils", BIB, "authors", wrote(r"\\textbrace|\\\{"),
          r"loses count of the braces of a name with \{ or \textbraceleft"),
    Fault("bibutils", BIB, "record", is_one_sign,
          "crashes at a name that is $, writes broken XML of one that is |"),
    Fault("bibutils", RIS, "record", is_no_xml,
          "writes the noncharacter U+FFFE, which XML does not have"),
    Fault("bibutils", RIS, "authors", has(r"(?i)\||\band\b"), "splits a name at | and at 'and'"),
    Fault("bibutils", RIS, "authors", has("^,;"), "drops the name ,"),
    Fault("bibutils", RIS, "container_title", is_short_title,
          "takes J2 for the title of the book, and T2 for a series, except in journals"),
    Fault("bibutils", RIS, "authors", is_repeated, "lists a repeated author only once"),

    Fault("pandoc", BIB, "authors", is_others, OTHERS),
    Fault("pandoc", BIB, "title authors", leaves_commands, LEFT),
    Fault("pandoc", BIB, "authors", has("="), EXTENDED),
    Fault("pandoc", BIB, "authors", wrote(r"\\text(comma|mu|o[nr]|three)"),
          r"drops \textcommabelow, \textmu, \textordfeminine, \textonehalf from names"),

    Fault("citation-js", BIB, "authors", is_others, OTHERS),
    Fault("citation-js", BIB, "title authors", leaves_commands, LEFT),
    Fault("citation-js", BIB, "authors", has("="), EXTENDED),
    Fault("citation-js", BIB, "authors", wrote(r"\\[#$%&_] and "),
          r"takes the space after \# \$ \% \& \_ for its end and misses the 'and' that follows"),
    Fault("citation-js", BIB, "authors", has(r"\{with"),
          r"loses count of the braces of a name with \{"),
    Fault("citation-js", BIB, "title authors", wrote(r"\\textcommabelow"),
          r"writes null for \textcommabelow"),
    Fault("citation-js", BIB, "title", has(r"\\href"),
          r"shows the address of \href instead of its text"),
    Fault("citation-js", BIB, "title", has("<b>"), HTML),
    Fault("citation-js", BIB, "year", has_no_year, "reads the date XXXX-05-30 as a date of the year 0"),
    Fault("citation-js", RIS, "authors",
          has_type("bill", "hearing", "legal_case", "legislation", "regulation"),
          "reads no AU of BILL, HEAR, CASE and STAT"),
    Fault("citation-js", RIS, "authors", has_type("article-newspaper"),
          "does not split the names of NEWS, which it takes for reporters"),

    Fault("bibtex-parser", BIB, "authors", is_others, OTHERS),
    Fault("bibtex-parser", BIB, "title authors", leaves_commands, LEFT),
    Fault("bibtex-parser", BIB, "title", has("<b>"), HTML),
    Fault("bibtex-parser", BIB, "message", says("unhandled (macro|displaymath)"),
          "prints this when it keeps a command as it is"),
    Fault("bibtex-parser", BIB, "message", says("Unclosed math section"),
          "prints this for a $ in an address"),

    Fault("mlr", CSV, "title abstract urls", line_ends, "converts CR LF to LF inside quotes"),
)
