"""archives.py - hostile archives: bombs, lies about sizes, names that lead elsewhere, damage."""
import bz2
import gzip
import io
import lzma
import random
import re
import struct
import tarfile
import warnings
import zipfile

import crafted_archives as crafted
import promises
import random_archives
import target
from random_archives import TEXTS

warnings.filterwarnings("ignore", "Duplicate name")
FEED = TEXTS[-1]
NAMES = ("../a.txt", "../../../../../a.txt", "/a.txt", "/etc/passwd", "..", ".", "a/../../b.txt", "a\nb.txt",
         "\x1b[31m.txt", "-w", "::stop-commands::x", "##[error]x", "c:\\a.txt", "\u202etxt.exe", "a\x9b.txt",
         "n" * 300 + ".txt", "d/" * 500 + "a.txt", "out/result", "../out/result", "a.txt/", "in/../a.txt", " ",
         "a\x7f.txt", "\udcff\udcfe.txt", "con", "a!/b.txt")
MAGICS = (b"PK\3\4", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"BZh9", b"\x28\xb5\x2f\xfd",
          b"\x04\x22\x4d\x18", b"070701", b"!<arch>\n")
KINDS_OF_LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE, tarfile.REGTYPE)
PACKERS = {"gz": lambda data: gzip.compress(data, mtime=0), "bz2": bz2.compress,
           "xz": lambda data: lzma.compress(data, preset=0),
           "lzma": lambda data: lzma.compress(data, lzma.FORMAT_ALONE, preset=0)}


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo("x")
            info.filename = name.encode("utf-8", "replace").decode() if isinstance(name, str) else name
            archive.writestr(info, data, method)
    return out.getvalue()


def tarred(members, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in members:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def seven_zip(members):
    """A solid 7z, compressed with LZMA."""
    data = b"".join(content for _, content in members)
    packed = lzma.compress(data, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20}])
    number, count = crafted.number, crafted.number(len(members))
    sizes = b"".join(number(len(content)) for _, content in members[:-1])
    names = b"\0" + b"".join(name.encode("utf-16-le", "surrogatepass") + b"\0\0" for name, _ in members)
    return crafted.seven_zip(
        b"\1\4\6" + number(0) + b"\1\x09" + number(len(packed)) + b"\0"
        b"\7\x0b\1\0\1\x23\3\1\1\5\x5d" + struct.pack("<L", 1 << 20) + b"\x0c" + number(len(data)) + b"\0"
        b"\x08\x0d" + count + b"\x09" + sizes + b"\0\0"
        b"\5" + count + b"\x11" + number(len(names)) + names + b"\0\0", packed)


def packed(rng, members):
    """MEMBERS in an archive of any kind."""
    kind = rng.choice(("zip", "stored", "tar", "7z", *PACKERS))
    if kind in ("zip", "stored"):
        return zipped(members, zipfile.ZIP_DEFLATED if kind == "zip" else zipfile.ZIP_STORED)
    if kind == "7z":
        return seven_zip(members)
    data = tarred(members, rng.choice((tarfile.PAX_FORMAT, tarfile.GNU_FORMAT)))
    return data if kind == "tar" else PACKERS[kind](data)


