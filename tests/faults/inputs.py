"""inputs.py - small documents and archives for inject, made from the project's samples."""
import bz2
import gzip
import io
import lzma
import pathlib
import shutil
import sys
import tarfile
import zipfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(TESTS))
import crafted_archives as crafted
SEEDS = TESTS.parent / "seeds"
FIXTURES = TESTS / "fixtures"
REFERENCES = TESTS.parent / "plugins/input/ris/cases"
LISTING = TESTS.parent / "plugins/input/arxiv/cases/list-w3m/page.txt"


def beginning(name, lines):
    """The first LINES lines of a sample."""
    text = (SEEDS / name).read_bytes()
    return b"".join(text.splitlines(keepends=True)[:lines])


def tar(members, mode):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def zipped(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def make(folder):
    """Writes every input of every conversion into FOLDER."""
    texts = {
        "trending.txt": (FIXTURES / "feed.txt").read_bytes(),
        "profile.txt": beginning("profile.txt", 40),
        "abstracts.txt": beginning("abstracts.txt", 40),
    }
    all_gz = tar(texts, "w:gz")
    files = dict(texts, **{
        "arxiv.txt": LISTING.read_bytes(),
        "papers.cat": (FIXTURES / "papers.cat").read_bytes(),
        "all.tar.gz": all_gz,
        "all.zip": zipped(texts),
        "nested.tar": tar({"inner.zip": zipped(texts), "trending.txt": texts["trending.txt"]}, "w"),
        "nested.7z": crafted.seven_zip_of("feeds.7z", (TESTS / "faults/feeds.7z").read_bytes()),
        "cut.tar.gz": all_gz[:len(all_gz) // 2],
        "trending.txt.bz2": bz2.compress(texts["trending.txt"]),
        "trending.txt.xz": lzma.compress(texts["trending.txt"]),
        "trending.txt.gz": gzip.compress(texts["trending.txt"], mtime=0),
        "latin1.txt": (FIXTURES / "trending.latin1.txt").read_bytes(),
        "refs.ris": (REFERENCES / "article/refs.ris").read_bytes(),
        "refs.nbib": (REFERENCES / "citation/refs.nbib").read_bytes(),
        "list": b"trending.txt\nabstracts.txt\n",
    })
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for name in ("feed.txt.zst", "feed.txt.lz4", "feeds.7z"):
        shutil.copy(pathlib.Path(__file__).parent / name, folder)
    (folder / "folder").mkdir()
    for name, content in texts.items():
        (folder / "folder" / name).write_bytes(content)
