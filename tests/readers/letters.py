"""Two texts are the same when their letters and digits are the same."""
import itertools
import re
import unicodedata

COMMANDS = {  # TeX commands that stand for letters or digits
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "i",
    "j": "j",
    "dh": "ð",
    "th": "þ",
    "dj": "đ",
    "DJ": "Đ",
    "NG": "Ŋ",
    "ng": "ŋ",
    "varepsilon": "ε",
    "vartheta": "θ",
    "varphi": "φ",
    "varrho": "ρ",
    "varsigma": "ς",
    "varpi": "π",
    "ell": "ℓ",
    "textmu": "μ",
    "textordfeminine": "a",
    "textordmasculine": "o",
    "textonequarter": "14",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "textonehalf": "12",
    "textthreequarters": "34",
}
for greek in (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega"
).split():
    character = unicodedata.lookup("GREEK SMALL LETTER " + greek.replace("lambda", "lamda"))
    COMMANDS[greek], COMMANDS[greek.title()] = character, character.upper()


def letters(text):
    """The letters and digits of TEXT, without case and accents."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in text if c.isalnum()).replace("ı", "i").replace("ȷ", "j")


def tex_letters(text):
    """The letters and digits of TeX source; a command is a letter or nothing."""
    text = re.sub(r"\\href\{[^{}]*\}", "", text)
    return letters(re.sub(r"\\([A-Za-z]+) ?", lambda match: COMMANDS.get(match[1], ""), text))


def with_letters(theirs, written):
    """THEIRS, with the commands of the WRITTEN text, which the reader left without their braces,
    replaced by their letters."""
    for command in sorted(set(re.findall(r"\\[A-Za-z]+", written)), key=len, reverse=True):
        theirs = theirs.replace(command, COMMANDS.get(command[1:], ""))
    return theirs


def is_visible(text, is_tex):
    blank = "~" if is_tex else ""
    return any(unicodedata.category(c)[0] not in "CZ" and c not in blank for c in text or "")


def same_text(ours, theirs, is_tex):
    """Some readers decode TeX, others do not."""
    ours = (tex_letters if is_tex else letters)(ours or "")
    return ours in (letters(theirs or ""), tex_letters(theirs or ""))


def same_name(ours, theirs, is_tex):
    """THEIRS is a list of parts, whose order is the reader's own."""
    return any(same_text(ours, " ".join(order), is_tex) for order in itertools.permutations(theirs))


def same_names(ours, theirs, is_tex):
    """Names without visible characters are ignored: paperconv drops them, readers may keep them."""
    ours = [name for name in ours or [] if is_visible(name, is_tex)]
    theirs = theirs or []
    if len(theirs) > len(ours):
        theirs = [parts for parts in theirs if is_visible(" ".join(parts), is_tex)]
    return len(ours) == len(theirs) and all(
        same_name(one, other, is_tex) for one, other in zip(ours, theirs)
    )
