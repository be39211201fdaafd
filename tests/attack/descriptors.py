"""descriptors.py - runs with few descriptors, and with closed standard ones."""
import itertools
import shutil
import subprocess

import target
from random_archives import SEEDS, TEXTS

LIMITS = range(3, 21)
CLOSED = [subset for size in range(4) for subset in itertools.combinations((0, 1, 2), size)]
WRITE = ["-w", "out/result"]
CONVERSIONS = (
    [*WRITE, "in/trending.txt"],
    ["in/trending.txt"],
    [*WRITE, "-"],
    [*WRITE, "-j", "3", "--report", "out/report", "--on-error", "quarantine=out/bad", "in"],
    ["-j", "3", "--report", "out/report", "in/abstracts.txt", "-"],
)
ALL = len(LIMITS) * len(CLOSED)
STREAMS = ("stdin", "stdout", "stderr")


def run(attacked, room, arguments, script):
    """The status of a run whose standard descriptors are files that may be read and written, so
    that a byte in the wrong one is seen."""
    room.empty()
    (room.top / "stdin").write_bytes(TEXTS[-1])
    for name in STREAMS[1:]:
        (room.top / name).write_bytes(b"")
    streams = [(room.top / name).open("r+b") for name in STREAMS]
    process = subprocess.Popen(["sh", "-c", script, "sh", attacked.program, *arguments], cwd=room.work, stdin=streams[0],
                               stdout=streams[1], stderr=streams[2], env=attacked.environment(room, {}))
    for stream in streams:
        stream.close()
    status = attacked.wait(process)[0]
    return status, room.files(), [(room.top / name).read_bytes() for name in STREAMS]


def broken(room, closed, good, outcome):
    (good_status, good_files, good_streams), (status, files, streams) = good, outcome
    loader = b"error while loading shared libraries"  # with 3 descriptors, not even a library can be opened
    if status not in (0, 1, 2, 3) and not (status == 127 and (2 in closed or loader in streams[2])):
        yield f"ended with {status}"
    if status >= 2 and 2 not in closed and not streams[2]:
        yield f"ended with {status} without a diagnostic"
    if streams[0] != TEXTS[-1]:
        yield "something was written to standard input"
    done = status in (0, 1)
    if done and 1 not in closed and streams[1] != good_streams[1] or not good_streams[1].startswith(streams[1]):
        yield "standard output is not right"
    if 1 in closed and done and good_streams[1]:
        yield f"standard output is closed, and the status is {status}"
    if done and 2 not in closed and streams[2] != good_streams[2]:
        yield "standard error is not right"
    old = target.digest(room.top / "old")
    if done and (status, files) != (good_status, good_files):
        yield f"status {status}, but the outputs are not right"
    if not done and files.get("result") != old:
        yield f"status {status}, and the old output is not there any more"
    if strange := [*set(files) - target.OUTPUTS, *(room.work / "tmp").iterdir()]:
        yield f"left behind: {' '.join(map(str, strange))}"


def attack(attacked, room, number):
    limit, closed = LIMITS[number % len(LIMITS)], CLOSED[number // len(LIMITS) % len(CLOSED)]
    arguments = CONVERSIONS[(number + number // ALL) % len(CONVERSIONS)]
    for name in ("trending.txt", "abstracts.txt"):
        shutil.copyfile(SEEDS / name, room.work / "in" / name)
    (room.top / "old").write_bytes(target.OLD)
    good = run(attacked, room, arguments, 'exec "$@"')
    script = f'ulimit -n {limit}; exec "$@"' + "".join(f" {fd}>&-" for fd in closed)
    outcome = run(attacked, room, arguments, script)
    problems = list(broken(room, closed, good, outcome))
    if good[0] not in (0, 1):
        problems.append(f"ended with {good[0]} without a limit")
    for problem in problems:
        command = f"sh -c '{script}' sh {attacked.program} {' '.join(arguments)} <in/trending.txt"
        attacked.finding(room, f"descriptors {number}", problem, command)
