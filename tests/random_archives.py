"""random_archives.py - archives of good and bad documents, most of them damaged or beyond limits."""
import bz2
import gzip
import io
import lzma
import pathlib
import tarfile
import zipfile

SEEDS = pathlib.Path(__file__).resolve().parent.parent / "seeds"
TEXTS = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]


def document(rng):
    """The bytes of one member."""
    kind = rng.choice(("whole", "whole", "part", "prose", "empty", "zeros", "lines", "long", "repeated", "noise"))
    text = rng.choice(TEXTS)
    size = rng.choice((1, 30, 300)) * 10_000
    return {
        "whole": lambda: text,
        "part": lambda: text[rng.randrange(len(text)):][:rng.randrange(1, 40_000)],
        "prose": lambda: b"nothing that anybody would read\n" * rng.randrange(1, 200),
        "empty": lambda: b"",
        "zeros": lambda: bytes(size),
        "lines": lambda: b"\n" * size,
        "long": lambda: text[:5000] + b"x" * size + b"\n" + text[:5000],
        "repeated": lambda: text + b"Title\n\nAn abstract of one line that is long enough.\n\n" * (size // 50),
        "noise": lambda: rng.randbytes(rng.randrange(1, 100_000)),
    }[kind]()


def packed(rng, depth=0):
    """The name and the bytes of an archive."""
    members = [(f"m{i:02}.txt", document(rng)) for i in range(rng.randrange(1, 30))]
    if depth < 2 and rng.random() < 0.25:
        members.insert(rng.randrange(len(members) + 1), packed(rng, depth + 1))
    out = io.BytesIO()
    kind = rng.choice(("zip", "zip", "stored", "tar", "tar.gz", "tar.bz2", "tar.xz"))
    if kind in ("zip", "stored"):
        method = zipfile.ZIP_DEFLATED if kind == "zip" else zipfile.ZIP_STORED
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, data in members:
                archive.writestr(zipfile.ZipInfo(name), data, method)
        return "inner.zip", joined(rng, out.getvalue())
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    out = io.BytesIO(joined(rng, out.getvalue()))
    pack = {"tar": bytes, "tar.gz": lambda b: gzip.compress(b, 6, mtime=0), "tar.bz2": bz2.compress,
            "tar.xz": lambda b: lzma.compress(b, preset=0)}[kind]
    return f"inner.{kind}", joined(rng, pack(out.getvalue()))


def joined(rng, data):
    """DATA as it is; or with zeros, junk or another archive behind it, or a program before it."""
    return {
        "nothing": lambda: data,
        "zeros": lambda: data + bytes(rng.choice((3, 512, 100_000))),
        "junk": lambda: data + bytes(rng.choice((0, 512))) + rng.randbytes(rng.randrange(1, 600)),
        "twice": lambda: data + bytes(rng.choice((0, 1, 512, 10_240))) + data,
        "another": lambda: data + packed(rng)[1],
        "program": lambda: b"MZ\0" + rng.randbytes(rng.randrange(200, 40_000)) + data,
    }[rng.choice(("nothing", "nothing", "nothing", "nothing", "nothing", "zeros", "junk", "twice", "another", "program"))]()


def damaged(rng, data):
    """DATA as it is, or with bits, an end or bytes in the middle changed."""
    data = bytearray(data)
    way = rng.choice(("none", "flip", "flip", "cut", "junk", "hole"))
    at = rng.randrange(len(data))
    if way == "flip":
        for _ in range(rng.randrange(1, 4)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif way == "cut":
        del data[at:]
    elif way == "junk":
        data += rng.randbytes(rng.randrange(1, 5000))
    elif way == "hole":
        del data[at:at + rng.randrange(1, 2000)]
    return bytes(data)


def options(rng):
    """Options with which the limits matter."""
    chosen = rng.choice(([], ["-i", "trending"], ["-i", "profile"], ["--on-error", "stop"], ["-m", "m*5.txt"]))
    for limit, values in {"ratio": ("20", "100", "1000"), "member": ("100K", "2M", "none"),
                          "line": ("4K", "100K", "1M"), "record": ("8K", "1M"), "members": ("3", "20", "none"),
                          "depth": ("1", "8")}.items():
        if rng.random() < 0.5:
            chosen = [*chosen, "--limit", f"{limit}={rng.choice(values)}"]
    return chosen
