"""crafted_archives.py - small archives made byte by byte; most require much memory for their index or
their decompressor."""
import io
import lzma
import struct
import zipfile
import zlib

BLOCK = 2048  # of an iso image


# ---- 7z ----

def number(n):
    """N as 7z encodes it, in nine bytes."""
    return b"\xff" + struct.pack("<Q", n)


def seven_zip(header, packed=b""):
    start = struct.pack("<QQL", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<L", zlib.crc32(start)) + start + packed + header


def seven_zip_of(name, content):
    """A 7z with one member, which is not compressed."""
    size = number(len(content))
    names = b"\0" + name.encode("utf-16-le") + b"\0\0"
    return seven_zip(b"\1\4\6" + number(0) + b"\1\x09" + size + b"\0\7\x0b\1\0\1\1\0\x0c" + size + b"\0\x08\0\0"
                     b"\5" + number(1) + b"\x11" + number(len(names)) + names + b"\0\0", content)


def files_of(count):
    """A header of COUNT empty files without names."""
    bits = b"\xff" * ((count + 7) // 8)
    return b"\1\5" + number(count) + b"\x0e" + number(len(bits)) + bits + b"\0\0"


def streams_of(count, coder=b"\1\0"):
    """A header of one folder with COUNT empty files, unpacked by CODER."""
    return (b"\6" + number(0) + b"\1\x09" + number(0) + b"\0"
            b"\7\x0b\1\0\1" + coder + b"\x0c" + number(0) + b"\0"
            b"\x08\x0d" + number(count) + b"\x09" + bytes(count - 1) + b"\0\0")


def encoded(header):
    """A 7z whose HEADER is compressed."""
    packed = lzma.compress(header, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1,
                                                              "dict_size": 1 << 20}])
    coder = b"\x23\3\1\1\5\x5d" + struct.pack("<L", 1 << 20)
    return seven_zip(b"\x17\6" + number(0) + b"\1\x09" + number(len(packed)) + b"\0"
                     b"\7\x0b\1\0\1" + coder + b"\x0c" + number(len(header)) + b"\0\0", packed)


def seven_zip_of_files(count):
    yield seven_zip(files_of(count))


def encoded_seven_zip_of_files(count):
    yield encoded(files_of(count))


def seven_zip_of_streams(count):
    yield encoded(b"\1\4" + streams_of(count) + b"\5" + number(count) + b"\0\0")


def seven_zip_of_window():
    """A dictionary of 3 GB."""
    coder = b"\x23\3\1\1\5\x5d" + struct.pack("<L", 3 << 30)
    yield seven_zip(b"\1\4" + streams_of(1, coder) + b"\5\1\0\0")


# ---- iso ----

def both(n):
    return struct.pack("<L", n) + struct.pack(">L", n)


def directory_record(name, block, size, flags=0, more=b""):
    record = (b"\0" + both(block) + both(size) + b"\x78\1\1\0\0\0\0" + bytes([flags, 0, 0])
              + b"\1\0\0\1" + bytes([len(name)]) + name + b"\0" * (1 - len(name) % 2) + more)
    record += b"\0" * (1 - len(record) % 2)
    return bytes([len(record) + 1]) + record


def iso(directory, more=b""):
    """An image with the root DIRECTORY in block 19, then MORE, then a block for a file."""
    blocks = 19 + (len(directory) + len(more)) // BLOCK + 1
    volume = bytearray(BLOCK)
    volume[:7] = b"\1CD001\1"
    volume[8:72] = b" " * 64
    volume[80:88] = both(blocks)
    volume[120:132] = b"\1\0\0\1" * 2 + b"\0\x08\x08\0"
    volume[132:140] = both(10)
    volume[140:144] = volume[151:147:-1] = struct.pack("<L", 18)
    volume[156:190] = directory_record(b"\0", 19, len(directory), 2)
    volume[190:813] = b" " * 623
    volume[813:882] = (b"0" * 16 + b"\0") * 4 + b"\1"
    yield bytes(16 * BLOCK) + volume + b"\xffCD001\1".ljust(BLOCK, b"\0")
    yield bytes(BLOCK) + directory + more + bytes(4 * BLOCK)  # libarchive requires some padding


def iso_of_loop():
    """A Rock Ridge name whose continuation refers to itself."""
    mode = b"PX\x24\1" + both(0o40755) + both(1) + both(0) * 2
    goes_on = b"CE\x1c\1" + both(20) + both(0) + both(BLOCK)
    directory = (directory_record(b"\0", 19, BLOCK, 2, b"SP\7\1\xbe\xef\0" + mode)
                 + directory_record(b"A", 21, 100, 0, b"NM\6\1\1a" + goes_on))
    name = b"NM\xfa\1\1" + b"x" * 245
    return iso(directory.ljust(BLOCK, b"\0"), (name * 8 + goes_on).ljust(BLOCK, b"\0"))


def iso_of_files(count):
    record = directory_record(b"A", 0, 0)
    each = BLOCK // len(record)
    size = BLOCK * (1 + count // each)
    first = directory_record(b"\0", 19, size, 2)
    return iso(first.ljust(BLOCK, b"\0") + (record * each).ljust(BLOCK, b"\0") * (count // each))


# ---- others ----

def ar_of_names(size):
    yield b"!<arch>\n" + b"//".ljust(48) + b"%-10d`\n" % size
    yield b"name/\n" * (size // 6 + 1)


def cpio_of_links(count):
    for i in range(count):
        name = b"%d" % i * 200 + b"\0"
        header = b"070701" + b"%08x" * 13 % (i + 1, 0o100644, 0, 0, 2, 0, 0, 0, 0, 0, 0, len(name), 0)
        yield header + name + bytes(-(len(header) + len(name)) % 4)


def tar_of_holes(count):
    """A sparse file with a map of COUNT holes."""
    holes = b"%d\n" % count + b"0\n0\n" * count
    holes += bytes(-len(holes) % 512)

    def header(name, kind, size):
        block = bytearray(512)
        block[:len(name)] = name
        block[100:156] = b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size + b"0" * 11 + b"\0" + b" " * 8
        block[156:157] = kind
        block[257:265] = b"ustar\x0000"
        block[148:156] = b"%06o\0 " % sum(block)
        return bytes(block)

    keys = b"".join(b"%d %s\n" % (len(key) + 4, key)
                    for key in (b"GNU.sparse.major=1", b"GNU.sparse.minor=0"))
    yield header(b"x", b"x", len(keys)) + keys.ljust(512, b"\0") + header(b"a", b"0", len(holes))
    yield holes


def zip_of_window(chunks):
    """One file compressed with LZMA, whose header says that the dictionary has 1 GB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        with archive.open("a.txt", "w") as member:
            for chunk in chunks:
                member.write(chunk)
    data = file.getvalue()
    size_at = 30 + len("a.txt") + 5  # in the LZMA header, after the file's header
    yield data[:size_at] + struct.pack("<L", 1 << 30) + data[size_at + 4:]