def bomb(rng):
    """Bytes that unpack to hundreds of times their size, alone, in archives, and in layers."""
    piece = rng.choice((b"\0", b"\n", b"x", FEED))
    inner = piece * (5_000_000 // len(piece))
    way = rng.choice(("alone", "twice", "members", "archives"))
    if way == "alone":
        return rng.choice(list(PACKERS.values()))(inner)
    if way == "twice":
        return gzip.compress(rng.choice(list(PACKERS.values()))(inner), mtime=0)
    members = [(f"{i}.txt", inner) for i in range(3)]
    if way == "members":
        return packed(rng, [*members, ("last.txt", FEED)])
    return packed(rng, [(f"{i}.zip", zipped(members)) for i in range(3)])


def overlapping(rng):
    """A zip whose index lists one member again and again."""
    data = zipped([("a.txt", FEED * 3), ("b.txt", FEED)])
    index, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entries, times, tail = data[index:end], rng.choice((2, 50, 2000)), bytearray(data[end:])
    tail[8:16] = struct.pack("<HHI", 2 * times, 2 * times, times * len(entries))
    return data[:index] + times * entries + tail


def nested(rng):
    data = FEED
    for level in range(rng.randrange(2, 20)):
        data = packed(rng, [(f"{level}.txt", FEED[:3000]), (f"{level}.bin", data)])
    return data


def many(rng):
    count = rng.choice((1000, 5000))
    return packed(rng, [(f"{i}.txt", rng.choice((b"", b"x", FEED[:2000]))) for i in range(count)])


def names(rng):
    return packed(rng, [(rng.choice(NAMES), rng.choice((FEED[:5000], b"x", b""))) for _ in range(30)])


def links(rng):
    """A tar whose members are links, devices, folders and pipes."""
    members = []
    for i in range(20):
        info = tarfile.TarInfo(rng.choice((f"{i}.txt", *NAMES[:4])))
        info.type = rng.choice(KINDS_OF_LINKS)
        info.linkname = rng.choice(("/etc/passwd", "../../../../secret.txt", "secret.txt", "0.txt", ""))
        members.append((info, FEED[:3000] if info.type == tarfile.REGTYPE else b""))
    return tarred(members)


def wrong_sizes(rng):
    """Archives whose headers lie: other numbers in a few bytes of a header."""
    data = bytearray(packed(rng, [(f"{i}.txt", FEED[:rng.randrange(9000)]) for i in range(5)]))
    marks = [found.start() for found in re.finditer(b"PK\1\2|PK\3\4|PK\5\6|ustar|7z\xbc", data)]
    for _ in range(rng.randrange(1, 5)):
        at = rng.choice(marks or [0]) + rng.randrange(46) - rng.choice((0, 140))
        value = rng.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"7777", b"\x80\0\0\0"))
        if 0 <= at < len(data) - 4:
            data[at:at + 4] = value
    return bytes(data)


def joined(rng):
    """Compressed pieces one after the other, with rubbish between them."""
    pieces = [rng.choice(list(PACKERS.values()))(FEED[:rng.randrange(20_000)]) for _ in range(4)]
    return rng.choice((b"", bytes(4), b"junk", bytes(511))).join(pieces)


def of_crafted(rng):
    """Those of tests/check-memory, smaller."""
    count = rng.choice((10, 1000, 30_000))
    chunks = rng.choice((
        lambda: crafted.seven_zip_of_files(count), lambda: crafted.encoded_seven_zip_of_files(count),
        lambda: crafted.seven_zip_of_streams(count), crafted.seven_zip_of_window, crafted.iso_of_loop,
        lambda: crafted.iso_of_files(count), lambda: crafted.ar_of_names(60 * count),
        lambda: crafted.cpio_of_links(count), lambda: crafted.tar_of_holes(10 * count),
        lambda: crafted.zip_of_window([FEED] * 30)))()
    return b"".join(chunks)


MAKERS = {
    "bomb": bomb, "overlapping": overlapping, "nested": nested, "many": many, "names": names, "links": links,
    "wrong sizes": wrong_sizes, "joined": joined, "crafted": of_crafted,
    "random": lambda rng: random_archives.packed(rng)[1],
    "damaged": lambda rng: random_archives.damaged(rng, random_archives.packed(rng)[1]),
    "truncated": lambda rng: (data := packed(rng, [(f"{i}.txt", FEED) for i in range(4)]))[:rng.randrange(len(data))],
    "only a magic": lambda rng: rng.choice(MAGICS) + rng.randbytes(rng.choice((0, 10, 5000))),
    "damaged bomb": lambda rng: random_archives.damaged(rng, bomb(rng)),
    "damaged names": lambda rng: random_archives.damaged(rng, names(rng)),
    "damaged tricks": lambda rng: random_archives.damaged(rng, rng.choice((nested, overlapping, links, of_crafted))(rng)),
}


def attack(attacked, room, number):
    item, rng = f"archives {number}", random.Random(f"archives {number}")
    room.write("in/a.bin", list(MAKERS.values())[number % len(MAKERS)], random.Random(rng.random()))
    chosen = ["--report", "out/report", "-w", "out/result", "-v", "-o", rng.choice(("jsonl", "jsonl", "csv", "ris"))]
    chosen += random_archives.options(rng)
    chosen += ["--diagnostics", rng.choice(("text", "text", "json", "github"))]
    if "--on-error" not in chosen and rng.random() < 0.3:
        chosen += ["--on-error", "quarantine=out/bad"]
    way = rng.choice(("in/a.bin", "in/a.bin", "in", "-"))
    environment = {"GITHUB_ACTIONS": "true"} if rng.random() < 0.3 else {}
    stdin = "in/a.bin" if way == "-" else ""
    piped = way == "-" and rng.random() < 0.7
    conversion = target.Conversion([*chosen, way], stdin, piped, environment, target.MEMORY + target.WINDOW)
    promises.check(attacked, room, item, conversion)
